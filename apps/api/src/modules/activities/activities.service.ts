import type { ActivityList, ActivityQuery, Annulment, NewActivity, Receipt } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import type { SnapshotActivity } from '@ocop/reports';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { namedColumns, registeredName } from '../../platform/database/vietnamese-name.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { seesWholePlan, unitsWithin, type PlanView } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { UnitsService } from '../units/units.service.js';
import { ActivityEntity } from './activity.entity.js';
import { activitiesOf, countByArea, heldBetween, matchingActivities, reportingYearFrom } from './activity.queries.js';

const DEFAULT_PAGE_SIZE = 50;

type Fields = Omit<NewActivity, 'year'>;

/** What was done in the work areas of a plan (its section III). */
@Injectable()
export class ActivitiesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly units: UnitsService,
    private readonly audit: AuditService,
  ) {}

  /** A page of a plan's activities as of a day. @throws AppError unknown-year, as-of-before-plan, as-of-after-today */
  async listActivities(viewer: Viewer, { year, asOf, page = 1, pageSize = DEFAULT_PAGE_SIZE, ...filters }: ActivityQuery): Promise<ActivityList> {
    authorize(viewer, 'indicators.read');
    const view = await this.plans.view(viewer, year, asOf);
    const [{ ids, participants }, areas] = await Promise.all([matchingActivities(this.dataSource, view, filters), countByArea(this.dataSource, view)]);
    const items = await activitiesOf(this.dataSource, ids.slice((page - 1) * pageSize, page * pageSize));
    return { year: view.plan.year, asOf: view.asOf, items, total: ids.length, participants, areas };
  }

  /** Activities held between two days, both included, up to the view's day, under this plan or the one before; by work area, day and number. */
  listHeldBetween(view: PlanView, firstDay: Day, lastDay: Day): Promise<SnapshotActivity[]> {
    return heldBetween(this.dataSource, view, firstDay, lastDay);
  }

  /** Enters what was done. @throws AppError invalid-input with every fault, already-there, unknown-year */
  async addActivity(viewer: Viewer, { year, ...input }: NewActivity): Promise<Receipt> {
    authorize(viewer, 'activities.write');
    const view = await this.plans.view(viewer, year);
    const { plan } = view;
    const faults = new Faults();
    const areas = await this.plans.listWorkAreas(plan.id);
    if (!areas.some(({ no }) => no === input.workArea)) faults.add('workArea', messages.unknownWorkArea(input.workArea, plan.number));
    await this.checkDays(plan, input, faults);
    const unitName = await this.checkUnit(viewer, view, input, faults);
    faults.refuse();
    // One day is written one way.
    const fields = { ...input, endedOn: input.endedOn === input.heldOn ? null : input.endedOn };
    const { unitId: _, ...told } = fields;
    return this.dataSource.transaction(async (manager) => {
      const id = await this.insertOnce(manager, viewer, plan.id, fields);
      if (id === null) throw await this.there(manager, plan.id, fields, unitName);
      await this.audit.record(manager, viewer, { action: 'activity-entered', subject: 'activity', subjectId: id, subjectName: fields.name, after: { year, ...told, unit: unitName } });
      return { id, version: 1 };
    });
  }

  /** Takes back an activity entered by mistake. @throws AppError not-found */
  annulActivity(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'activities.write');
    return this.dataSource.transaction(async (manager) => {
      const activity = await manager.findOne(ActivityEntity, { where: { id, annulledAt: IsNull() }, lock: { mode: 'pessimistic_write' } });
      const plan = activity && (await this.plans.ofId(activity.planId, manager));
      const units = plan && unitsWithin(plan, viewer.units);
      const reached = activity !== null && (units === null || (activity.unitId !== null && units.includes(activity.unitId)));
      if (!reached) throw new AppError('not-found', messages.activityNotFound(id));
      const { workAreaNo: workArea, name, heldOn, endedOn, unitId, participants, paper, note } = activity;
      const commune = unitId === null ? null : await this.units.findCommune(unitId, manager);
      await manager.update(ActivityEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
      await this.audit.record(manager, viewer, {
        action: 'activity-annulled', subject: 'activity', subjectId: id, subjectName: name,
        before: { year: plan?.year, workArea, name, heldOn, endedOn, participants, paper, note, unit: commune?.fullName ?? null }, reason,
      });
      return { id, version: 1 };
    });
  }

  private async checkDays(plan: PlanView['plan'], { heldOn, endedOn }: Fields, faults: Faults): Promise<void> {
    const today = this.clock.today();
    const [from, to] = [await reportingYearFrom(this.dataSource, plan), `${plan.year}-12-31`];
    if (heldOn > today) faults.add('heldOn', messages.inFuture('heldOn', today));
    if (heldOn < from || heldOn > to) faults.add('heldOn', messages.heldOutsideYear(plan.year, from, to));
    if (endedOn === null) return;
    if (endedOn < heldOn) faults.add('endedOn', messages.endedBeforeHeld(heldOn));
    if (endedOn > today) faults.add('endedOn', messages.inFuture('endedOn', today));
  }

  /** A commune that owes reports by the plan, is in reach, and was there on the day; or none, for who sees the whole plan. Gives its name. */
  private async checkUnit(viewer: Viewer, view: PlanView, { unitId, heldOn }: Fields, faults: Faults): Promise<string | null> {
    const { plan } = view;
    if (unitId === null) {
      if (!seesWholePlan(view)) faults.add('unitId', messages.activityOfWholeTown);
      return null;
    }
    const commune = (await this.units.listCommunesOf(plan.unitId, plan.issuedOn, null)).find(({ id }) => id === unitId);
    if (commune === undefined) {
      faults.add('unitId', messages.communeOwesNothing(unitId, plan.number));
      return null;
    }
    const { fullName, validFrom, validTo } = commune;
    if (viewer.units !== null && !viewer.units.includes(unitId)) faults.add('unitId', messages.communeOutOfReach(fullName));
    else if (heldOn < (validFrom ?? heldOn) || heldOn > (validTo ?? heldOn)) faults.add('heldOn', messages.heldWithoutCommune(fullName, validFrom, validTo));
    return fullName;
  }

  /** Null = it stands already, entered a moment ago perhaps. */
  private async insertOnce(manager: EntityManager, viewer: Viewer, planId: number, { workArea, name, heldOn, endedOn, unitId, participants, paper, note }: Fields): Promise<number | null> {
    const named = registeredName(name, [paper, note].filter((text) => text !== null));
    const [inserted] = await manager.query<{ id: number }[]>(
      `insert into activity (plan_id, work_area_no, name, name_key, search_key, held_on, ended_on, unit_id, participants, paper, note, entered_by, entered_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (plan_id, work_area_no, held_on, unit_id, name_key) where annulled_at is null do nothing returning id`,
      [planId, workArea, named.name, named.nameKey, named.searchKey, heldOn, endedOn, unitId, participants, paper, note, viewer.accountId, this.clock.now()],
    );
    return inserted?.id ?? null;
  }

  /** The refusal that names the activity which is there. */
  private async there(manager: EntityManager, planId: number, { workArea, name, heldOn, unitId }: Fields, unitName: string | null): Promise<AppError> {
    const { nameKey } = namedColumns(name);
    const standing = await manager.findOneBy(ActivityEntity, { planId, workAreaNo: workArea, heldOn, unitId: unitId ?? IsNull(), nameKey, annulledAt: IsNull() });
    const message = messages.activityThere(standing?.name ?? name, heldOn, unitName);
    return new AppError('already-there', message, [{ path: 'name', message }]);
  }
}
