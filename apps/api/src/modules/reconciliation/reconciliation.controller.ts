import {
  newSignOffSchema, receiptSchema, reconciliationQuerySchema, reconciliationSchema, reconciliationToleranceSchema, reportedMoneySchema,
  type NewSignOff, type ReconciliationQuery, type ReconciliationTolerance, type ReportedMoney,
} from '@ocop/contracts';
import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ReconciliationService } from './reconciliation.service.js';
import { ReportedMoneyService } from './reported-money.service.js';

@Controller('api/v1/funding')
export class ReconciliationController {
  constructor(
    private readonly reconciliation: ReconciliationService,
    private readonly reportedMoney: ReportedMoneyService,
  ) {}

  @Get('reconciliation')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'reconcileFunding', summary: 'Đối chiếu số liệu kinh phí xã, phường báo cáo với sổ kinh phí' })
  @ApiAnswer(200, reconciliationSchema)
  read(@CurrentViewer() viewer: Viewer, @Query({ schema: reconciliationQuerySchema }) query: ReconciliationQuery) {
    return this.reconciliation.reconcile(viewer, query);
  }

  @Put('reported-money')
  @Requires('reportedMoney.write')
  @ApiOperation({ operationId: 'reportMoney', summary: 'Ghi số liệu kinh phí một xã, phường báo cáo cho một kỳ' })
  @ApiAnswer(200, receiptSchema)
  report(@CurrentViewer() viewer: Viewer, @Body({ schema: reportedMoneySchema }) body: ReportedMoney) {
    return this.reportedMoney.report(viewer, body);
  }

  @Post('reconciliation/sign-offs')
  @Requires('reconciliation.sign')
  @ApiOperation({ operationId: 'signReconciliation', summary: 'Ký đối chiếu kinh phí với một xã, phường' })
  @ApiAnswer(201, receiptSchema)
  sign(@CurrentViewer() viewer: Viewer, @Body({ schema: newSignOffSchema }) body: NewSignOff) {
    return this.reconciliation.sign(viewer, body);
  }

  @Put('reconciliation/tolerance')
  @Requires('reconciliation.sign')
  @ApiOperation({ operationId: 'setReconciliationTolerance', summary: 'Đặt mức lệch cho phép khi đối chiếu kinh phí' })
  @ApiAnswer(200, receiptSchema)
  setTolerance(@CurrentViewer() viewer: Viewer, @Body({ schema: reconciliationToleranceSchema }) body: ReconciliationTolerance) {
    return this.reconciliation.setTolerance(viewer, body);
  }
}
