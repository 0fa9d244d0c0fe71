import {
  changeProducerSchema, idPathSchema, producerExportQuerySchema, type ProducerExportQuery, newProducerSchema, producerListSchema, producerQuerySchema, producerSchema, receiptSchema,
  type ChangeProducer, type NewProducer, type ProducerQuery,
} from '@ocop/contracts';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiTable } from '../../platform/http/api-answer.js';
import { ProducersService } from './producers.service.js';
import { RegisterExportsService } from './register-exports.service.js';

@Controller('api/v1/producers')
export class ProducersController {
  constructor(
    private readonly producers: ProducersService,
    private readonly exports: RegisterExportsService,
  ) {}

  @Get()
  @Requires('products.read')
  @ApiOperation({ operationId: 'listProducers', summary: 'Sổ chủ thể' })
  @ApiAnswer(200, producerListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: producerQuerySchema }) query: ProducerQuery) {
    return this.producers.listProducers(viewer, query);
  }

  @Get('export')
  @Requires('products.read')
  @ApiOperation({ operationId: 'exportProducers', summary: 'Sổ chủ thể thành tệp, đủ mọi dòng' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: producerExportQuerySchema }) query: ProducerExportQuery) {
    return this.exports.exportProducers(viewer, query);
  }

  @Post()
  @Requires('producers.write')
  @ApiOperation({ operationId: 'addProducer', summary: 'Ghi một chủ thể vào sổ' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newProducerSchema }) body: NewProducer) {
    return this.producers.addProducer(viewer, body);
  }

  @Get(':id')
  @Requires('products.read')
  @ApiOperation({ operationId: 'getProducer', summary: 'Một chủ thể' })
  @ApiAnswer(200, producerSchema)
  get(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.producers.getProducer(viewer, id);
  }

  @Put(':id')
  @Requires('producers.write')
  @ApiOperation({ operationId: 'changeProducer', summary: 'Sửa một chủ thể' })
  @ApiAnswer(200, receiptSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: changeProducerSchema }) body: ChangeProducer) {
    return this.producers.changeProducer(viewer, id, body);
  }
}
