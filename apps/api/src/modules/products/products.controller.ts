import { registrationListSchema, registrationQuerySchema, type RegistrationQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ProductsService } from './products.service.js';

@Controller('api/v1/products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  @Requires('products.read')
  @ApiOperation({ operationId: 'listProducts', summary: 'Danh mục sản phẩm của một năm, theo bước hồ sơ tính đến một ngày' })
  @ApiAnswer(200, registrationListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: registrationQuerySchema }) query: RegistrationQuery) {
    return this.products.listRegistrations(viewer, query);
  }
}
