import { createReportSchema, idPathSchema, reportListSchema, reportSchema, type CreateReport } from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiRefusals } from '../../platform/http/api-answer.js';
import { ReportsService } from './reports.service.js';

@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReports', summary: 'Các báo cáo đã lập' })
  @ApiAnswer(200, reportListSchema)
  list(@CurrentViewer() viewer: Viewer) {
    return this.reports.listReports(viewer);
  }

  @Post()
  @Requires('reports.create')
  @ApiOperation({ operationId: 'createReport', summary: 'Lập báo cáo của một kỳ' })
  @ApiAnswer(201, reportSchema)
  create(@CurrentViewer() viewer: Viewer, @Body({ schema: createReportSchema }) body: CreateReport) {
    return this.reports.createReport(viewer, body);
  }

  @Get(':id')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'getReport', summary: 'Một báo cáo đã lập' })
  @ApiAnswer(200, reportSchema)
  get(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.reports.getReport(viewer, id);
  }

  @Get(':id/pdf')
  @Requires('reports.download')
  @ApiOperation({ operationId: 'getReportPdf', summary: 'Báo cáo dạng PDF' })
  @ApiOkResponse({ description: 'PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiRefusals()
  async pdf(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }): Promise<StreamableFile> {
    const { fileName, bytes } = await this.reports.renderPdf(viewer, id);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${fileName}"` });
  }
}
