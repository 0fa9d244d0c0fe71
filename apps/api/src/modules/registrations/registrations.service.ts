import type { ChangeRegistration, NewRegistration, NewStep, Receipt, Registration, RegistrationQuery } from '@ocop/contracts';
import { isCommuneStage, moveBetween, type Day, type ProducerKind, type RegistrationKind, type RegistrationStage } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { Clock } from '../../platform/clock/clock.js';
import { lock, lockShared } from '../../platform/database/locks.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { ProducersService } from '../products/producers.service.js';
import { ProductsService } from '../products/products.service.js';
import { UnitsService } from '../units/units.service.js';
import { moveFaults, type DayField, type Move } from './registration-moves.js';
import { countRecognitions, isRecognised, lockRegistration, type RegistrationState } from './registration-state.query.js';
import { RegistrationEntity, RegistrationStepEntity } from './registration.entity.js';
import { allRegistrationsOn, pastFirstTime, registrationsNow, registrationsOn, stepsTo } from './registration.queries.js';

export type { RegistrationState } from './registration-state.query.js';

/** A registration as a plan's list has it, with its producer and product. */
export interface ListedRegistration {
  planId: number;
  position: number;
  productName: string;
  producerName: string;
  producerKind: ProducerKind;
  unitId: number;
  addressAsWritten: string;
  kind: RegistrationKind;
  note: string | null;
  step: { stage: RegistrationStage; happenedOn: Day; roundNo: number | null; paper: string | null };
}

