import {
  annulmentSchema, councilRuleListSchema, earlierRecognitionSchema, idPathSchema, newEvaluationSchema, newRecognitionSchema,
  newRevocationSchema, receiptSchema, setCouncilRuleSchema, undoStepSchema, yearQuerySchema, type Annulment, type EarlierRecognition, type NewEvaluation,
  type NewRecognition, type NewRevocation, type SetCouncilRule, type UndoStep,
} from '@ocop/contracts';
import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { CurrentViewer } from '../../platform/access/access.guard.js';
import { Requires } from '../../platform/access/route-access.js';
import type { Viewer } from '../../platform/access/viewer.js';
import { ApiAnswer } from '../../platform/http/api-answer.js';
import { CouncilRulesService } from './council-rules.service.js';
import { RecognitionsService } from './recognitions.service.js';
import { ResultsService } from './results.service.js';
import { UndoService } from './undo.service.js';

interface Id {
  id: number;
}

/** Results, decisions and their corrections. */
@Controller('api/v1')
export class RegistrationFactsController {
  constructor(
    private readonly results: ResultsService,
    private readonly recognitions: RecognitionsService,
    private readonly undo: UndoService,
    private readonly councilRules: CouncilRulesService,
  ) {}

  @Post('registrations/:id/evaluations')
  @Requires('evaluations.write')
  @ApiOperation({ operationId: 'enterEvaluation', summary: 'Ghi kết quả đánh giá; hạng sao do hệ thống tính' })
  @ApiAnswer(201, receiptSchema)
  enter(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: newEvaluationSchema }) body: NewEvaluation) {
    return this.results.enter(viewer, id, body);
  }

  @Post('evaluations/:id/annulment')
  @Requires('evaluations.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulEvaluation', summary: 'Hủy một kết quả ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annulResult(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.results.annulResult(viewer, id, body);
  }

  @Post('registrations/:id/recognitions')
  @Requires('recognitions.write')
  @ApiOperation({ operationId: 'enterRecognition', summary: 'Ghi quyết định công nhận của một hồ sơ' })
  @ApiAnswer(201, receiptSchema)
  decide(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: newRecognitionSchema }) body: NewRecognition) {
    return this.recognitions.decide(viewer, id, body);
  }

  @Post('products/:id/recognitions')
  @Requires('recognitions.write')
  @ApiOperation({ operationId: 'enterEarlierRecognition', summary: 'Ghi một quyết định công nhận đã có từ trước' })
  @ApiAnswer(201, receiptSchema)
  enterEarlier(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: earlierRecognitionSchema }) body: EarlierRecognition) {
    return this.recognitions.enterEarlier(viewer, id, body);
  }

  @Post('recognitions/:id/revocation')
  @Requires('recognitions.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'revokeRecognition', summary: 'Ghi việc thu hồi giấy chứng nhận' })
  @ApiAnswer(200, receiptSchema)
  revoke(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: newRevocationSchema }) body: NewRevocation) {
    return this.recognitions.revoke(viewer, id, body);
  }

  @Post('revocations/:id/annulment')
  @Requires('recognitions.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulRevocation', summary: 'Hủy một việc thu hồi ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annulRevocation(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.recognitions.annulRevocation(viewer, id, body);
  }

  @Post('recognitions/:id/annulment')
  @Requires('recognitions.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'annulRecognition', summary: 'Hủy một quyết định ghi nhầm' })
  @ApiAnswer(200, receiptSchema)
  annulRecognition(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: annulmentSchema }) body: Annulment) {
    return this.recognitions.annulRecognition(viewer, id, body);
  }

  @Post('registrations/:id/undo')
  @Requires('registrations.write')
  @HttpCode(200)
  @ApiOperation({ operationId: 'undoRegistrationStep', summary: 'Hủy bước vừa ghi nhầm, cùng kết quả hoặc quyết định đi kèm' })
  @ApiAnswer(200, receiptSchema)
  undoStep(@CurrentViewer() viewer: Viewer, @Param({ schema: idPathSchema }) { id }: Id, @Body({ schema: undoStepSchema }) body: UndoStep) {
    return this.undo.undoStep(viewer, id, body);
  }

  @Get('council-rules')
  @Requires('plans.read')
  @ApiOperation({ operationId: 'listCouncilRules', summary: 'Quy chế của các hội đồng trong năm' })
  @ApiAnswer(200, councilRuleListSchema)
  listRules(@CurrentViewer() viewer: Viewer, @Query({ schema: yearQuerySchema }) { year }: { year: number }) {
    return this.councilRules.listRules(viewer, year);
  }

  @Put('council-rules')
  @Requires('councils.write')
  @ApiOperation({ operationId: 'setCouncilRule', summary: 'Đặt quy chế của một hội đồng trong năm' })
  @ApiAnswer(200, receiptSchema)
  setRule(@CurrentViewer() viewer: Viewer, @Body({ schema: setCouncilRuleSchema }) body: SetCouncilRule) {
    return this.councilRules.setRule(viewer, body);
  }
}
