import type { NewPosting, NewReversal, PostingReceipt } from '@ocop/contracts';
import { FUNDING_DOUBTS, type FundingDoubt } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { foundNoConnection } from '../../platform/database/connection-wait.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { AppError, Faults } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { unitsWithin, type PlanView } from '../plans/plan-view.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { PlansService } from '../plans/plans.service.js';
import { faultsOfPosting, withoutSums, type Candidate, type LedgerFault } from './ledger-faults.query.js';
import { candidatesOf, findPosting, insertEntries, insertWarnings, linesOf, lockEntry, lockSources, noteOf, postingTaken, resolveWarningsOf, saysTheSame, type Line, type Written } from './posting.queries.js';
import { mayGoTogether, writeTogether, type Sent } from './postings-together.js';
import { WriteQueue } from './write-queue.js';

const isDoubt = (rule: LedgerFault['rule']): rule is FundingDoubt => (FUNDING_DOUBTS as readonly string[]).includes(rule);
const MOST_TOGETHER = 64;
const PART_FIELDS = ['source', 'stage', 'amount'];

/** Writes the ledger: postings and reversals. Nothing in it is ever changed. */
@Injectable()
export class PostingsService {
  /** Postings wait for each other at their sources and at the trail; so those that wait are written together. */
  private readonly queue = new WriteQueue<Sent, PostingReceipt>(MOST_TOGETHER, (sent) => withRowScope('all', () => this.postAll(sent)));

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly plans: PlansService,
    private readonly inSight: PlansInSightService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Writes a posting once, whole or not at all; sent again, it gives the same receipt.
   * @throws AppError invalid-input with every fault, doubtful, already-there, unknown-year
   */
  async post(viewer: Viewer, input: NewPosting): Promise<PostingReceipt> {
    authorize(viewer, 'funding.write');
    const sent = { viewer, input };
    return mayGoTogether(sent) ? this.queue.add(sent) : this.postAlone(sent);
  }

  /** Together when there are several and no rule says anything of them; else one by one, so that each is told its own. */
  private async postAll(sent: readonly Sent[]): Promise<PromiseSettledResult<PostingReceipt>[]> {
    const outcomes = new Map<Sent, PromiseSettledResult<PostingReceipt>>();
    const planOf = ({ viewer, input }: Sent) => `${input.year} ${viewer.locality ?? 'any'}`;
    for (const plan of new Set(sent.map(planOf))) {
      const ofPlan = sent.filter((one) => planOf(one) === plan);
      const together = await this.postTogether(ofPlan);
      for (const [index, one] of ofPlan.entries()) outcomes.set(one, together[index] ?? (await Promise.allSettled([this.postAlone(one)]))[0]);
    }
    return sent.flatMap((one) => outcomes.get(one) ?? []);
  }

  /** None when each has to be written alone. Whatever else goes wrong is met again there. */
  private async postTogether(sent: readonly Sent[]): Promise<PromiseSettledResult<PostingReceipt>[]> {
    const [first] = sent;
    if (first === undefined || sent.length === 1) return [];
    try {
      const receipts = await this.dataSource.transaction(async (manager) => {
        const { id: planId } = await this.inSight.find(first.viewer, first.input.year, manager);
        return writeTogether(manager, planId, sent, this.audit, this.clock);
      });
      return receipts.map((value) => ({ status: 'fulfilled', value }));
    } catch (reason) {
      // Nobody waits once more for each who waited along.
      return foundNoConnection(reason) ? sent.map(() => ({ status: 'rejected', reason })) : [];
    }
  }

  private postAlone({ viewer, input }: Sent): Promise<PostingReceipt> {
    return this.dataSource.transaction(async (manager) => {
      const plan = await this.inSight.find(viewer, input.year, manager);
      const sources = await lockSources(manager, plan.id, input.parts.map(({ source }) => source));
      const faults = new Faults();
      const candidates = candidatesOf(input, sources);
      const { known, faults: ruled } = await this.rulesOf(manager, viewer, plan, input.key, candidates);
      const lines = linesOf(input, candidates, viewer.accountId);
      if (known) return this.again(await findPosting(manager, input.key), lines);
      await this.checkPosting(manager, viewer, plan, input, sources, faults);
      const doubts = this.judge(ruled, faults, input.parts.length);
      if (input.reason === null && input.accepted.length > 0) faults.add('reason', messages.reasonForDoubts);
      faults.refuse();
      const open = doubts.filter(({ rule }) => !input.accepted.includes(rule) || input.reason === null);
      if (open.length > 0) throw this.doubtful(doubts, input.parts.length);
      const entries = await insertEntries(manager, plan.id, lines, this.clock.now());
      const warnings = input.reason === null ? [] : await insertWarnings(manager, entries, doubts, input.reason);
      await this.audit.record(manager, viewer, noteOf(input, entries, doubts.map(({ rule }) => rule)));
      return { posting: input.key, entries, warnings };
    });
  }

