import { Module } from '@nestjs/common';
import { LawController } from './law.controller.js';
import { LawService } from './law.service.js';

@Module({ controllers: [LawController], providers: [LawService], exports: [LawService] })
export class LawModule {}
