import { fundingSummaryQuerySchema, fundingSummarySchema, type FundingSummaryQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { FundingService } from './funding.service.js';

@Controller('api/v1/funding')
export class FundingController {
  constructor(private readonly funding: FundingService) {}

  @Get('summary')
  @ApiOperation({ operationId: 'summariseFunding', summary: 'Tổng kinh phí theo nguồn, khâu, địa phương, nội dung, tháng' })
  @ApiAnswer(200, fundingSummarySchema)
  summary(@Query({ schema: fundingSummaryQuerySchema }) query: FundingSummaryQuery) {
    return this.funding.summarise(query);
  }
}
