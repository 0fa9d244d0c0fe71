import {
  annulmentSchema, changeProductSchema, productExportQuerySchema, type ProductExportQuery, idPathSchema, newInspectionSchema, newProductSchema, productListSchema, productQuerySchema,
  productSetListSchema, receiptSchema, similarProductListSchema, similarProductQuerySchema, type Annulment, type ChangeProduct,
  type NewInspection, type NewProduct, type ProductQuery, type SimilarProductQuery,
} from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer, ApiTable } from '../../platform/http/api-answer.js';
import { ProductsService } from './products.service.js';
import { RegisterExportsService } from './register-exports.service.js';

@Controller('api/v1')
export class ProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly exports: RegisterExportsService,
  ) {}

  @Get('products')
  @Requires('products.read')
  @ApiOperation({ operationId: 'listProducts', summary: 'Sổ sản phẩm, kèm giấy chứng nhận tính đến một ngày' })
  @ApiAnswer(200, productListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: productQuerySchema }) query: ProductQuery) {
    return this.products.listProducts(viewer, query);
  }

  @Get('products/export')
  @Requires('products.read')
  @ApiOperation({ operationId: 'exportProducts', summary: 'Sổ sản phẩm thành tệp, đủ mọi dòng' })
  @ApiTable()
  export(@CurrentViewer() viewer: Viewer, @Query({ schema: productExportQuerySchema }) query: ProductExportQuery) {
    return this.exports.exportProducts(viewer, query);
  }

  @Get('products/similar')
  @Requires('products.read')
  @ApiOperation({ operationId: 'listSimilarProducts', summary: 'Sản phẩm đã có tên gần giống' })
  @ApiAnswer(200, similarProductListSchema)
  similar(@CurrentViewer() viewer: Viewer, @Query({ schema: similarProductQuerySchema }) query: SimilarProductQuery) {
    return this.products.listSimilar(viewer, query);
  }

  @Get('product-sets')
  @Requires('products.read')
  @ApiOperation({ operationId: 'listProductSets', summary: '26 bộ sản phẩm (Phụ lục I Quyết định 148/QĐ-TTg)' })
  @ApiAnswer(200, productSetListSchema)
  sets(@CurrentViewer() viewer: Viewer) {
    return this.products.listProductSets(viewer);
  }

  @Post('products')
  @Requires('products.write')
  @ApiOperation({ operationId: 'addProduct', summary: 'Ghi một sản phẩm vào sổ' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newProductSchema }) body: NewProduct) {
    return this.products.addProduct(viewer, body);
  }

  @Put('products/:id')
  @Requires('products.write')
  @ApiOperation({ operationId: 'changeProduct', summary: 'Sửa một sản phẩm' })
  @ApiAnswer(200, receiptSchema)
  change(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: changeProductSchema }) body: ChangeProduct) {
    return this.products.changeProduct(viewer, id, body);
  }

  @Post('products/:id/inspections')
  @Requires('inspections.write')
  @ApiOperation({ operationId: 'addInspection', summary: 'Ghi một lần kiểm tra sản phẩm' })
  @ApiAnswer(201, receiptSchema)
  inspect(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: newInspectionSchema }) body: NewInspection) {
    return this.products.addInspection(viewer, id, body);
  }

  @Post('inspections/:id/annulment')
  @Requires('inspections.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulInspection', summary: 'Hủy một lần kiểm tra ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annulInspection(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.products.annulInspection(viewer, id, body);
  }
}
