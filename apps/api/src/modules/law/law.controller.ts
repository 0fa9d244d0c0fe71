import { annulmentSchema, idPathSchema, lawRuleListSchema, newLawRuleSchema, receiptSchema, type Annulment, type NewLawRule } from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { LawService } from './law.service.js';

@Controller('api/v1/law-rules')
export class LawController {
  constructor(private readonly law: LawService) {}

  @Get()
  @Requires('plans.read')
  @ApiOperation({ operationId: 'listLawRules', summary: 'Quy định của pháp luật theo ngày hiệu lực' })
  @ApiAnswer(200, lawRuleListSchema)
  list(@CurrentViewer() viewer: Viewer) {
    return this.law.listRules(viewer);
  }

  @Post()
  @Requires('law.write')
  @ApiOperation({ operationId: 'addLawRule', summary: 'Ghi một quy định mới' })
  @ApiAnswer(201, receiptSchema)
  add(@CurrentViewer() viewer: Viewer, @Body({ schema: newLawRuleSchema }) body: NewLawRule) {
    return this.law.addRule(viewer, body);
  }

  @Post(':id/annulment')
  @Requires('law.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulLawRule', summary: 'Hủy một quy định ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annul(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: { id: number }, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.law.annulRule(viewer, id, body);
  }
}
