import {
  idPathSchema, reportAmendmentSchema, reportComparisonSchema, reportFigureListSchema, reportFigureQuerySchema, reportFigureRowsSchema, reportSchema, reportSectionPathSchema,
  reportTextListSchema, reportTextSchema, writeReportTextSchema, type ReportAmendment, type WriteReportText,
} from '@ocop/contracts';
import type { ReportSection } from '@ocop/domain';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ReportComparisonService } from './report-comparison.service.js';
import { ReportTextsService } from './report-texts.service.js';
import { ReportsService } from './reports.service.js';

/** What people write into a report, what it says, what it would say now, and what takes its place. */
@Controller('api/v1/reports/:id')
export class ReportTextsController {
  constructor(
    private readonly texts: ReportTextsService,
    private readonly comparison: ReportComparisonService,
    private readonly reports: ReportsService,
  ) {}

  @Get('texts')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportTexts', summary: 'Các phần do cơ quan viết của một báo cáo, kèm gợi ý' })
  @ApiAnswer(200, reportTextListSchema)
  list(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.texts.listTexts(viewer, id);
  }

  @Put('texts/:section')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'writeReportText', summary: 'Viết một phần của báo cáo đang soạn' })
  @ApiAnswer(200, reportTextSchema)
  write(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: reportSectionPathSchema }) { id, section }: { id: number; section: ReportSection },
    @Body({ schema: writeReportTextSchema }) body: WriteReportText,
  ) {
    return this.texts.write(viewer, id, section, body);
  }

  @Get('figures')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportFigures', summary: 'Từng số liệu của một báo cáo như đã chốt' })
  @ApiAnswer(200, reportFigureListSchema)
  figures(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.comparison.listFigures(viewer, id);
  }

  @Get('figure-rows')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportFigureRows', summary: 'Các dòng làm nên một số liệu của báo cáo, như đã chốt' })
  @ApiAnswer(200, reportFigureRowsSchema)
  figureRows(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Query({ schema: reportFigureQuerySchema }) { figure }: { figure: string }) {
    return this.comparison.listFigureRows(viewer, id, figure);
  }

  @Get('comparison')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'compareReport', summary: 'Báo cáo so với số liệu hiện có của cùng ngày' })
  @ApiAnswer(200, reportComparisonSchema)
  compare(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.comparison.compare(viewer, id);
  }

  @Post('amendment')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'amendReport', summary: 'Lập báo cáo thay thế một báo cáo đã ban hành' })
  @ApiAnswer(201, reportSchema)
  amend(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: reportAmendmentSchema }) { reason }: ReportAmendment) {
    return this.reports.amendReport(viewer, id, reason);
  }
}
