import {
  fundingWarningListSchema, fundingWarningQuerySchema, idPathSchema, ledgerCheckSchema, ledgerClosingListSchema, newClosingSchema, newestLedgerCheckSchema, receiptSchema, reopeningSchema, warningResolutionSchema,
  type FundingWarningQuery, type NewClosing, type Reopening, type WarningResolution,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ClosingsService } from './closings.service.js';
import { LedgerCheckService } from './ledger-check.service.js';
import { WarningsService } from './warnings.service.js';

@Controller('api/v1/funding')
export class FundingChecksController {
  constructor(
    private readonly warnings: WarningsService,
    private readonly closings: ClosingsService,
    private readonly checks: LedgerCheckService,
  ) {}

  @Get('warnings')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'listFundingWarnings', summary: 'Cảnh báo về các khoản ghi sổ' })
  @ApiAnswer(200, fundingWarningListSchema)
  listWarnings(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingWarningQuerySchema }) query: FundingWarningQuery) {
    return this.warnings.listWarnings(viewer, query);
  }

  @Post('warnings/:id/resolution')
  @Requires('funding.write')
  @ApiOperation({ operationId: 'resolveFundingWarning', summary: 'Giải quyết một cảnh báo' })
  @ApiAnswer(201, receiptSchema)
  resolve(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: warningResolutionSchema }) body: WarningResolution) {
    return this.warnings.resolve(viewer, id, body);
  }

  @Get('ledger-check')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'getLedgerCheck', summary: 'Lần đối chiếu gần nhất giữa các tổng và sổ kinh phí' })
  @ApiAnswer(200, newestLedgerCheckSchema)
  async newestCheck(@CurrentViewer() viewer: Viewer) {
    return { newest: await this.checks.newest(viewer) };
  }

  @Post('ledger-check')
  @Requires('funding.write')
  @ApiOperation({ operationId: 'checkLedger', summary: 'Đối chiếu các tổng với sổ kinh phí ngay bây giờ' })
  @ApiAnswer(201, ledgerCheckSchema)
  check(@CurrentViewer() viewer: Viewer) {
    return this.checks.check(viewer);
  }

  @Get('closings')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'listLedgerClosings', summary: 'Các lần khóa và mở lại sổ kinh phí' })
  @ApiAnswer(200, ledgerClosingListSchema)
  listClosings(@CurrentViewer() viewer: Viewer) {
    return this.closings.listClosings(viewer);
  }

  @Post('closings')
  @Requires('funding.close')
  @ApiOperation({ operationId: 'closeLedger', summary: 'Khóa sổ kinh phí của một năm' })
  @ApiAnswer(201, receiptSchema)
  close(@CurrentViewer() viewer: Viewer, @Body({ schema: newClosingSchema }) body: NewClosing) {
    return this.closings.close(viewer, body);
  }

  @Post('reopenings')
  @Requires('funding.close')
  @ApiOperation({ operationId: 'reopenLedger', summary: 'Mở lại sổ kinh phí của một năm' })
  @ApiAnswer(201, receiptSchema)
  reopen(@CurrentViewer() viewer: Viewer, @Body({ schema: reopeningSchema }) body: Reopening) {
    return this.closings.reopen(viewer, body);
  }
}
