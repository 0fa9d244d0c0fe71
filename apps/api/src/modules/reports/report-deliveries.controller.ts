import {
  addReportRecipientSchema, idPathSchema, reportDeliveryListSchema, reportRecipientListSchema, sendReportSchema, type AddReportRecipient, type SendReport,
} from '@ocop/contracts';
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ReportDeliveriesService } from './report-deliveries.service.js';

/** Issued reports by mail: to whom, and how each letter stands. */
@Controller('api/v1')
export class ReportDeliveriesController {
  constructor(private readonly deliveries: ReportDeliveriesService) {}

  @Get('report-recipients')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportRecipients', summary: 'Nơi nhận báo cáo qua thư điện tử' })
  @ApiAnswer(200, reportRecipientListSchema)
  listRecipients(@CurrentViewer() viewer: Viewer) {
    return this.deliveries.listRecipients(viewer);
  }

  @Post('report-recipients')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'addReportRecipient', summary: 'Thêm một nơi nhận báo cáo qua thư điện tử' })
  @ApiAnswer(201, reportRecipientListSchema)
  addRecipient(@CurrentViewer() viewer: Viewer, @Body({ schema: addReportRecipientSchema }) body: AddReportRecipient) {
    return this.deliveries.addRecipient(viewer, body);
  }

  @Delete('report-recipients/:id')
  @Requires('reports.create')
  @ApiOperation({ operationId: 'removeReportRecipient', summary: 'Bỏ một nơi nhận báo cáo; những gì đã gửi vẫn được lưu' })
  @ApiAnswer(200, reportRecipientListSchema)
  removeRecipient(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.deliveries.removeRecipient(viewer, id);
  }

  @Get('reports/:id/deliveries')
  @Requires('reports.read')
  @ApiOperation({ operationId: 'listReportDeliveries', summary: 'Báo cáo đã gửi qua thư điện tử tới từng nơi nhận ra sao' })
  @ApiAnswer(200, reportDeliveryListSchema)
  list(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.deliveries.listDeliveries(viewer, id);
  }

  @Post('reports/:id/deliveries')
  @Requires('reports.issue')
  @ApiOperation({ operationId: 'sendReport', summary: 'Gửi báo cáo đã ban hành qua thư điện tử' })
  @ApiAnswer(201, reportDeliveryListSchema)
  send(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: sendReportSchema }) body: SendReport) {
    return this.deliveries.send(viewer, id, body);
  }
}
