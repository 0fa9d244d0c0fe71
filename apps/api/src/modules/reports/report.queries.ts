import { createHash } from 'node:crypto';
import type { Report, ReportQuery } from '@ocop/contracts';
import { domainMessages, parseReportCode, PERIOD_KINDS, searchKey } from '@ocop/domain';
import type { ReportSnapshot } from '@ocop/reports';
import type { DataSource, EntityManager } from 'typeorm';
import { utc } from '../../platform/database/entered.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import type { Sight } from '../plans/plans-in-sight.service.js';
import { ReportEntity, ReportIssueEntity } from './report.entity.js';

type Db = Pick<DataSource | EntityManager, 'query'>;

export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

// A report is of a whole plan: for who sees the plan's unit.
const LIST = `
  select r.id, p.year, r.period, r.first_day as "firstDay", r.last_day as "lastDay", r.as_of as "asOf",
    ${utc('r.created_at')} as "createdAt", r.snapshot_sha256 as "snapshotSha256", p.demo,
    case when later.id is not null then 'amended' else
      coalesce((select s.state from report_step s where s.report_id = r.id order by s.no desc limit 1), 'draft') end as state,
    coalesce((
      select json_agg(json_build_object('to', s.state, 'at', ${utc('s.taken_at')}, 'by', a.display_name, 'note', s.note) order by s.no)
      from report_step s left join account a on a.id = s.taken_by where s.report_id = r.id), '[]') as steps,
    jsonb_build_array(p.signature -> 'onBehalfOf') || (p.signature -> 'capacity') as "signatureLines", p.signature ->> 'name' as "signatoryName",
    case when i.report_id is not null then json_build_object('number', i.number, 'issuedOn', i.issued_on, 'signatureLines', i.signature_lines,
      'signatoryName', i.signatory_name, 'pdfSha256', i.pdf_sha256) end as issue,
    case when r.amends_id is not null then json_build_object('id', r.amends_id, 'number', earlier.number, 'issuedOn', earlier.issued_on, 'reason', r.amends_reason) end as amends,
    case when later.id is not null then json_build_object('id', later.id, 'number', later.number, 'issuedOn', later.issued_on) end as "amendedBy"
  from report r join plan p on p.id = r.plan_id left join report_issue i on i.report_id = r.id
    left join report_issue earlier on earlier.report_id = r.amends_id
    left join (select x.id, x.amends_id, y.number, y.issued_on from report x join report_issue y on y.report_id = x.id) later on later.amends_id = r.id
  where ($1::integer[] is null or p.unit_id = any($1))`;

const present = (row: Omit<Report, 'pdfUrl'>): Report => ({ ...row, pdfUrl: `/api/v1/reports/${row.id}/pdf` });

const DEFAULT_PAGE_SIZE = 50;
const { periodNames } = domainMessages.vi;
const PERIODS = JSON.stringify(Object.fromEntries(PERIOD_KINDS.map((kind) => [kind, searchKey(periodNames[kind])])));
/** What a report is called by: on its paper, in its plan, by its period. */
const headOf = (periods: string) =>
  `unaccent(lower(concat_ws(' ', i.number, to_char(i.issued_on, 'FMDD/FMMM/YYYY'), i.signatory_name, p.number, p.title, to_char(r.as_of, 'FMDD/FMMM/YYYY')))) || ' ' || (${periods}::jsonb ->> r.period) || ' ' || p.year`;
/** What people wrote into it, as it reads now. */
const WRITTEN = `select 1 from report_text t where t.report_id = r.id
  and not exists (select 1 from report_text n where n.report_id = t.report_id and n.section = t.section and n.version > t.version)`;

/** What is looked for, with its numbered parameters. */
function matching({ units, locality }: Sight, { search = '', state }: Omit<ReportQuery, 'page' | 'pageSize'>): { from: string; values: unknown[] } {
  const values: unknown[] = [units];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const code = parseReportCode(search);
  const where = [LIST];
  if (locality !== null) where.push(`p.unit_id = ${bind(locality)}`);
  if (code !== null) where.push(`r.id = ${bind(code.report)}`);
  const words = code === null ? searchKey(search.replaceAll('\0', ' ')).split(' ').filter((word) => word !== '') : [];
  const head = words.length === 0 ? '' : headOf(bind(PERIODS));
  for (const word of words) {
    const sought = bind(word);
    const inHead = `strpos(${head}, ${sought}) > 0`;
    // A number is one of the paper, not one that some sentence happens to hold.
    where.push(/^[\d/]+$/.test(word) ? inHead : `(${inHead} or exists (${WRITTEN} and strpos(unaccent(lower(t.text)), ${sought}) > 0))`);
  }
  return { from: `from (${where.join(' and ')}) found${state === undefined ? '' : ` where found.state = ${bind(state)}`}`, values };
}

/** A page of the reports that match, of the locality chosen, newest first, and how many match. */
export async function listReports(db: Db, sight: Sight, { page = 1, pageSize = DEFAULT_PAGE_SIZE, ...query }: ReportQuery = {}): Promise<{ items: Report[]; total: number }> {
  const { from, values } = matching(sight, query);
  const [rows, [count]] = await Promise.all([
    db.query<Omit<Report, 'pdfUrl'>[]>(`select found.* ${from} order by found."createdAt" desc, found.id desc limit ${pageSize} offset ${(page - 1) * pageSize}`, values),
    db.query<{ total: number }[]>(`select count(*)::int as total ${from}`, values),
  ]);
  return { items: rows.map(present), total: count?.total ?? 0 };
}

/** @throws AppError not-found */
export async function findReport(db: Db, units: readonly number[] | null, id: number): Promise<Report> {
  const [row] = await db.query<Omit<Report, 'pdfUrl'>[]>(`${LIST} and r.id = $2`, [units, id]);
  if (!row) throw new AppError('not-found', messages.reportNotFound(id));
  return present(row);
}

/** The figures as frozen, and the plan they are of. */
export async function keptFigures({ manager }: Pick<DataSource, 'manager'>, id: number): Promise<{ planId: number; snapshot: ReportSnapshot }> {
  const { planId, snapshot } = await manager.findOneByOrFail(ReportEntity, { id });
  return { planId, snapshot: JSON.parse(snapshot) as ReportSnapshot };
}

export const snapshotOf = async (db: Pick<DataSource, 'manager'>, id: number): Promise<ReportSnapshot> => (await keptFigures(db, id)).snapshot;

/** The bytes that were issued. @throws AppError internal when they are not those any more */
export async function issuedFile(db: DataSource, id: number): Promise<Uint8Array> {
  const { number, pdf, pdfSha256 } = await db.manager.findOneByOrFail(ReportIssueEntity, { reportId: id });
  if (sha256(pdf) !== pdfSha256) throw new AppError('internal', messages.issuedFileDamaged(number));
  return pdf;
}
