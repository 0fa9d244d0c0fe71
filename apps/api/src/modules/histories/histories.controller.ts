import { idPathSchema, productStorySchema, registrationDetailSchema } from '@ocop/contracts';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { HistoriesService } from './histories.service.js';

@Controller('api/v1')
export class HistoriesController {
  constructor(private readonly histories: HistoriesService) {}

  @Get('products/:id')
  @Requires('products.read')
  @ApiOperation({ operationId: 'getProduct', summary: 'Toàn bộ quá trình của một sản phẩm' })
  @ApiAnswer(200, productStorySchema)
  product(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.histories.getProduct(viewer, id);
  }

  @Get('registrations/:id')
  @Requires('products.read')
  @ApiOperation({ operationId: 'getRegistration', summary: 'Toàn bộ quá trình của một hồ sơ đăng ký' })
  @ApiAnswer(200, registrationDetailSchema)
  registration(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }) {
    return this.histories.getRegistration(viewer, id);
  }
}
