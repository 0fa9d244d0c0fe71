import { asOfQuerySchema, planDetailSchema, planListSchema, yearPathSchema } from '@ocop/contracts';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { PlansService } from './plans.service.js';

@Controller('api/v1/plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  @Requires('plans.read')
  @ApiOperation({ operationId: 'listPlans', summary: 'Các năm có kế hoạch' })
  @ApiAnswer(200, planListSchema)
  list(@CurrentViewer() viewer: Viewer) {
    return this.plans.listPlans(viewer);
  }

  @Get(':year')
  @Requires('plans.read')
  @ApiOperation({ operationId: 'getPlan', summary: 'Kế hoạch của một năm và các thời hạn, tính đến một ngày' })
  @ApiAnswer(200, planDetailSchema)
  get(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: yearPathSchema }) { year }: { year: number },
    @Query({ schema: asOfQuerySchema }) { asOf }: { asOf?: string },
  ) {
    return this.plans.getDetail(viewer, year, asOf);
  }
}
