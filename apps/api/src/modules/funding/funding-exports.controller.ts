import {
  fundingSummaryExportQuerySchema, fundingWarningExportQuerySchema, ledgerExportQuerySchema, type FundingSummaryExportQuery, type FundingWarningExportQuery,
  type LedgerExportQuery,
} from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiTable } from '../../platform/http/api-answer.js';
import { FundingExportsService } from './funding-exports.service.js';

@Controller('api/v1/funding')
export class FundingExportsController {
  constructor(private readonly exports: FundingExportsService) {}

  @Get('entries/export')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'exportLedgerEntries', summary: 'Sổ kinh phí thành tệp, đủ mọi khoản' })
  @ApiTable()
  ledger(@CurrentViewer() viewer: Viewer, @Query({ schema: ledgerExportQuerySchema }) query: LedgerExportQuery) {
    return this.exports.exportLedger(viewer, query);
  }

  @Get('summary/export')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'exportFundingSummary', summary: 'Tổng kinh phí thành tệp; nhóm theo nguồn và khâu cho bảng nguồn × khâu' })
  @ApiTable()
  summary(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingSummaryExportQuerySchema }) query: FundingSummaryExportQuery) {
    return this.exports.exportSummary(viewer, query);
  }

  @Get('warnings/export')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'exportFundingWarnings', summary: 'Cảnh báo về các khoản ghi sổ thành tệp' })
  @ApiTable()
  warnings(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingWarningExportQuerySchema }) query: FundingWarningExportQuery) {
    return this.exports.exportWarnings(viewer, query);
  }
}
