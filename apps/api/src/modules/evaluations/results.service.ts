import type { Annulment, NewEvaluation, Receipt } from '@ocop/contracts';
import { evaluationOutcome, formatPoints, meanPart, moveBetween, SCORE_PARTS, scoreFaults, type CouncilRule, type EvaluationLevel, type RegistrationStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { RegistrationsService, type RegistrationState } from '../registrations/registrations.service.js';
import { CouncilRulesService } from './council-rules.service.js';
import { EvaluationEntity, RecognitionEntity } from './evaluation.entity.js';
import { broughtStep, groundOf, standingResults } from './standing-results.js';

/** The step a result brings a registration to; the province's and the ministry's bring none. */
const STEP_OF: Readonly<Record<EvaluationLevel, RegistrationStage | null>> = {
  commune: 'assessed-by-commune', town: 'scored-by-town', province: null, ministry: null,
};

/** A decimal with dot, as SQL and JSON write it. */
const decimal = (tenThousandths: bigint | null) => (tenThousandths === null ? null : formatPoints(tenThousandths).replace(',', '.'));
const written = (text: string | null) => text?.trim().replace(',', '.') ?? null;

/** Results of the councils: the stars are computed, never typed; a correction is a new version and the old one stays. */
@Injectable()
export class ResultsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly registrations: RegistrationsService,
    private readonly councilRules: CouncilRulesService,
    private readonly audit: AuditService,
  ) {}

  /** @throws AppError invalid-input with every fault, changed-meanwhile, not-found */
  enter(viewer: Viewer, registrationId: number, input: NewEvaluation): Promise<Receipt> {
    authorize(viewer, 'evaluations.write');
    return this.dataSource.transaction(async (manager) => {
      const state = await this.registrations.take(manager, viewer, registrationId, input.version);
      const faults = new Faults();
      const rule = await this.councilRules.find(manager, state.planId, input.level);
      this.checkScores(input, rule, faults);
      const corrected = await this.checkCorrection(manager, state, input, faults);
      const step = input.corrects === null ? this.stepOf(state, input) : null;
      if (step !== null) await this.registrations.checkMove(manager, state, step, faults, 'evaluatedOn');
      else await this.registrations.checkRound(manager, state.planId, input.roundNo, faults);
      if (input.evaluatedOn > this.clock.today()) faults.add('evaluatedOn', messages.inFuture('evaluatedOn', this.clock.today()));
      if (input.evaluatedOn < state.registeredOn) faults.add('evaluatedOn', messages.beforeRegistration(state.registeredOn));
      if (await this.sameDay(manager, state.id, input, corrected)) faults.add('evaluatedOn', messages.resultTaken(input.level, input.evaluatedOn));
      await this.checkDecisions(manager, state.id, input, corrected, faults);
      faults.refuse();
      if (corrected !== null) await this.annul(manager, viewer, corrected.id, input.corrects?.reason ?? '');
      const result = await this.write(manager, viewer, state, { ...input, roundNo: input.roundNo ?? (corrected ?? state).roundNo });
      if (step !== null) await this.registrations.move(manager, viewer, state, { ...step, evaluationId: result.id });
      await this.audit.record(manager, viewer, {
        action: corrected === null ? 'evaluation-entered' : 'evaluation-corrected', subject: 'registration', subjectId: state.id, subjectName: state.productName,
        before: corrected === null ? null : { evaluation: corrected.id, points: corrected.points, stars: corrected.stars },
        after: { evaluation: result.id, level: input.level, evaluatedOn: input.evaluatedOn, points: result.points, starCap: result.starCap, stars: result.stars, paper: input.paper },
        reason: input.corrects?.reason ?? input.reason,
      });
      return { id: result.id, version: state.version + 1 };
    });
  }

  /** Takes back a result that brought no step with it; one that did goes with its step. @throws AppError not-found, invalid-input */
  annulResult(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'evaluations.write');
    return this.dataSource.transaction(async (manager) => {
      const find = () => manager.findOneBy(EvaluationEntity, { id, annulledAt: IsNull() });
      const registrationId = (await find())?.registrationId;
      if (registrationId === undefined) throw new AppError('not-found', messages.resultNotFound(id));
      const state = await this.registrations.takeAsIs(manager, viewer, registrationId);
      // Somebody may have annulled it while the registration was not ours.
      const found = await find();
      if (found === null) throw new AppError('not-found', messages.resultNotFound(id));
      if (await broughtStep(manager, id)) throw new AppError('invalid-input', messages.undoTheStep);
      await this.annul(manager, viewer, id, reason);
      await this.audit.record(manager, viewer, {
        action: 'evaluation-annulled', subject: 'registration', subjectId: state.id, subjectName: state.productName,
        before: { evaluation: id, points: found.points, stars: found.stars }, reason,
      });
      return { id, version: state.version + 1 };
    });
  }

  /** A fact entered by mistake: it stays, and counts nowhere. */
  annul(manager: EntityManager, viewer: Viewer, id: number, reason: string) {
    return manager.update(EvaluationEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
  }

  private checkScores({ scores, scoring, memberCount }: NewEvaluation, rule: CouncilRule | null, faults: Faults): void {
    // A mean of nobody knows how many members has no quorum.
    const members = scoring === 'members' ? scores.length : (memberCount ?? 0);
    for (const { index, field, fault, limit } of scoreFaults(scores, members, rule)) {
      const together = fault === 'no-quorum' && scoring === 'mean' ? 'memberCount' : 'scores';
      faults.add(index === null ? together : `scores.${index}.${field}`, messages.scoreFault(fault, field, limit));
    }
  }

  /** A decision on record keeps its ground: a result of its day or before, of no fewer stars. */
  private async checkDecisions(manager: EntityManager, registrationId: number, input: NewEvaluation, corrected: EvaluationEntity | null, faults: Faults): Promise<void> {
    const outcome = evaluationOutcome(input.scores, input.starCap, input.disqualification !== null);
    if (outcome === null) return;
    const entered = { level: input.level, evaluatedOn: input.evaluatedOn, stars: outcome.stars };
    const others = (await standingResults(manager, registrationId)).filter(({ id }) => id !== corrected?.id);
    for (const { authority, stars, decidedOn } of await manager.findBy(RecognitionEntity, { registrationId, annulledAt: IsNull() })) {
      const ground = groundOf([entered, ...others], authority, decidedOn);
      if (ground === undefined) faults.add('evaluatedOn', messages.resultAfterDecision(decidedOn));
      else if (ground === entered && (ground.stars ?? 0) < stars) faults.add('scores', messages.resultBelowDecision(ground.stars, stars, decidedOn));
    }
  }

  private async checkCorrection(manager: EntityManager, state: RegistrationState, { corrects, level, evaluatedOn, roundNo }: NewEvaluation, faults: Faults): Promise<EvaluationEntity | null> {
    if (corrects === null) return null;
    const found = await manager.findOneBy(EvaluationEntity, { id: corrects.id, registrationId: state.id, annulledAt: IsNull() });
    if (found === null) faults.add('corrects.id', messages.nothingToCorrect);
    else if (found.level !== level) faults.add('level', messages.correctsOtherLevel(found.level));
    else if (await broughtStep(manager, found.id)) {
      if (found.evaluatedOn !== evaluatedOn) faults.add('evaluatedOn', messages.correctionKeepsDay(found.evaluatedOn));
      if (roundNo !== null && found.roundNo !== roundNo) faults.add('roundNo', messages.correctionKeepsRound(found.roundNo));
    }
    return found;
  }

  /** The step that comes with the result; none when the registration is there already. */
  private stepOf(state: RegistrationState, { level, evaluatedOn, roundNo, paper, reason }: NewEvaluation) {
    const stage = STEP_OF[level];
    if (stage === null) return null;
    const move = moveBetween(state.stage, stage);
    // A commune's result that is entered when the dossier has gone on brings it nowhere.
    if (stage === 'assessed-by-commune' && move !== 'next' && move !== 'skip') return null;
    return { stage, happenedOn: evaluatedOn, roundNo, paper, reason };
  }

  private sameDay(manager: EntityManager, registrationId: number, { level, evaluatedOn }: NewEvaluation, corrected: EvaluationEntity | null): Promise<boolean> {
    if (corrected !== null && corrected.evaluatedOn === evaluatedOn) return Promise.resolve(false);
    return manager.existsBy(EvaluationEntity, { registrationId, level, evaluatedOn, annulledAt: IsNull() });
  }

  private async write(manager: EntityManager, viewer: Viewer, state: RegistrationState, input: NewEvaluation): Promise<EvaluationEntity> {
    const { scores, scoring, starCap, disqualification } = input;
    const outcome = evaluationOutcome(scores, starCap, disqualification !== null);
    if (outcome === null) throw new Error('scores were checked and cannot be read');
    const [partA = null, partB = null, partC = null] = SCORE_PARTS.map((part) => decimal(meanPart(scores, part)));
    return manager.save(EvaluationEntity, {
      registrationId: state.id, level: input.level, evaluatedOn: input.evaluatedOn, roundNo: input.roundNo,
      members: scoring === 'mean' ? null : scores.map(({ a, b, c, total }) => ({ a: written(a), b: written(b), c: written(c), total: written(total) ?? '' })),
      memberCount: scoring === 'mean' ? input.memberCount : scores.length,
      partA, partB, partC,
      // Cut, never rounded: what stands below a band never reads as in it.
      points: decimal(outcome.score.sumTenThousandths / BigInt(outcome.score.members)) ?? '',
      starCap, stars: outcome.stars, disqualification, paper: input.paper, correctsId: input.corrects?.id ?? null,
      enteredBy: viewer.accountId, enteredAt: this.clock.now(),
    });
  }
}
