import { Global, Module } from '@nestjs/common';
import { ExportsService } from './exports.service.js';

/** Tables as files. */
@Global()
@Module({ providers: [ExportsService], exports: [ExportsService] })
export class ExportsModule {}
