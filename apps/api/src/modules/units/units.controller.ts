import { unitListSchema, unitQuerySchema, type UnitQuery } from '@ocop/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { UnitsService } from './units.service.js';

@Controller('api/v1/units')
export class UnitsController {
  constructor(private readonly units: UnitsService) {}

  @Get()
  @Requires('units.read')
  @ApiOperation({ operationId: 'listUnits', summary: 'Đơn vị hành chính có hiệu lực trong một ngày' })
  @ApiAnswer(200, unitListSchema)
  list(@CurrentViewer() viewer: Viewer, @Query({ schema: unitQuerySchema }) query: UnitQuery) {
    return this.units.listUnits(viewer, query);
  }
}
