import {
  createReportSchema, idPathSchema, issueReportSchema, reportListSchema, reportQuerySchema, reportReturnSchema, reportSchema, reportStepSchema,
  type CreateReport, type IssueReport, type ReportQuery, type ReportReturn, type ReportStep,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiRefusals, DOCX_TYPE, FILE_TYPES } from '../../platform/http/api-answer.js';
import { ReportStepsService } from './report-steps.service.js';
import { ReportsService } from './reports.service.js';

@Controller('api/v1/reports')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly steps: ReportStepsService,
  ) {}

  @Get()
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReports', summary: 'Các báo cáo đã lập; tìm theo số, năm, kỳ, từ ngữ, mã tra cứu' })
  @ApiAnswer(200, reportListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: reportQuerySchema }) query: ReportQuery) {
    return this.reports.listReports(viewer, query);
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
    const { fileName, bytes } = await this.reports.renderFile(viewer, id, 'pdf');
    return new StreamableFile(bytes, { type: 'application/pdf', disposition: `inline; filename="${fileName}"` });
  }

  @Get(':id/preview')
  @Requires('reports.download')
  @ApiOperation({ operationId: 'getReportPreview', summary: 'Các trang của báo cáo để xem trên màn hình khi soạn (PDF)' })
  @ApiOkResponse({ description: 'PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  @ApiRefusals()
  async preview(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }): Promise<StreamableFile> {
    return new StreamableFile(await this.reports.renderPreview(viewer, id), { type: 'application/pdf', disposition: 'inline' });
  }

  @Get(':id/docx')
  @Requires('reports.download')
  @ApiOperation({ operationId: 'getReportDocx', summary: 'Báo cáo dạng Word, để sửa trước khi ký' })
  @ApiOkResponse({ description: 'DOCX', content: { [DOCX_TYPE]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiRefusals()
  async docx(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }): Promise<StreamableFile> {
    const { fileName, bytes } = await this.reports.renderFile(viewer, id, 'docx');
    return new StreamableFile(bytes, { type: DOCX_TYPE, disposition: `attachment; filename="${fileName}"` });
  }

  @Get(':id/xlsx')
  @Requires('reports.download')
  @ApiOperation({ operationId: 'getReportXlsx', summary: 'Phụ lục của báo cáo dạng bảng tính' })
  @ApiOkResponse({ description: 'XLSX', content: { [FILE_TYPES.xlsx]: { schema: { type: 'string', format: 'binary' } } } })
  @ApiRefusals()
  async xlsx(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }): Promise<StreamableFile> {
    const { fileName, bytes } = await this.reports.renderFile(viewer, id, 'xlsx');
    return new StreamableFile(bytes, { type: FILE_TYPES.xlsx, disposition: `attachment; filename="${fileName}"` });
  }

  @Post(':id/submission')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'submitReport', summary: 'Trình duyệt một báo cáo' })
  @ApiAnswer(201, reportSchema)
  submit(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: reportStepSchema }) { note }: ReportStep) {
    return this.steps.submit(viewer, id, note);
  }

  @Post(':id/approval')
  @Requires('reports.approve')
  @ApiOperation({ operationId: 'approveReport', summary: 'Duyệt một báo cáo' })
  @ApiAnswer(201, reportSchema)
  approve(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: reportStepSchema }) { note }: ReportStep) {
    return this.steps.approve(viewer, id, note);
  }

  @Post(':id/return')
  @Requires('reports.approve')
  @ApiOperation({ operationId: 'returnReport', summary: 'Trả lại một báo cáo kèm lý do' })
  @ApiAnswer(201, reportSchema)
  return(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: reportReturnSchema }) { reason }: ReportReturn) {
    return this.steps.return(viewer, id, reason);
  }

  @Post(':id/issue')
  @Requires('reports.issue')
  @ApiOperation({ operationId: 'issueReport', summary: 'Ban hành một báo cáo: số, ngày, người ký' })
  @ApiAnswer(201, reportSchema)
  issue(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: issueReportSchema }) body: IssueReport) {
    return this.steps.issue(viewer, id, body);
  }
}
