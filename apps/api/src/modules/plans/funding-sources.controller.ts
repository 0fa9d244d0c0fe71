import {
  changeFundingSourceSchema, fundingSourceListSchema, fundingSourceQuerySchema, idPathSchema, newFundingSourceSchema, receiptSchema,
  type ChangeFundingSource, type FundingSourceQuery, type NewFundingSource,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { FundingSourcesService } from './funding-sources.service.js';

@Controller('api/v1/funding/sources')
export class FundingSourcesController {
  constructor(private readonly sources: FundingSourcesService) {}

  @Get()
  @Requires('funding.read')
  @ApiOperation({ operationId: 'listFundingSources', summary: 'Các nguồn kinh phí của một năm' })
  @ApiAnswer(200, fundingSourceListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: fundingSourceQuerySchema }) { year }: FundingSourceQuery) {
    return this.sources.listSources(viewer, year);
  }

  @Post()
  @Requires('fundingSources.write')
  @ApiOperation({ operationId: 'addFundingSource', summary: 'Thêm một nguồn kinh phí' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newFundingSourceSchema }) body: NewFundingSource) {
    return this.sources.addSource(viewer, body);
  }

  @Put(':id')
  @Requires('fundingSources.write')
  @ApiOperation({ operationId: 'changeFundingSource', summary: 'Sửa một nguồn kinh phí' })
  @ApiAnswer(200, receiptSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: changeFundingSourceSchema }) body: ChangeFundingSource) {
    return this.sources.changeSource(viewer, id, body);
  }
}
