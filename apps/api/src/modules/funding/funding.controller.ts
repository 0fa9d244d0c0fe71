import {
  fundingSummaryQuerySchema, fundingSummarySchema, idPathSchema, ledgerPageSchema, ledgerQuerySchema, newPostingSchema, newReversalSchema, postingReceiptSchema,
  type FundingSummaryQuery, type LedgerQuery, type NewPosting, type NewReversal,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { FundingService } from './funding.service.js';
import { PostingsService } from './postings.service.js';

@Controller('api/v1/funding')
export class FundingController {
  constructor(
    private readonly funding: FundingService,
    private readonly postings: PostingsService,
  ) {}

  @Get('summary')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'summariseFunding', summary: 'Tổng kinh phí theo nguồn, khâu, địa phương, nội dung, tháng, năm, sản phẩm' })
  @ApiAnswer(200, fundingSummarySchema)
  summary(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingSummaryQuerySchema }) query: FundingSummaryQuery) {
    return this.funding.summarise(viewer, query);
  }

  @Get('entries')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'listLedgerEntries', summary: 'Sổ kinh phí: các khoản ghi, với tổng của mọi khoản khớp điều kiện' })
  @ApiAnswer(200, ledgerPageSchema)
  entries(@CurrentViewer() viewer: Viewer, @Query({ schema: ledgerQuerySchema }) query: LedgerQuery) {
    return this.funding.listEntries(viewer, query);
  }

  @Post('postings')
  @Requires('funding.write')
  @ApiOperation({ operationId: 'postFunding', summary: 'Ghi một bút toán gồm một hoặc nhiều nguồn' })
  @ApiAnswer(201, postingReceiptSchema)
  post(@CurrentViewer() viewer: Viewer, @Body({ schema: newPostingSchema }) body: NewPosting) {
    return this.postings.post(viewer, body);
  }

  @Post('entries/:id/reversal')
  @Requires('funding.write')
  @ApiOperation({ operationId: 'reverseEntry', summary: 'Đảo một khoản ghi nhầm' })
  @ApiAnswer(201, postingReceiptSchema)
  reverse(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: newReversalSchema }) body: NewReversal) {
    return this.postings.reverse(viewer, id, body);
  }
}
