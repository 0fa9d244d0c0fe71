import { unitListSchema, unitQuerySchema, type UnitQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { UnitsService } from './units.service.js';

@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @ApiOperation({ operationId: 'listUnits', summary: 'Đơn vị hành chính có hiệu lực trong một ngày' })
  @ApiAnswer(200, unitListSchema)
  list(@Query({ schema: unitQuerySchema }) query: UnitQuery) {
    return this.units.listUnits(query);
  }
}
