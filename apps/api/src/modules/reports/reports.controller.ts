import { createReportSchema, idPathSchema, reportListSchema, reportSchema, type CreateReport } from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { ApiAnswer, ApiRefusals } from '../../platform/http/api-answer.js';
import { ReportsService } from './reports.service.js';

@Controller('api/v1/reports')
export class ReportsController {
  constructor(private readonly reports: ReportsService) {}

  @Get()
  @ApiOperation({ operationId: 'listReports', summary: 'Các báo cáo đã lập' })
  @ApiAnswer(200, reportListSchema)
  list() {
    return this.reports.listReports();
  }

  @Post()
  @ApiOperation({ operationId: 'createReport', summary: 'Lập báo cáo của một kỳ' })
  @ApiAnswer(201, reportSchema)
  create(@Body({ schema: createReportSchema }) body: CreateReport) {
    return this.reports.createReport(body);
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getReport', summary: 'Một báo cáo đã lập' })
  @ApiAnswer(200, reportSchema)
  get(@Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.reports.getReport(id);
  }

  @Get(':id/pdf')
  @ApiOperation({ operationId: 'getReportPdf', summary: 'Báo cáo dạng PDF' })
  @ApiOkResponse({ description: 'PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiRefusals()
  async pdf(@Param({ schema: idPathSchema }) { id }: { id: number }): Promise<StreamableFile> {
    const { fileName, bytes } = await this.reports.renderPdf(id);
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${fileName}"` });
  }
}
