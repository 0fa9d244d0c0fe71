import {
  attentionExportQuerySchema, attentionListSchema, attentionQuerySchema, calendarFeedSchema, calendarPathSchema, forecastAnswerSchema, newCalendarFeedSchema, yearAsOfQuerySchema, type AttentionExportQuery, type AttentionQuery,
  type YearAsOfQuery,
} from '@ocop/contracts';
import { Controller, Delete, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Public, Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiFile, ApiNothing, ApiTable } from '../../platform/http/api-answer.js';
import { AttentionService } from './attention.service.js';
import { CalendarService } from './calendar.service.js';
import { ForecastService } from './forecast.service.js';

@Controller('api/v1')
export class AttentionController {
  constructor(
    private readonly attention: AttentionService,
    private readonly forecasts: ForecastService,
    private readonly calendar: CalendarService,
  ) {}

  @Get('attention')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'listAttention', summary: 'Việc cần xử lý, gấp nhất trước' })
  @ApiAnswer(200, attentionListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: attentionQuerySchema }) query: AttentionQuery) {
    return this.attention.listAttention(viewer, query);
  }

  @Get('attention/export')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'exportAttention', summary: 'Việc cần xử lý thành tệp' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: attentionExportQuerySchema }) query: AttentionExportQuery) {
    return this.attention.exportAttention(viewer, query);
  }

  @Get('forecast')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'getForecast', summary: 'Khả năng đạt chỉ tiêu sản phẩm công nhận mới' })
  @ApiAnswer(200, forecastAnswerSchema)
  forecast(@CurrentViewer() viewer: Viewer, @Query({ schema: yearAsOfQuerySchema }) query: YearAsOfQuery) {
    return this.forecasts.getForecast(viewer, query);
  }

  @Get('calendar-feed')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'getCalendarFeed', summary: 'Địa chỉ lịch của tài khoản đang dùng' })
  @ApiAnswer(200, calendarFeedSchema)
  feed(@CurrentViewer() viewer: Viewer) {
    return this.calendar.getFeed(viewer);
  }

  @Post('calendar-feed')
  @Requires('indicators.read')
  @ApiOperation({ operationId: 'makeCalendarFeed', summary: 'Tạo địa chỉ lịch mới; địa chỉ cũ hết hiệu lực' })
  @ApiAnswer(201, newCalendarFeedSchema)
  makeFeed(@CurrentViewer() viewer: Viewer) {
    return this.calendar.makeFeed(viewer);
  }

  @Delete('calendar-feed')
  @Requires('indicators.read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'endCalendarFeed', summary: 'Bỏ địa chỉ lịch' })
  @ApiNothing()
  endFeed(@CurrentViewer() viewer: Viewer) {
    return this.calendar.endFeed(viewer);
  }

  @Get('calendar/:token')
  @Public()
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  @ApiOperation({ operationId: 'readCalendar', summary: 'Việc cần xử lý dạng iCalendar, cho ứng dụng lịch' })
  @ApiFile('text/calendar')
  read(@CurrentViewer() viewer: Viewer, @Param({ schema: calendarPathSchema }) { token }: { token: string }) {
    return this.calendar.calendarOf(viewer, token);
  }
}
