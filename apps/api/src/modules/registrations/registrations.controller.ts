import {
  changeRegistrationSchema, idPathSchema, newRegistrationSchema, newStepSchema, receiptSchema, registrationExportQuerySchema, registrationListSchema,
  registrationQuerySchema, type ChangeRegistration, type NewRegistration, type NewStep, type RegistrationExportQuery, type RegistrationQuery,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiTable } from '../../platform/http/api-answer.js';
import { RegistrationsExportService } from './registrations-export.service.js';
import { RegistrationsService } from './registrations.service.js';

@Controller('api/v1/registrations')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly exports: RegistrationsExportService,
  ) {}

  @Get()
  @Requires('products.read')
  @ApiOperation({ operationId: 'listRegistrations', summary: 'Danh mục sản phẩm của một năm, theo bước hồ sơ tính đến một ngày' })
  @ApiAnswer(200, registrationListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: registrationQuerySchema }) query: RegistrationQuery) {
    return this.registrations.listRegistrations(viewer, query);
  }

  @Get('export')
  @Requires('products.read')
  @ApiOperation({ operationId: 'exportRegistrations', summary: 'Danh mục sản phẩm của một năm thành tệp, đủ mọi dòng' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: registrationExportQuerySchema }) query: RegistrationExportQuery) {
    return this.exports.exportRegistrations(viewer, query);
  }

  @Post()
  @Requires('registrations.write')
  @ApiOperation({ operationId: 'addRegistration', summary: 'Đăng ký một sản phẩm vào danh mục của năm' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newRegistrationSchema }) body: NewRegistration) {
    return this.registrations.addRegistration(viewer, body);
  }

  @Put(':id')
  @Requires('registrations.write')
  @ApiOperation({ operationId: 'changeRegistration', summary: 'Sửa loại đăng ký hoặc ghi chú' })
  @ApiAnswer(200, receiptSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: changeRegistrationSchema }) body: ChangeRegistration) {
    return this.registrations.changeRegistration(viewer, id, body);
  }

  @Post(':id/steps')
  @Requires('registrations.write')
  @ApiOperation({ operationId: 'addRegistrationStep', summary: 'Ghi một bước của hồ sơ' })
  @ApiAnswer(201, receiptSchema)
  addStep(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: newStepSchema }) body: NewStep) {
    return this.registrations.addStep(viewer, id, body);
  }
}
