import type { Annulment, LawRuleOnRecord, NewLawRule, Receipt } from '@ocop/contracts';
import type { LawRule } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { ENTERED_COLUMNS, ENTERED_JOINS } from '../../platform/database/entered.js';
import { lock, lockShared } from '../../platform/database/locks.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { LawRuleEntity } from './law-rule.entity.js';

/** The law as dated data: a record is judged by what was in force on its own date. A future decision is entered, not coded. */
@Injectable()
export class LawService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly audit: AuditService,
  ) {}

  /** Every provision on record, by topic and day; annulled ones too. */
  async listRules(viewer: Viewer): Promise<{ items: LawRuleOnRecord[]; total: number }> {
    authorize(viewer, 'plans.read');
    const items = await this.dataSource.query<LawRuleOnRecord[]>(
      `select x.id, x.topic, x.valid_from as "validFrom", x.legal_basis as "legalBasis", x.value, ${ENTERED_COLUMNS}
       from law_rule x ${ENTERED_JOINS} order by x.topic, x.valid_from nulls first, x.id`,
    );
    return { items, total: items.length };
  }

  /** What stands; with the manager of a transaction it stays so until its end. */
  async rules(manager?: EntityManager): Promise<LawRule[]> {
    if (manager) await lockShared(manager, 'law');
    return (manager ?? this.dataSource.manager).findBy(LawRuleEntity, { annulledAt: IsNull() });
  }

  /** @throws AppError forbidden to who sees some units only, already-there */
  async addRule(viewer: Viewer, rule: NewLawRule): Promise<Receipt> {
    authorize(viewer, 'law.write');
    await this.refuseToSome(viewer, rule.topic);
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, 'law');
      const { topic, validFrom, legalBasis, value } = rule;
      if (await manager.existsBy(LawRuleEntity, { topic, validFrom, annulledAt: IsNull() })) {
        const message = messages.lawRuleTaken(topic, validFrom);
        throw new AppError('already-there', message, [{ path: 'validFrom', message }]);
      }
      const { id } = await manager.save(LawRuleEntity, { topic, validFrom, legalBasis, value, enteredBy: viewer.accountId, enteredAt: this.clock.now() });
      await this.audit.record(manager, viewer, { action: 'law-rule-added', subject: 'law', subjectId: id, subjectName: legalBasis, after: { topic, validFrom, value: JSON.stringify(value) } });
      return { id, version: 1 };
    });
  }

  /** @throws AppError forbidden to who sees some units only, not-found, invalid-input for the oldest of its topic, by which everything before is judged */
  async annulRule(viewer: Viewer, id: number, { reason }: Annulment): Promise<Receipt> {
    authorize(viewer, 'law.write');
    await this.refuseToSome(viewer, `law-rules/${id}`);
    return this.dataSource.transaction(async (manager) => {
      await lock(manager, 'law');
      const rule = await manager.findOneBy(LawRuleEntity, { id, annulledAt: IsNull() });
      if (rule === null) throw new AppError('not-found', messages.lawRuleNotFound(id));
      if (rule.validFrom === null) throw new AppError('invalid-input', messages.lawRuleIsFirst);
      await manager.update(LawRuleEntity, id, { annulledAt: this.clock.now(), annulledBy: viewer.accountId, annulledReason: reason });
      await this.audit.record(manager, viewer, { action: 'law-rule-annulled', subject: 'law', subjectId: id, subjectName: rule.legalBasis, before: { topic: rule.topic, validFrom: rule.validFrom, value: JSON.stringify(rule.value) }, reason });
      return { id, version: 1 };
    });
  }

  /** The law holds for everybody's rows. */
  private async refuseToSome(viewer: Viewer, what: string): Promise<void> {
    if (viewer.units !== null) await this.audit.refuse(viewer, 'law.write', what, messages.lawOfAll);
  }
}