@Injectable()
export class RegistrationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly producers: ProducersService,
    private readonly products: ProductsService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /** A page of the product list of a year, at each product's stage on a day. */
  async listRegistrations(viewer: Viewer, query: RegistrationQuery): Promise<{ items: Registration[]; total: number }> {
    authorize(viewer, 'products.read');
    const { year, asOf, ...filters } = query;
    const view = await this.plans.view(viewer, year, asOf);
    return registrationsOn(this.dataSource, view, filters);
  }

  /** The whole product list of a plan on a day, in its order. */
  listAllRegistrations(view: PlanView): Promise<Registration[]> {
    return allRegistrationsOn(this.dataSource, view);
  }

  /** Every sending, also of a dossier sent again. */
  listSentToProvince(view: PlanView) {
    return stepsTo(this.dataSource, view, 'sent-to-province');
  }

  /** First-time registrations of the unit's earlier plan years: every stage each stood at, and whether its year recognised it. */
  listPastFirstTime(view: PlanView) {
    return pastFirstTime(this.dataSource, view);
  }

  /** Every registration of a product as it stands today, with its plan year, oldest first. */
  listOfProduct(viewer: Viewer, productId: number) {
    authorize(viewer, 'products.read');
    return registrationsNow(this.dataSource, viewer.units, this.clock.today(), { productId });
  }

  /** A registration as it stands today; null = none in the viewer's units. */
  async findNow(viewer: Viewer, id: number) {
    authorize(viewer, 'products.read');
    const [found] = await registrationsNow(this.dataSource, viewer.units, this.clock.today(), { id });
    return found ?? null;
  }

  /**
   * Puts a product on the list of a plan year. Before the plan's day for supplements it is one, after it a late one (V.4).
   * @throws AppError invalid-input, already-there, unknown-year, not-found
   */
  async addRegistration(viewer: Viewer, input: NewRegistration): Promise<Receipt> {
    authorize(viewer, 'registrations.write');
    return this.dataSource.transaction(async (manager) => {
      const { id: planId } = await this.plans.ofYear(viewer, input.year, manager);
      await lockShared(manager, 'facts of a plan', planId);
      const plan = await this.plans.ofId(planId, manager);
      const product = await this.products.findToList(viewer, input.productId, manager);
      // The next number of the list is given to one after the other.
      await lock(manager, 'list of a plan', plan.id);
      const faults = new Faults();
      const { registeredOn, kind, roundNo, paper, note } = input;
      const today = this.clock.today();
      if (registeredOn > today) faults.add('registeredOn', messages.inFuture('registeredOn', today));
      if (registeredOn < plan.issuedOn) faults.add('registeredOn', messages.beforePlan(plan.number, plan.issuedOn));
      const commune = await this.units.findCommune(product.unitId, manager);
      if (commune !== null && commune.validTo !== null && registeredOn > commune.validTo) faults.add('registeredOn', messages.communeEnded(commune.fullName, commune.validTo));
      const within = await this.units.looksAt({ units: [product.unitId], locality: plan.unitId }, manager);
      if (within?.length === 0) faults.add('productId', messages.productOfElsewhere(product.name, product.unitName, plan.number));
      if (Number(registeredOn.slice(0, 4)) > plan.year) faults.add('registeredOn', messages.afterPlanYear(plan.year));
      await this.checkRound(manager, plan.id, roundNo, faults);
      await this.checkKind(manager, kind, product, faults);
      // The list is one over all communes, whoever adds to it: a product may have come from another, and numbers go on.
      const [listed, last] = await withRowScope('all', async () => [
        await manager.existsBy(RegistrationEntity, { planId: plan.id, productId: product.id }),
        await manager.maximum(RegistrationEntity, 'position', { planId: plan.id }),
      ] as const);
      if (listed) {
        const message = messages.registeredAlready(product.name, plan.year);
        throw new AppError('already-there', message, [{ path: 'productId', message }]);
      }
      faults.refuse();
      const position = (last ?? 0) + 1;
      const { id, version } = await manager.save(RegistrationEntity, {
        planId: plan.id, position, productId: product.id, unitId: product.unitId, kind, addressAsWritten: product.unitName, note, registeredOn,
      });
      await manager.insert(RegistrationStepEntity, {
        registrationId: id, stage: 'registered', happenedOn: registeredOn, roundNo, paper, reason: null, ...this.enteredBy(viewer),
      });
      await this.audit.record(manager, viewer, {
        action: 'registration-added', subject: 'registration', subjectId: id, subjectName: product.name,
        after: { year: plan.year, kind, registeredOn, roundNo, paper, note },
      });
      return { id, version };
    });
  }

  /** @throws AppError invalid-input, changed-meanwhile, not-found */
  changeRegistration(viewer: Viewer, id: number, { version, kind, note, reason }: ChangeRegistration): Promise<Receipt> {
    authorize(viewer, 'registrations.write');
    return this.dataSource.transaction(async (manager) => {
      const state = await this.take(manager, viewer, id, version);
      const faults = new Faults();
      const product = { id: state.productId, name: state.productName };
      if (kind !== state.kind) {
        await this.checkKind(manager, kind, product, faults);
        if (await isRecognised(manager, id)) faults.add('kind', messages.kindIsDecided);
      }
      faults.refuse();
      await manager.update(RegistrationEntity, id, { kind, note });
      const facts = difference({ kind: state.kind, note: state.note }, { kind, note });
      if (facts !== null) {
        await this.audit.record(manager, viewer, { action: 'registration-changed', subject: 'registration', subjectId: id, subjectName: state.productName, ...facts, reason });
      }
      return { id, version: version + 1 };
    });
  }

  /** Enters a step that needs no result and no decision. @throws AppError invalid-input, changed-meanwhile, not-found */
  addStep(viewer: Viewer, id: number, { version, ...step }: NewStep): Promise<Receipt> {
    authorize(viewer, 'registrations.write');
    return this.dataSource.transaction(async (manager) => {
      const state = await this.take(manager, viewer, id, version);
      const faults = new Faults();
      if (step.stage === 'scored-by-town') faults.add('stage', messages.stageNeedsResult);
      else if (step.stage.startsWith('recognised-')) faults.add('stage', messages.stageNeedsDecision);
      else if (!viewer.permissions.has('evaluations.write') && !isOfCommune(state.stage, step.stage)) faults.add('stage', messages.stageOfTheTown);
      await this.checkMove(manager, state, step, faults);
      faults.refuse();
      await this.move(manager, viewer, state, step);
      await this.audit.record(manager, viewer, {
        action: 'step-entered', subject: 'registration', subjectId: id, subjectName: state.productName,
        before: { stage: state.stage }, after: { stage: step.stage, happenedOn: step.happenedOn, roundNo: step.roundNo, paper: step.paper }, reason: step.reason,
      });
      return { id, version: version + 1 };
    });
  }

  /**
   * Takes a registration for a change: locked, in the viewer's units, as the person saw it. Its version goes up.
   * @throws AppError not-found, changed-meanwhile with how it stands
   */
  async take(manager: EntityManager, viewer: Viewer, id: number, version: number): Promise<RegistrationState> {
    const state = await this.takeAsIs(manager, viewer, id);
    if (state.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { ...state });
    return state;
  }

  /** The same for a change that the person made looking at another record. */
  async takeAsIs(manager: EntityManager, viewer: Viewer, id: number): Promise<RegistrationState> {
    const state = await lockRegistration(manager, viewer.units, id);
    if (state === null) throw new AppError('not-found', messages.registrationNotFound(id));
    await manager.update(RegistrationEntity, id, { version: state.version + 1 });
    return state;
  }

  /** A step entered by mistake: it stays, and counts nowhere. Gives what it came with. */
  async annulLastStep(manager: EntityManager, viewer: Viewer, state: RegistrationState, reason: string) {
    if (!viewer.permissions.has('evaluations.write') && !isCommuneStage(state.stage)) throw new AppError('forbidden', messages.stageOfTheTown);
    await manager.update(RegistrationStepEntity, state.stepId, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
    const { id, evaluationId, recognitionId } = await manager.findOneByOrFail(RegistrationStepEntity, { id: state.stepId });
    return { id, evaluationId, recognitionId };
  }

  /** Whether the registration may go there, on that day, in that round; adds every fault. */
  async checkMove(manager: EntityManager, state: RegistrationState, move: Move, faults: Faults, dayField: DayField = 'happenedOn'): Promise<void> {
    for (const { path, message } of moveFaults(state, move, this.clock.today(), dayField)) faults.add(path, message);
    await this.checkRound(manager, state.planId, move.roundNo, faults);
  }

  /** Writes the step; without a round of its own it stays in the one the registration is in. */
  async move(manager: EntityManager, viewer: Viewer, state: RegistrationState, step: Move & Pick<Partial<RegistrationStepEntity>, 'evaluationId' | 'recognitionId'>): Promise<void> {
    await manager.insert(RegistrationStepEntity, { ...step, roundNo: step.roundNo ?? state.roundNo, registrationId: state.id, ...this.enteredBy(viewer) });
  }

  /** Writes a registration of a plan's list with its producer and product where they are new; gives the ids. */
  async list(input: ListedRegistration, manager: EntityManager): Promise<{ productId: number; registrationId: number }> {
    const { planId, position, unitId, kind, addressAsWritten, note, step } = input;
    const producerId = await this.producers.ensureProducer(manager, unitId, input.producerName, input.producerKind);
    const productId = await this.products.ensureProduct(manager, producerId, input.productName);
    const { id: registrationId } = await manager.save(RegistrationEntity, {
      planId, position, productId, unitId, kind, addressAsWritten, note, registeredOn: step.happenedOn,
    });
    await manager.insert(RegistrationStepEntity, { ...step, registrationId });
    return { productId, registrationId };
  }

  private enteredBy = (viewer: Viewer) => ({ enteredBy: viewer.accountId, enteredAt: this.clock.now() });

  /** A round that is told is one of the plan's. */
  async checkRound(manager: EntityManager, planId: number, roundNo: number | null, faults: Faults): Promise<void> {
    if (roundNo === null) return;
    const rounds = await this.plans.listRounds(planId, manager);
    if (!rounds.some(({ no }) => no === roundNo)) faults.add('roundNo', messages.unknownRound(roundNo, rounds.map(({ no }) => no)));
  }

  /** First-time only what no decision ever recognised (clause II.2). */
  private async checkKind(manager: EntityManager, kind: RegistrationKind, product: { id: number; name: string }, faults: Faults): Promise<void> {
    if (kind === 'new' && (await countRecognitions(manager, product.id)) > 0) faults.add('kind', messages.recognisedBefore(product.name));
  }
}

/** Going back from a stage takes back what its office entered. */
const isOfCommune = (from: RegistrationStage, to: RegistrationStage): boolean =>
  isCommuneStage(to) && (isCommuneStage(from) || moveBetween(from, to) !== 'back');
