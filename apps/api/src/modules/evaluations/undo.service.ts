import type { Receipt, UndoStep } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { RecognitionsService } from './recognitions.service.js';
import { ResultsService } from './results.service.js';
import { newestVersion } from './standing-results.js';

/** Takes back the last step of a registration, entered by mistake, with the result or decision it came with. */
@Injectable()
export class UndoService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly registrations: RegistrationsService,
    private readonly results: ResultsService,
    private readonly recognitions: RecognitionsService,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError invalid-input when only the registering is left, changed-meanwhile, forbidden, not-found */
  undoStep(viewer: Viewer, registrationId: number, { version, reason }: UndoStep): Promise<Receipt> {
    authorize(viewer, 'registrations.write');
    return this.dataSource.transaction(async (manager) => {
      const state = await this.registrations.take(manager, viewer, registrationId, version);
      if (state.steps < 2) throw new AppError('invalid-input', messages.nothingToUndo);
      const step = await this.registrations.annulLastStep(manager, viewer, state, reason);
      if (step.evaluationId !== null || step.recognitionId !== null) {
        authorize(viewer, step.recognitionId === null ? 'evaluations.write' : 'recognitions.write');
      }
      if (step.recognitionId !== null) await this.recognitions.annul(manager, viewer, step.recognitionId, reason);
      const result = step.evaluationId === null ? null : await newestVersion(manager, step.evaluationId);
      if (result !== null) await this.results.annul(manager, viewer, result.id, reason);
      await this.audit.record(manager, viewer, {
        action: 'step-annulled', subject: 'registration', subjectId: registrationId, subjectName: state.productName,
        before: { stage: state.stage, happenedOn: state.stageOn, evaluation: result?.id ?? null, recognition: step.recognitionId }, reason,
      });
      return { id: step.id, version: version + 1 };
    });
  }
}
