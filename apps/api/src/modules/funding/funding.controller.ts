import { fundingSummaryQuerySchema, fundingSummarySchema, type FundingSummaryQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { FundingService } from './funding.service.js';

@Controller('api/v1/funding')
export class FundingController {
  constructor(private readonly funding: FundingService) {}

  @Get('summary')
  @Requires('funding.read')
  @ApiOperation({ operationId: 'summariseFunding', summary: 'Tổng kinh phí theo nguồn, khâu, địa phương, nội dung, tháng' })
  @ApiAnswer(200, fundingSummarySchema)
  summary(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingSummaryQuerySchema }) query: FundingSummaryQuery) {
    return this.funding.summarise(viewer, query);
  }
}
