import {
  asOfQuerySchema, changePlanSchema, newPlanSchema, planDetailSchema, planFormSchema, planListSchema, receiptSchema, yearPathSchema, type ChangePlan, type NewPlan,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { PlanEntryService } from './plan-entry.service.js';
import { PlansService } from './plans.service.js';

@Controller('api/v1/plans')
export class PlansController {
  constructor(
    private readonly plans: PlansService,
    private readonly entry: PlanEntryService,
  ) {}

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

  @Get(':year/form')
  @Requires('plans.write')
  @ApiOperation({ operationId: 'getPlanForm', summary: 'Nội dung kế hoạch của một năm, để sửa hoặc để ghi kế hoạch năm mới' })
  @ApiAnswer(200, planFormSchema)
  form(@CurrentViewer() viewer: Viewer, @Param({ schema: yearPathSchema }) { year }: { year: number }) {
    return this.entry.getForm(viewer, year);
  }

  @Post()
  @Requires('plans.write')
  @ApiOperation({ operationId: 'enterPlan', summary: 'Ghi kế hoạch của một năm mới' })
  @ApiAnswer(201, receiptSchema)
  enter(@CurrentViewer() viewer: Viewer, @Body({ schema: newPlanSchema }) body: NewPlan) {
    return this.entry.enterPlan(viewer, body);
  }

  @Put(':year')
  @Requires('plans.write')
  @ApiOperation({ operationId: 'changePlan', summary: 'Sửa kế hoạch của một năm' })
  @ApiAnswer(200, receiptSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: yearPathSchema }) { year }: { year: number }, @Body({ schema: changePlanSchema }) body: ChangePlan) {
    return this.entry.changePlan(viewer, year, body);
  }
}
