import type { LedgerEntry, NewPosting } from '@ocop/contracts';
import { searchKey, type FundingDoubt } from '@ocop/domain';
import type { EntityManager } from 'typeorm';
import type { AuditNote } from '../../platform/audit/audit.service.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { CANDIDATE_COLUMNS, type Candidate, type LedgerFault } from './ledger-faults.query.js';

/** The sources of these codes in a plan. Whoever writes money of a source waits here for who writes of the same, until the end of the transaction. */
export const lockSources = (manager: EntityManager, planId: number, codes: readonly string[]): Promise<{ id: number; code: string }[]> =>
  manager.query('select id, code from funding_source where plan_id = $1 and code = any($2) order by id for no key update', [planId, codes]);

/** The parts of a posting whose source is one of `sources`, as the rules read them. */
export const candidatesOf = (input: NewPosting, sources: readonly { id: number; code: string }[]): Candidate[] =>
  input.parts.flatMap(({ source, stage, amount }, index): Candidate[] => {
    const found = sources.find(({ code }) => code === source);
    if (found === undefined) return [];
    return [{
      part: index + 1, source_id: found.id, stage, amount, occurred_on: input.occurredOn, unit_id: input.unitId, work_area_no: input.workArea,
      product_id: input.productId, producer_id: input.producerId, paper_number: input.paperNumber, paper_on: input.paperOn, reverses_id: null,
    }];
  });

/** What the trail keeps of a posting. */
export const noteOf = (input: NewPosting, entries: readonly number[], doubts: readonly FundingDoubt[]): AuditNote => ({
  action: 'funding-posted', subject: 'funding', subjectId: input.key, subjectName: input.paperNumber ?? input.parts.map(({ source }) => source).join(', '),
  after: { entries: [...entries], year: input.year, occurredOn: input.occurredOn, unitId: input.unitId, parts: input.parts, ...(doubts.length === 0 ? {} : { doubts: [...doubts] }) },
  reason: input.reason,
});

type Locked = Pick<LedgerEntry, 'stage' | 'source' | 'amount' | 'occurredOn' | 'unitId' | 'workArea' | 'productId' | 'producerId' | 'activity' | 'paperNumber' | 'reverses' | 'reversedBy'> & { sourceId: number; planId: number; planUnitId: number };

/** An entry in the reader's units, with its source locked as for a posting; null = there is none. */
export async function lockEntry(manager: EntityManager, units: readonly number[] | null, id: number): Promise<Locked | null> {
  await manager.query('select 1 from funding_source where id = (select source_id from funding_entry where id = $1) for no key update', [id]);
  const [found] = await manager.query<Locked[]>(
    `select f.source_id as "sourceId", s.code as source, f.plan_id as "planId", p.unit_id as "planUnitId", f.stage, f.amount::text as amount, f.occurred_on as "occurredOn", f.unit_id as "unitId",
       f.work_area_no as "workArea", f.product_id as "productId", f.producer_id as "producerId", f.activity, f.paper_number as "paperNumber",
       f.reverses_id::float8 as reverses, (select r.id::float8 from funding_entry r where r.reverses_id = f.id) as "reversedBy"
     from funding_entry f join plan p on p.id = f.plan_id join funding_source s on s.id = f.source_id
     where f.id = $1 and ($2::integer[] is null or coalesce(f.unit_id, p.unit_id) = any($2))`,
    [id, units],
  );
  return found ?? null;
}

/** What a search without diacritics finds of an entry. */
const entrySearchKey = (...texts: readonly (string | null)[]): string | null => searchKey(texts.filter((text) => text !== null).join(' ')) || null;

/** A line of a posting with what the posting says of all its lines. */
export interface Line extends Candidate {
  posting: string;
  activity: string | null;
  note: string | null;
  search_key: string | null;
  entered_by: number | null;
}

/** What makes a line the same when it is sent again. */
const SAID = [
  'source_id', 'stage', 'amount', 'occurred_on', 'unit_id', 'work_area_no', 'product_id', 'producer_id', 'paper_number', 'paper_on', 'reverses_id', 'activity', 'note',
] as const satisfies readonly (keyof Line)[];
type Said = Pick<Line, (typeof SAID)[number]>;

export const saysTheSame = (one: Said, other: Said): boolean => SAID.every((column) => one[column] === other[column]);

/** A line already written under a key. */
export interface Written extends Said {
  id: number;
  posting: string;
  warnings: number[];
}

export const findPosting = (manager: EntityManager, key: string): Promise<Written[]> =>
  manager.query<Written[]>(
    `select ${SAID.join(', ')}, id::float8 as id, posting,
       array(select w.id from funding_warning w where w.entry_id = f.id order by w.id) as warnings
     from funding_entry f where posting = $1 order by part`,
    [key],
  );

/** A key is not used twice for two things. */
export const postingTaken = (): AppError => new AppError('already-there', messages.postingTaken, [{ path: 'key', message: messages.postingTaken }]);

/** The lines of a posting. */
export function linesOf({ key, activity, note }: { key: string; activity: string | null; note: string | null }, candidates: readonly Candidate[], enteredBy: number | null): Line[] {
  const search = entrySearchKey(candidates[0]?.paper_number ?? null, activity, note);
  return candidates.map((candidate) => ({ ...candidate, posting: key, activity, note, search_key: search, entered_by: enteredBy }));
}

/** Writes lines of one plan; gives their ids in the order of the lines. @throws AppError already-there when their key was used meanwhile, for another source */
export async function insertEntries(manager: EntityManager, planId: number, lines: readonly Line[], enteredAt: Date): Promise<number[]> {
  const rows = await manager.query<{ id: number }[]>(
    `insert into funding_entry (posting, part, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no, product_id, producer_id,
       paper_number, paper_on, reverses_id, activity, note, search_key, entered_by, entered_at)
     select posting, part, $1, source_id, stage, amount, occurred_on, unit_id, work_area_no, product_id, producer_id,
       paper_number, paper_on, reverses_id, activity, note, search_key, entered_by, $3
     from jsonb_to_recordset($2::jsonb) as sent (at integer, posting uuid, activity text, note text, search_key text, entered_by integer, ${CANDIDATE_COLUMNS})
     order by at on conflict on constraint funding_entry_once do nothing returning id::float8 as id`,
    [planId, JSON.stringify(lines.map((line, at) => ({ ...line, at }))), enteredAt],
  );
  if (rows.length < lines.length) throw postingTaken();
  return rows.map(({ id }) => id);
}

/** Keeps what was doubtful about the lines beside them, once each. */
export async function insertWarnings(manager: EntityManager, entries: readonly number[], doubts: readonly (LedgerFault & { rule: FundingDoubt })[], reason: string): Promise<number[]> {
  if (doubts.length === 0) return [];
  const rows = doubts.map(({ part, rule, detail }) => ({ entry_id: entries[part - 1], doubt: rule, detail }));
  const written = await manager.query<{ id: number }[]>(
    `insert into funding_warning (entry_id, doubt, detail, reason)
     select entry_id, doubt, detail, $2 from jsonb_to_recordset($1::jsonb) as w (entry_id bigint, doubt text, detail jsonb)
     on conflict (entry_id, doubt) do nothing returning id`,
    [JSON.stringify(rows), reason],
  );
  return written.map(({ id }) => id);
}

/** What is taken back is doubtful no longer. */
export const resolveWarningsOf = (manager: EntityManager, entryId: number, by: number | null, at: Date, note: string): Promise<unknown> =>
  manager.query('update funding_warning set resolved_at = $2, resolved_by = $3, resolution = $4 where entry_id = $1 and resolved_at is null', [entryId, at, by, note]);
