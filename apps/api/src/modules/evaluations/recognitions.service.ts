import type { Annulment, EarlierRecognition, NewRecognition, NewRevocation, Receipt } from '@ocop/contracts';
import { authorityOn, lawOn, type Day, type RecognisedStars, type RegistrationStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { LawService } from '../law/law.service.js';
import { ProductsService } from '../products/products.service.js';
import { RegistrationsService } from '../registrations/registrations.service.js';
import { RecognitionEntity, RevocationEntity } from './evaluation.entity.js';
import { groundOf, standingResults } from './standing-results.js';

type Decision = Pick<NewRecognition, 'stars' | 'decidedOn' | 'decisionNumber' | 'authority'>;

const STAGE_OF: Readonly<Record<RecognisedStars, RegistrationStage>> = { 3: 'recognised-3', 4: 'recognised-4', 5: 'recognised-5' };
const noted = ({ stars, decidedOn, decisionNumber, authority }: Decision) => ({ stars, decidedOn, decisionNumber, authority });

/** Decisions and what becomes of them; judged by the law in force on their own day. */
@Injectable()
export class RecognitionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly law: LawService,
    private readonly products: ProductsService,
    private readonly registrations: RegistrationsService,
    private readonly audit: AuditService,
  ) {}

  /** The decision a registration led to, with its step. @throws AppError invalid-input with every fault, changed-meanwhile, not-found */
  decide(viewer: Viewer, registrationId: number, input: NewRecognition): Promise<Receipt> {
    authorize(viewer, 'recognitions.write');
    return this.dataSource.transaction(async (manager) => {
      const state = await this.registrations.take(manager, viewer, registrationId, input.version);
      const { productId } = state;
      const faults = new Faults();
      await this.checkDecision(manager, productId, input, faults);
      // What the town recognised first and a higher level raises is one first time, and then an upgrade.
      const recognised = await manager.existsBy(RecognitionEntity, { registrationId, annulledAt: IsNull() });
      const kind = state.kind === 'new' && recognised ? 'upgrade' : state.kind;
      if (kind === 'new') await this.checkFirst(manager, productId, state.productName, input.decidedOn, faults);
      await this.checkResult(manager, registrationId, input, faults);
      const step = { stage: STAGE_OF[input.stars], happenedOn: input.decidedOn, roundNo: null, paper: input.decisionNumber, reason: input.reason };
      await this.registrations.checkMove(manager, state, step, faults, 'decidedOn');
      faults.refuse();
      const id = await this.write(manager, viewer, { ...noted(input), kind, productId, registrationId });
      await this.registrations.move(manager, viewer, state, { ...step, recognitionId: id });
      await this.audit.record(manager, viewer, {
        action: 'recognition-entered', subject: 'registration', subjectId: registrationId, subjectName: state.productName, after: { recognition: id, kind, ...noted(input) }, reason: input.reason,
      });
      return { id, version: state.version + 1 };
    });
  }

  /** A decision of before the registrations on record. @throws AppError invalid-input, not-found */
  enterEarlier(viewer: Viewer, productId: number, input: EarlierRecognition): Promise<Receipt> {
    authorize(viewer, 'recognitions.write');
    return this.dataSource.transaction(async (manager) => {
      const product = await this.products.find(viewer, productId, manager);
      const faults = new Faults();
      await this.checkDecision(manager, productId, input, faults);
      if (input.kind === 'new') await this.checkFirst(manager, productId, product.name, input.decidedOn, faults);
      faults.refuse();
      const id = await this.write(manager, viewer, { ...noted(input), kind: input.kind, productId, registrationId: null });
      await this.audit.record(manager, viewer, {
        action: 'recognition-entered', subject: 'product', subjectId: productId, subjectName: product.name, after: { recognition: id, kind: input.kind, ...noted(input) },
      });
      return { id, version: product.version };
    });
  }

  /** Ends a certificate before its time, by a decision with a reason. @throws AppError invalid-input, not-found */
  revoke(viewer: Viewer, id: number, { revokedOn, paper, reason }: NewRevocation): Promise<Receipt> {
    authorize(viewer, 'recognitions.write');
    return this.dataSource.transaction(async (manager) => {
      const { recognition, product } = await this.take(manager, viewer, id);
      const faults = new Faults();
      if (recognition.revokedOn !== null) faults.add('revokedOn', messages.revokedAlready(recognition.decisionNumber, recognition.revokedOn));
      if (revokedOn < recognition.decidedOn) faults.add('revokedOn', messages.revokedBeforeDecided(recognition.decidedOn));
      if (revokedOn > this.clock.today()) faults.add('revokedOn', messages.inFuture('revokedOn', this.clock.today()));
      faults.refuse();
      const revocation = await manager.save(RevocationEntity, { recognitionId: id, revokedOn, paper, reason, enteredBy: viewer.accountId, enteredAt: this.clock.now() });
      await this.audit.record(manager, viewer, {
        action: 'recognition-revoked', subject: 'product', subjectId: product.id, subjectName: product.name, after: { recognition: id, revocation: revocation.id, revokedOn, paper }, reason,
      });
      return { id: revocation.id, version: product.version };
    });
  }

  /** Takes back a revocation entered by mistake: the certificate was in force all the time. @throws AppError not-found */
  annulRevocation(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'recognitions.write');
    return this.dataSource.transaction(async (manager) => {
      const find = () => manager.findOneBy(RevocationEntity, { id, annulledAt: IsNull() });
      const found = await find();
      if (found === null) throw new AppError('not-found', messages.revocationNotFound(id));
      const { recognition, product } = await this.take(manager, viewer, found.recognitionId);
      // Somebody may have taken it back while the decision was not ours.
      if ((await find()) === null) throw new AppError('not-found', messages.revocationNotFound(id));
      await manager.update(RevocationEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
      await this.audit.record(manager, viewer, {
        action: 'revocation-annulled', subject: 'product', subjectId: product.id, subjectName: product.name,
        before: { recognition: recognition.id, revocation: id, revokedOn: found.revokedOn, paper: found.paper }, reason,
      });
      return { id, version: product.version };
    });
  }

  /** Takes back a decision entered by mistake; that of a registration goes with its step. @throws AppError not-found, invalid-input */
  annulRecognition(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'recognitions.write');
    return this.dataSource.transaction(async (manager) => {
      const { recognition, product } = await this.take(manager, viewer, id);
      if (recognition.registrationId !== null) throw new AppError('invalid-input', messages.undoTheStep);
      await this.annul(manager, viewer, id, reason);
      await this.audit.record(manager, viewer, {
        action: 'recognition-annulled', subject: 'product', subjectId: product.id, subjectName: product.name, before: { recognition: id, decisionNumber: recognition.decisionNumber }, reason,
      });
      return { id, version: product.version };
    });
  }

  /** A fact entered by mistake: it stays, and counts nowhere. */
  annul(manager: EntityManager, viewer: Viewer, id: number, reason: string) {
    return manager.update(RecognitionEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
  }

  private async take(manager: EntityManager, viewer: Viewer, id: number) {
    const recognition = await manager.findOne(RecognitionEntity, { where: { id, annulledAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
    if (recognition === null) throw new AppError('not-found', messages.recognitionNotFound(id));
    return { recognition, product: await this.products.find(viewer, recognition.productId, manager) };
  }

  /** What holds of every decision: its day, who may decide these stars on that day, one a day. */
  private async checkDecision(manager: EntityManager, productId: number, { stars, decidedOn, authority }: Decision, faults: Faults): Promise<void> {
    // Decisions on one product are entered one after the other.
    await lock(manager, 'decisions on a product', productId);
    const today = this.clock.today();
    if (decidedOn > today) faults.add('decidedOn', messages.inFuture('decidedOn', today));
    const rules = await this.law.rules(manager);
    const rightful = authorityOn(rules, stars, decidedOn);
    const basis = lawOn(rules, 'recognition-authority', decidedOn)?.legalBasis ?? '';
    if (rightful !== null && rightful !== authority) faults.add('authority', messages.wrongAuthority(authority, stars, decidedOn, rightful, basis));
    if (await manager.existsBy(RecognitionEntity, { productId, decidedOn, annulledAt: IsNull() })) faults.add('decidedOn', messages.decidedAlready(decidedOn));
  }

  /** A product is recognised for the first time once, and nothing comes before it (clause II.2); later decisions may be on record already. */
  private async checkFirst(manager: EntityManager, productId: number, name: string, decidedOn: Day, faults: Faults): Promise<void> {
    const stands = { productId, annulledAt: IsNull() };
    const where = [{ ...stands, kind: 'new' as const }, { ...stands, decidedOn: LessThanOrEqual(decidedOn) }];
    const earlier = await manager.findOne(RecognitionEntity, { where, order: { decidedOn: 'ASC' } });
    if (earlier !== null) faults.add('kind', messages.firstAlready(name, earlier.decisionNumber, earlier.decidedOn));
  }

  /** The stars follow from a result of the deciding level, or of the one below it that led there; a decision never comes before it. */
  private async checkResult(manager: EntityManager, registrationId: number, { stars, decidedOn, authority }: Decision, faults: Faults): Promise<void> {
    const result = groundOf(await standingResults(manager, registrationId), authority, this.clock.today());
    if (!result) faults.add('stars', messages.noResult);
    else if (result.stars === null) faults.add('stars', messages.disqualified(result.disqualification ?? ''));
    else if (stars > result.stars) faults.add('stars', messages.starsAboveResult(stars, result.stars, result.points));
    if (result && decidedOn < result.evaluatedOn) faults.add('decidedOn', messages.decidedBeforeResult(result.evaluatedOn));
  }

  private async write(manager: EntityManager, viewer: Viewer, columns: Pick<RecognitionEntity, 'stars' | 'decidedOn' | 'decisionNumber' | 'authority' | 'kind' | 'productId' | 'registrationId'>): Promise<number> {
    const { id } = await manager.save(RecognitionEntity, { ...columns, enteredBy: viewer.accountId, enteredAt: this.clock.now() });
    return id;
  }
}
