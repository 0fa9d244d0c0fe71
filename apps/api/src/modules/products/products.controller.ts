import { registrationListSchema, registrationQuerySchema, type RegistrationQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { ProductsService } from './products.service.js';

@Controller('api/v1/products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  @ApiOperation({ operationId: 'listProducts', summary: 'Danh mục sản phẩm của một năm, theo bước hồ sơ tính đến một ngày' })
  @ApiAnswer(200, registrationListSchema)
  list(@Query({ schema: registrationQuerySchema }) query: RegistrationQuery) {
    return this.products.listRegistrations(query);
  }
}
