import type { CouncilRuleOfLevel, Receipt, SetCouncilRule } from '@ocop/contracts';
import { EVALUATION_LEVELS, formatPoints, parsePoints, type CouncilRule, type EvaluationLevel } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { lock } from '../../platform/database/locks.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { seesWholePlan } from '../plans/plan-view.js';
import { PlansService } from '../plans/plans.service.js';
import { CouncilRuleEntity } from './evaluation.entity.js';

const presented = ({ level, members, quorumNumerator, quorumDenominator, spreadLimit, paper, version }: CouncilRuleEntity): CouncilRuleOfLevel => ({
  level,
  members,
  quorum: quorumNumerator === null || quorumDenominator === null ? null : { numerator: quorumNumerator, denominator: quorumDenominator },
  spreadLimit: spreadLimit === null ? null : formatPoints(parsePoints(spreadLimit) ?? 0n),
  paper,
  version,
});
const described = ({ version: _version, ...rule }: CouncilRuleOfLevel) => rule;

/** What each council decided for itself: how many must score, and how far apart they may be. Configuration, not law. */
@Injectable()
export class CouncilRulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly plans: PlansService,
    private readonly audit: AuditService,
  ) {}

  /** The rules of a plan year, by level; a council that set none is not in the list. */
  async listRules(viewer: Viewer, year: number): Promise<{ items: CouncilRuleOfLevel[]; total: number }> {
    authorize(viewer, 'plans.read');
    const { plan } = await this.plans.view(viewer, year);
    const rules = (await this.dataSource.manager.findBy(CouncilRuleEntity, { planId: plan.id })).map(presented);
    const items = rules.sort((a, b) => EVALUATION_LEVELS.indexOf(a.level) - EVALUATION_LEVELS.indexOf(b.level));
    return { items, total: items.length };
  }

  /** @throws AppError forbidden to who sees some units only, invalid-input, changed-meanwhile, unknown-year */
  async setRule(viewer: Viewer, { year, version, ...rule }: SetCouncilRule): Promise<Receipt> {
    authorize(viewer, 'councils.write');
    const view = await this.plans.view(viewer, year);
    const { plan } = view;
    if (!seesWholePlan(view)) await this.audit.refuse(viewer, 'councils.write', `${plan.number} ${rule.level}`, messages.councilOfWholePlan);
    const faults = new Faults();
    const limit = rule.spreadLimit === null ? null : parsePoints(rule.spreadLimit);
    if (rule.spreadLimit !== null && limit === null) faults.add('spreadLimit', messages.notPoints('spreadLimit'));
    if (rule.quorum !== null && rule.members === null) faults.add('members', messages.quorumWithoutMembers);
    faults.refuse();
    return this.dataSource.transaction(async (manager) => {
      // One after the other, so that each line of the trail tells what stood before it.
      await lock(manager, 'council rules of a plan', plan.id);
      const found = await manager.findOneBy(CouncilRuleEntity, { planId: plan.id, level: rule.level });
      const before = found === null ? null : presented(found);
      if ((before?.version ?? 0) !== version) throw new AppError('changed-meanwhile', messages.changedMeanwhile, undefined, undefined, before ?? undefined);
      await manager.save(CouncilRuleEntity, {
        planId: plan.id, level: rule.level, members: rule.members,
        quorumNumerator: rule.quorum?.numerator ?? null, quorumDenominator: rule.quorum?.denominator ?? null,
        spreadLimit: limit === null ? null : formatPoints(limit).replace(',', '.'), paper: rule.paper, version: version + 1,
      });
      await this.audit.record(manager, viewer, {
        action: 'council-rule-set', subject: 'council', subjectId: `${year} ${rule.level}`,
        before: before === null ? null : described(before), after: { ...rule },
      });
      return { id: plan.id, version: version + 1 };
    });
  }

  /** The rule of a level of a plan; null = the council set none. */
  async find(manager: EntityManager, planId: number, level: EvaluationLevel): Promise<CouncilRule | null> {
    const rule = await manager.findOneBy(CouncilRuleEntity, { planId, level });
    return rule === null ? null : presented(rule);
  }
}
