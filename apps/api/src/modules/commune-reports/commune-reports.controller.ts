import {
  annulmentSchema, communeReportListSchema, idPathSchema, newCommuneReportSchema, receiptSchema, yearAsOfQuerySchema, type Annulment,
  type NewCommuneReport, type YearAsOfQuery,
} from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { CommuneReportsService } from './commune-reports.service.js';

@Controller('api/v1/commune-reports')
export class CommuneReportsController {
  constructor(private readonly reports: CommuneReportsService) {}

  @Get()
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'listCommuneReports', summary: 'Báo cáo của xã, phường theo kỳ: đã nhận, trễ hạn, chưa nộp' })
  @ApiAnswer(200, communeReportListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: yearAsOfQuerySchema }) query: YearAsOfQuery) {
    return this.reports.listOwed(viewer, query);
  }

  @Post()
  @Requires('communeReports.write')
  @ApiOperation({ operationId: 'addCommuneReport', summary: 'Ghi báo cáo của xã, phường đã nhận' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newCommuneReportSchema }) body: NewCommuneReport) {
    return this.reports.addReport(viewer, body);
  }

  @Post(':id/annulment')
  @Requires('communeReports.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulCommuneReport', summary: 'Hủy một báo cáo ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annul(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.reports.annulReport(viewer, id, body);
  }
}
