import {
  activityExportQuerySchema, activityListSchema, activityQuerySchema, annulmentSchema, idPathSchema, newActivitySchema, receiptSchema, type ActivityExportQuery, type ActivityQuery,
  type Annulment, type NewActivity,
} from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiTable } from '../../platform/http/api-answer.js';
import { ActivitiesService } from './activities.service.js';
import { ActivityExportsService } from './activity-exports.service.js';

@Controller('api/v1/activities')
export class ActivitiesController {
  constructor(
    private readonly activities: ActivitiesService,
    private readonly exports: ActivityExportsService,
  ) {}

  @Get()
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'listActivities', summary: 'Hoạt động đã làm theo các nội dung công việc (mục III)' })
  @ApiAnswer(200, activityListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: activityQuerySchema }) query: ActivityQuery) {
    return this.activities.listActivities(viewer, query);
  }

  @Get('export')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'exportActivities', summary: 'Hoạt động thành tệp, đủ mọi dòng' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: activityExportQuerySchema }) query: ActivityExportQuery) {
    return this.exports.exportActivities(viewer, query);
  }

  @Post()
  @Requires('activities.write')
  @ApiOperation({ operationId: 'addActivity', summary: 'Ghi một hoạt động đã làm' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newActivitySchema }) body: NewActivity) {
    return this.activities.addActivity(viewer, body);
  }

  @Post(':id/annulment')
  @Requires('activities.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulActivity', summary: 'Hủy một hoạt động ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annul(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.activities.annulActivity(viewer, id, body);
  }
}
