import {
  idPathSchema, periodPathSchema, plannedReportListSchema, plannedReportSchema, reportProgressSchema, reportScheduleSchema, reportSchedulesSchema,
} from '@ocop/contracts';
import type { PeriodKind, ReportSchedule } from '@ocop/domain';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ReportCalendarService } from './report-calendar.service.js';

@Controller('api/v1')
export class ReportCalendarController {
  constructor(private readonly calendar: ReportCalendarService) {}

  @Get('report-calendar')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportCalendar', summary: 'Lịch tự lập báo cáo: từng kỳ, từng lần lập' })
  @ApiAnswer(200, plannedReportListSchema)
  list(@CurrentViewer() viewer: Viewer) {
    return this.calendar.listCalendar(viewer);
  }

  @Get('report-calendar/progress')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'getReportProgress', summary: 'Các báo cáo đang tự lập đã xong đến đâu' })
  @ApiAnswer(200, reportProgressSchema)
  progress(@CurrentViewer() viewer: Viewer) {
    return this.calendar.getProgress(viewer);
  }

  @Post('report-calendar/:id/retry')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'retryPlannedReport', summary: 'Lập lại một báo cáo tự lập không thành' })
  @ApiAnswer(201, plannedReportSchema)
  retry(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.calendar.retry(viewer, id);
  }

  @Get('report-schedules')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'getReportSchedules', summary: 'Khi nào báo cáo 6 tháng và báo cáo năm tự lập' })
  @ApiAnswer(200, reportSchedulesSchema)
  schedules(@CurrentViewer() viewer: Viewer) {
    return this.calendar.getSchedules(viewer);
  }

  @Put('report-schedules/:period')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'setReportSchedule', summary: 'Đổi lịch tự lập của một loại báo cáo' })
  @ApiAnswer(200, reportSchedulesSchema)
  setSchedule(
    @CurrentViewer() viewer: Viewer,
    @Param({ schema: periodPathSchema }) { period }: { period: PeriodKind },
    @Body({ schema: reportScheduleSchema }) schedule: ReportSchedule,
  ) {
    return this.calendar.setSchedule(viewer, period, schedule);
  }
}
