import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FUNDING_DOUBTS, FUNDING_STAGES, MOST_DONG } from '@ocop/domain';
import { Injectable } from '@nestjs/common';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type EntityManager } from 'typeorm';
import { authorize, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { SetupError } from '../../platform/errors/setup-error.js';
import { messages } from '../../platform/errors/messages.js';
import { PlansInSightService } from '../plans/plans-in-sight.service.js';
import { faultsOf, type LedgerFault } from './ledger-faults.query.js';

/** The columns of a file, in their order; the file's first line names them. */
export const LEDGER_FILE_COLUMNS = ['source', 'stage', 'amount', 'occurredOn', 'unit', 'workArea', 'paperNumber', 'paperOn', 'activity', 'note'] as const;
const SHOWN_FAULTS = 20;
const say = messages.ledgerCommand;

export interface LoadedLedger {
  entries: number;
  /** Sum of the lines, whole đồng. */
  amount: string;
  warnings: number;
}

const isDay = (column: string) => `coalesce(pg_input_is_valid(${column}, 'date'), false) and ${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`;
/** What can be read as a value at all, with the day `o` and `p` of its texts, source `s` and commune `n`; the rules of the ledger come after. */
const READABLE: Readonly<Record<string, string>> = {
  stage: `coalesce(stage in (${FUNDING_STAGES.map((stage) => `'${stage}'`).join(', ')}), false)`,
  amount: `coalesce(amount ~ '^-?[1-9][0-9]{0,${String(MOST_DONG).length - 1}}$', false)`,
  occurredOn: 'o.day is not null',
  paperOn: '"paperOn" is null or p.day is not null',
  workArea: `"workArea" is null or "workArea" ~ '^[0-9]{1,2}$'`,
  source: 's.id is not null',
  unit: 'l.unit is null or n.code is not null',
};
/** The lines of the file with what their texts name. A file has many lines and few days: each day is read once. */
const readLines = (planId: number) => `
  with day as materialized (
    select text, case when ${isDay('text')} then text::date end as day from (select "occurredOn" from loaded_line union select "paperOn" from loaded_line) d (text))
  select l.*, s.id as source_id, o.day as occurred_day, p.day as paper_day, u.id as unit_id, ${Object.entries(READABLE).map(([field, fine]) => `(${fine}) as "${field}Read"`).join(', ')}
  from loaded_line l left join day o on o.text = l."occurredOn" left join day p on p.text = l."paperOn"
  left join funding_source s on s.plan_id = ${planId} and s.code = l.source
  left join (select distinct code from unit where level = 'commune') n on n.code = l.unit
  left join unit u on u.level = 'commune' and u.code = l.unit and o.day between coalesce(u.valid_from, '-infinity') and coalesce(u.valid_to, 'infinity')`;
const ALL_READ = Object.keys(READABLE).map((field) => `"${field}Read"`).join(' and ');
const unreadable = (planId: number) => `
  select line as part, field, value from (${readLines(planId)}) l
  cross join lateral (values ${Object.keys(READABLE).map((field) => `('${field}', "${field}", "${field}Read")`).join(', ')}) f (field, value, read)
  where not (${ALL_READ}) and not read order by 1, 2 limit ${SHOWN_FAULTS}`;

/** Text in one form, as a posting brings it. What is all ASCII is in that form already, and asking that is cheap. */
const inOneForm = (column: string) => `btrim(case when octet_length(${column}) = char_length(${column}) then ${column} else normalize(${column}, NFC) end)`;
/** The lines as the rules want them; what cannot be read is null and its line not `readable`. */
const candidates = (planId: number) => `
  create temp table candidate on commit drop as
  select line as part, source_id, stage, case when "amountRead" then amount::bigint end as amount, occurred_day as occurred_on, unit_id,
    case when "workAreaRead" then "workArea"::integer end as work_area_no, null::integer as product_id, null::integer as producer_id,
    ${inOneForm('"paperNumber"')} as paper_number, paper_day as paper_on, null::bigint as reverses_id,
    ${inOneForm('activity')} as activity, ${inOneForm('note')} as note, ${ALL_READ} as readable
  from (${readLines(planId)}) l`;

/** Words for people keep their language; all else is compared as bytes, which a million lines feel. */
const columnOf = (name: string): string => `"${name}" text${['paperNumber', 'activity', 'note'].includes(name) ? '' : ' collate "C"'}`;

/** Fills the ledger of a year from a file, whole or not at all, by the same rules as a posting. */
@Injectable()
export class LedgerFileService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly inSight: PlansInSightService,
    private readonly audit: AuditService,
  ) {}

  /**
   * @param reason why what is doubtful is kept; null = a file with doubtful lines is refused
   * @throws SetupError naming lines and rules; nothing is written then
   */
  async load(viewer: Viewer, year: number, file: string, reason: string | null): Promise<LoadedLedger> {
    authorize(viewer, 'funding.write');
    const sha256 = await hashOf(file);
    // The file is its own key: loaded a second time it is known.
    const posting = sha256.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
    const plan = await this.inSight.find(viewer, year);
    return this.dataSource.transaction(async (manager) => {
      await manager.query(`set local work_mem = '256MB'`);
      await manager.query('select 1 from funding_source where plan_id = $1 order by id for no key update', [plan.id]);
      const [known] = await manager.query<unknown[]>('select 1 from funding_entry where posting = $1 limit 1', [posting]);
      if (known !== undefined) throw new SetupError(say.loadedBefore(basename(file)));
      await this.copy(manager, file);
      await manager.query(candidates(plan.id));
      const [wrong] = await manager.query<unknown[]>('select 1 from candidate where not readable limit 1');
      if (wrong !== undefined) await this.refuseUnreadable(manager, plan.id);
      await manager.query('analyze candidate');
      await manager.query('create temp table found (part integer, rule text, detail jsonb) on commit drop');
      await manager.query(`insert into found ${faultsOf('candidate')}`, [plan.id, this.clock.today(), [posting], viewer.units]);
      await this.judge(manager, reason);
      const [written] = await manager.query<LoadedLedger[]>(
        `with written as (
           insert into funding_entry (posting, part, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no, paper_number, paper_on, activity, note, search_key, entered_by, entered_at)
           select $1, part, $2, source_id, stage, amount, occurred_on, unit_id, work_area_no, paper_number, paper_on, activity, note,
             nullif(lower(unaccent(concat_ws(' ', paper_number, activity, note))), ''), $3, $4
           from candidate order by part returning amount)
         select count(*)::int as entries, coalesce(sum(amount), 0)::text as amount, 0 as warnings from written`,
        [posting, plan.id, viewer.accountId, this.clock.now()],
      );
      const warnings = await manager.query<unknown[]>(
        `insert into funding_warning (entry_id, doubt, detail, reason)
         select f.id, w.rule, w.detail, $2 from found w join funding_entry f on f.posting = $1 and f.part = w.part
         on conflict (entry_id, doubt) do nothing returning id`,
        [posting, reason],
      );
      const loaded = { entries: written?.entries ?? 0, amount: written?.amount ?? '0', warnings: warnings.length };
      await this.audit.record(manager, viewer, {
        action: 'funding-loaded', subject: 'funding', subjectId: posting, subjectName: basename(file), after: { year, sha256, ...loaded }, reason,
      });
      return loaded;
    });
  }

  private async copy(manager: EntityManager, file: string): Promise<void> {
    const columns = LEDGER_FILE_COLUMNS.map((name) => `"${name}"`);
    await manager.query(`create temp table loaded_line (line integer generated always as identity (start 2), ${LEDGER_FILE_COLUMNS.map(columnOf).join(', ')}) on commit drop`);
    const client = (await manager.queryRunner?.connect()) as Client;
    try {
      await pipeline(createReadStream(file, { start: await lengthOfMark(file) }), client.query(copyFrom(`copy loaded_line (${columns.join(', ')}) from stdin with (format csv, header match, delimiter ';', encoding 'UTF8')`)));
    } catch (error) {
      throw new SetupError(say.unreadable(basename(file), (error as Error).message, LEDGER_FILE_COLUMNS.join(';')));
    }
  }

  /** Refuses a file of which some lines cannot be read, with the first of them. */
  private async refuseUnreadable(manager: EntityManager, planId: number): Promise<never> {
    const shown = await manager.query<{ part: number; field: string; value: string | null }[]>(unreadable(planId));
    throw new SetupError(shown.map(({ part, field, value }) => say.unreadableValue(part, field, value)).join('\n'));
  }

  /** Refuses what is against a rule, and what is doubtful without a reason: every rule with its number of lines, and the first of them. */
  private async judge(manager: EntityManager, reason: string | null): Promise<void> {
    const hard = `rule <> all($1)`;
    const [count] = await manager.query<{ hard: number; all: number }[]>(`select (count(*) filter (where ${hard}))::int as hard, count(*)::int as all from found`, [FUNDING_DOUBTS]);
    if (count === undefined || count.all === 0 || (count.hard === 0 && reason !== null)) return;
    const shown = await manager.query<LedgerFault[]>(`select * from found order by ${hard} desc, part limit ${SHOWN_FAULTS}`, [FUNDING_DOUBTS]);
    const lines = shown.map(({ part, rule, detail }) => say.line(part, messages.ledgerFault[rule](detail).sentence));
    throw new SetupError([...lines, say.refused(count.hard, count.all - count.hard)].join('\n'));
  }
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
  } catch (error) {
    throw new SetupError(say.noFile(file, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
  return hash.digest('hex');
}

/** Excel begins a UTF-8 file with a mark of three bytes. */
async function lengthOfMark(file: string): Promise<number> {
  for await (const first of createReadStream(file, { end: 2 })) return (first as Buffer).equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
  return 0;
}
