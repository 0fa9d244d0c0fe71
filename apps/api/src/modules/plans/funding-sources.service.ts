import type { ChangeFundingSource, FundingSource, NewFundingSource, Receipt } from '@ocop/contracts';
import { nameKey, searchKey } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { difference } from '../../platform/audit/difference.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin, type PlanView } from './plan-view.js';
import { FundingSourceEntity } from './plan.entity.js';
import { PlansInSightService } from './plans-in-sight.service.js';
import { PlansService } from './plans.service.js';

type Fields = Omit<NewFundingSource, 'year' | 'kind'>;
const described = ({ position, name, clause, legalBasis, validFrom, validTo, ceiling, eligibility }: Fields) => ({ position, name, clause, legalBasis, validFrom, validTo, ceiling, eligibility });

/** The sources of money of a plan year: those the plan names, and those that came later. */
@Injectable()
export class FundingSourcesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly inSight: PlansInSightService,
    private readonly audit: AuditService,
  ) {}

  async listSources(viewer: Viewer, year: number): Promise<{ items: FundingSource[]; total: number }> {
    authorize(viewer, 'funding.read');
    const plan = await this.inSight.find(viewer, year);
    const sources = await this.plans.listFundingSources(plan.id);
    const items = sources.map(({ planId: _, ...source }) => ({ ...source, year }));
    return { items, total: items.length };
  }

  /** @throws AppError invalid-input, already-there, unknown-year, forbidden */
  addSource(viewer: Viewer, { year, kind, ...input }: NewFundingSource): Promise<Receipt> {
    authorize(viewer, 'fundingSources.write');
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.inSight.find(viewer, year, manager);
      const others = await this.take(manager, viewer, plan);
      this.check(input, others);
      const { id, version } = await manager.save(FundingSourceEntity, { ...input, planId: plan.id, kind, code: freeCode(input.name, others), principal: false });
      await this.audit.record(manager, viewer, { action: 'funding-source-added', subject: 'funding', subjectId: id, subjectName: input.name, after: { year, kind, ...described(input) } });
      return { id, version };
    });
  }

  /** @throws AppError invalid-input, already-there, changed-meanwhile, not-found, forbidden */
  changeSource(viewer: Viewer, id: number, { version, reason, ...input }: ChangeFundingSource): Promise<Receipt> {
    authorize(viewer, 'fundingSources.write');
    return this.dataSource.transaction(async (manager) => {
      const found = await manager.findOneBy(FundingSourceEntity, { id });
      if (found === null) throw new AppError('not-found', messages.sourceNotFound(id));
      const sources = await this.take(manager, viewer, await this.plans.ofId(found.planId, manager));
      const before = sources.find((source) => source.id === id) ?? found;
      if (before.version !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, { ...before });
      this.check(input, sources.filter((source) => source !== before));
      await this.checkCeiling(manager, before, input.ceiling);
      await manager.update(FundingSourceEntity, id, { ...input, version: version + 1 });
      const facts = difference(described(before), described(input));
      if (facts !== null) await this.audit.record(manager, viewer, { action: 'funding-source-changed', subject: 'funding', subjectId: id, subjectName: before.name, ...facts, reason });
      return { id, version: version + 1 };
    });
  }

  /** The plan's sources, once everybody who writes their money has finished. They are of the whole plan. */
  private async take(manager: EntityManager, viewer: Viewer, plan: Pick<PlanView['plan'], 'id' | 'unitId'>): Promise<FundingSourceEntity[]> {
    const { id: planId } = plan;
    if (unitsWithin(plan, viewer.units) !== null) throw new AppError('forbidden', messages.sourcesOfWholePlan);
    await manager.query('select 1 from funding_source where plan_id = $1 order by id for no key update', [planId]);
    return manager.find(FundingSourceEntity, { where: { planId }, order: { position: 'ASC' } });
  }

  private check(input: Fields, others: readonly FundingSourceEntity[]): void {
    const same = others.find(({ name }) => nameKey(name) === nameKey(input.name));
    const there = others.find(({ position }) => position === input.position);
    const errors = [
      ...(same === undefined ? [] : [{ path: 'name', message: messages.sourceTaken(same.name) }]),
      ...(there === undefined ? [] : [{ path: 'position', message: messages.positionTaken(input.position, there.name) }]),
    ];
    const [first] = errors;
    if (first !== undefined) throw new AppError('already-there', first.message, errors);
  }

  /** A ceiling is not set below what is allocated already. */
  private async checkCeiling(manager: EntityManager, { id, planId }: FundingSourceEntity, ceiling: string | null): Promise<void> {
    if (ceiling === null) return;
    const [sum] = await manager.query<{ allocated: string | null }[]>(
      `select sum(amount)::text as allocated from funding_sum where plan_id = $1 and not by_area and span = 'total' and source_id = $2 and stage in ('allocated', 'adjusted')`,
      [planId, id],
    );
    const faults = new Faults();
    if (BigInt(sum?.allocated ?? 0) > BigInt(ceiling)) faults.add('ceiling', messages.ceilingBelow(sum?.allocated ?? '0'));
    faults.refuse();
  }
}

/** A code of the source's name that the plan has not yet. */
function freeCode(name: string, others: readonly FundingSourceEntity[]): string {
  const base = searchKey(name).replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 50) || 'nguon';
  const taken = new Set(others.map(({ code }) => code));
  for (let no = 1; ; no += 1) {
    const code = no === 1 ? base : `${base}-${no}`;
    if (!taken.has(code)) return code;
  }
}