  /**
   * Takes one entry back with another of the same amount the other way; both stay.
   * @throws AppError not-found, invalid-input, already-there
   */
  reverse(viewer: Viewer, id: number, input: NewReversal): Promise<PostingReceipt> {
    authorize(viewer, 'funding.write');
    return this.dataSource.transaction(async (manager) => {
      const entry = await lockEntry(manager, viewer.units, id);
      if (entry === null) throw new AppError('not-found', messages.entryNotFound(id));
      const candidate: Candidate = {
        part: 1, source_id: entry.sourceId, stage: entry.stage, amount: String(-BigInt(entry.amount)), occurred_on: input.occurredOn, unit_id: entry.unitId,
        work_area_no: entry.workArea, product_id: entry.productId, producer_id: entry.producerId, paper_number: input.paperNumber, paper_on: input.paperOn, reverses_id: String(id),
      };
      const { known, faults: ruled } = await this.rulesOf(manager, viewer, { id: entry.planId, unitId: entry.planUnitId }, input.key, [candidate]);
      const lines = linesOf({ key: input.key, activity: entry.activity, note: input.reason }, [candidate], viewer.accountId);
      if (known) return this.again(await findPosting(manager, input.key), lines);
      const faults = new Faults();
      if (entry.reverses !== null) faults.add('id', messages.reversalOfReversal);
      if (entry.reversedBy !== null) faults.add('id', messages.reversedAlready(entry.reversedBy));
      if (input.occurredOn < entry.occurredOn) faults.add('occurredOn', messages.reversedBefore(entry.occurredOn));
      this.judge(ruled, faults, 1);
      faults.refuse();
      const entries = await insertEntries(manager, entry.planId, lines, this.clock.now());
      await resolveWarningsOf(manager, id, viewer.accountId, this.clock.now(), input.reason);
      await this.audit.record(manager, viewer, {
        action: 'funding-reversed', subject: 'funding', subjectId: id, subjectName: entry.paperNumber ?? entry.source,
        before: { amount: entry.amount, occurredOn: entry.occurredOn }, after: { entries, occurredOn: input.occurredOn }, reason: input.reason,
      });
      return { posting: input.key, entries, warnings: [] };
    });
  }

  /** What was written under the same key, when it is the same. */
  private again(before: readonly Written[], lines: readonly Line[]): PostingReceipt {
    const same = before.length === lines.length && before.every((line, index) => lines[index] !== undefined && saysTheSame(line, lines[index]));
    const [first] = before;
    if (!same || first === undefined) throw postingTaken();
    return { posting: first.posting, entries: before.map(({ id }) => id), warnings: before.flatMap(({ warnings }) => warnings) };
  }

  /** What the lines alone do not tell: sources by code, the total, the viewer's reach. */
  private async checkPosting(manager: EntityManager, viewer: Viewer, plan: Pick<PlanView['plan'], 'id' | 'unitId'>, input: NewPosting, sources: readonly { code: string }[], faults: Faults): Promise<void> {
    for (const [index, { source }] of input.parts.entries()) {
      if (sources.some(({ code }) => code === source)) continue;
      const known = await this.plans.listFundingSources(plan.id, manager);
      faults.add(`parts.${index}.source`, messages.unknownSource(source, known.map(({ code }) => code)));
    }
    const sum = input.parts.reduce((total, { amount }) => total + BigInt(amount), 0n);
    if (input.total === null && input.parts.length > 1) faults.add('total', messages.totalMissing);
    if (input.total !== null && BigInt(input.total) !== sum) faults.add('total', messages.totalOfParts(input.total, sum));
    if (viewer.units !== null && !viewer.units.includes(input.unitId ?? plan.unitId)) faults.add('unitId', messages.unitOutOfReach);
  }

  /** The rules look at the whole plan, whoever writes: a source is one over all communes; what a line names is of the writer's own. Who sees a part of the plan is not told its sums. */
  private async rulesOf(manager: EntityManager, viewer: Viewer, plan: Pick<PlanView['plan'], 'id' | 'unitId'>, key: string, candidates: readonly Candidate[]): ReturnType<typeof faultsOfPosting> {
    const run = () => faultsOfPosting(manager, plan.id, this.clock.today(), [key], viewer.units, candidates);
    const { known, faults } = await (viewer.units === null ? run() : withRowScope('all', run));
    return { known, faults: unitsWithin(plan, viewer.units) === null ? faults : faults.map(withoutSums) };
  }

  /** Adds what is refused to the faults; gives what is doubtful. */
  private judge(ruled: readonly LedgerFault[], faults: Faults, parts: number): (LedgerFault & { rule: FundingDoubt })[] {
    const doubts: (LedgerFault & { rule: FundingDoubt })[] = [];
    for (const fault of ruled) {
      const { rule } = fault;
      if (isDoubt(rule)) doubts.push({ ...fault, rule });
      else faults.add(...this.said(fault, parts));
    }
    return doubts;
  }

  private said({ part, rule, detail }: LedgerFault, parts: number): [path: string, sentence: string] {
    const { field, sentence } = messages.ledgerFault[rule](detail);
    return [PART_FIELDS.includes(field) ? `parts.${part - 1}.${field}` : field, parts > 1 && PART_FIELDS.includes(field) ? messages.ofPart(part, sentence) : sentence];
  }

  private doubtful(doubts: readonly (LedgerFault & { rule: FundingDoubt })[], parts: number): AppError {
    const errors = doubts.map((doubt) => this.said(doubt, parts)).map(([path, message]) => ({ path, message }));
    return new AppError('doubtful', messages.doubtful, errors, undefined, undefined, [...new Set(doubts.map(({ rule }) => rule))]);
  }
}
