import { Module } from '@nestjs/common';
import { CommuneReportsService } from './commune-reports.service.js';

@Module({ providers: [CommuneReportsService], exports: [CommuneReportsService] })
export class CommuneReportsModule {}
