import {
  indicatorListSchema,
  indicatorPathSchema,
  indicatorRowsExportQuerySchema,
  indicatorRowsSchema,
  yearAsOfQuerySchema,
  type IndicatorRowsExportQuery,
  type YearAsOfQuery,
} from '@ocop/contracts';
import type { IndicatorId } from '@ocop/domain';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiTable } from '../../platform/http/api-answer.js';
import { IndicatorsService } from './indicators.service.js';

@Controller('api/v1/indicators')
export class IndicatorsController {
  constructor(private readonly indicators: IndicatorsService) {}

  @Get()
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'listIndicators', summary: 'Các chỉ số của một năm, tính đến một ngày' })
  @ApiAnswer(200, indicatorListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: yearAsOfQuerySchema }) query: YearAsOfQuery) {
    return this.indicators.listIndicators(viewer, query);
  }

  @Get(':id/rows')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'listIndicatorRows', summary: 'Các dòng cộng lại thành một chỉ số' })
  @ApiAnswer(200, indicatorRowsSchema)
  rows(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: indicatorPathSchema }) { id }: { id: IndicatorId },
    @Query({ schema: yearAsOfQuerySchema }) query: YearAsOfQuery,
  ) {
    return this.indicators.listRows(viewer, id, query);
  }

  @Get(':id/rows/export')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'exportIndicatorRows', summary: 'Các dòng cộng lại thành một chỉ số, thành tệp' })
  @ApiTable()
  exportRows(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: indicatorPathSchema }) { id }: { id: IndicatorId },
    @Query({ schema: indicatorRowsExportQuerySchema }) query: IndicatorRowsExportQuery,
  ) {
    return this.indicators.exportRows(viewer, id, query);
  }
}
