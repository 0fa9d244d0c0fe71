import type { AuditEntry, AuditFilters } from '@ocop/contracts';
import { addDays, searchKey } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { ChainedLine } from './audit-chain.js';

const COLUMNS = `
  no, happened_at as "happenedAt", account_id as "accountId", account_name as "accountName", origin, address,
  request_id as "requestId", action, subject, subject_id as "subjectId", subject_name as "subjectName", before, after, reason, hash`;

type Row = Omit<AuditEntry, 'no' | 'happenedAt'> & { no: string; happenedAt: Date };

const present = (row: Row): AuditEntry => ({ ...row, no: Number(row.no), happenedAt: row.happenedAt.toISOString() });

/** Start of a day in Asia/Ho_Chi_Minh. */
const startOf = (day: string) => `${day}T00:00:00+07:00`;

const SEARCHED = `unaccent(lower(concat_ws(' ', account_name, subject_name, subject_id, reason, address, request_id, before::text, after::text)))`;

function conditions(query: AuditFilters, values: unknown[]): string {
  const parts: string[] = ['true'];
  const add = (condition: (parameter: string) => string, value: unknown) => {
    values.push(value);
    parts.push(condition(`$${values.length}`));
  };
  if (query.from !== undefined) add((value) => `happened_at >= ${value}`, startOf(query.from));
  if (query.to !== undefined) add((value) => `happened_at < ${value}`, startOf(addDays(query.to, 1)));
  if (query.account !== undefined) add((value) => `account_id = ${value}`, query.account);
  if (query.action !== undefined) add((value) => `action = ${value}`, query.action);
  if (query.subject !== undefined) add((value) => `subject = ${value}`, query.subject);
  if (query.subjectId !== undefined) add((value) => `subject_id = ${value}`, query.subjectId.replaceAll('\0', ''));
  // PostgreSQL text holds no NUL.
  const words = searchKey((query.search ?? '').replaceAll('\0', ' ')).split(' ');
  for (const word of words.filter((part) => part !== '')) add((value) => `strpos(${SEARCHED}, ${value}) > 0`, word);
  return parts.join(' and ');
}

/** A page of the trail, newest first, and how many lines there are in all. */
export async function auditEntries(
  db: DataSource,
  query: AuditFilters,
  page: number,
  pageSize: number,
): Promise<{ items: AuditEntry[]; total: number }> {
  const values: unknown[] = [];
  const where = conditions(query, values);
  const [rows, totals] = await Promise.all([
    db.query<Row[]>(
      `select ${COLUMNS} from audit_entry where ${where} order by no desc limit ${pageSize} offset ${(page - 1) * pageSize}`,
      values,
    ),
    db.query<{ total: number }[]>(`select count(*)::int as total from audit_entry where ${where}`, values),
  ]);
  return { items: rows.map(present), total: totals[0]?.total ?? 0 };
}

/** How many lines match now, and the number of the newest. */
export async function auditEntriesNow(db: DataSource, query: AuditFilters): Promise<{ total: number; last: number }> {
  const values: unknown[] = [];
  const [row] = await db.query<{ total: number; last: number }[]>(`select count(*)::int as total, coalesce(max(no), 0)::int as last from audit_entry where ${conditions(query, values)}`, values);
  return row ?? { total: 0, last: 0 };
}

/** The next lines after `after` and up to `last`, oldest first. */
export async function auditEntriesAfter(db: DataSource, query: AuditFilters, after: number, last: number, most: number): Promise<AuditEntry[]> {
  const values: unknown[] = [after, last];
  const where = conditions(query, values);
  const rows = await db.query<Row[]>(`select ${COLUMNS} from audit_entry where no > $1 and no <= $2 and ${where} order by no limit ${most}`, values);
  return rows.map(present);
}

/** The next lines as the chain covers them: every value as PostgreSQL writes it. */
export function chainedLinesAfter(db: DataSource, after: string, most: number): Promise<ChainedLine[]> {
  return db.query<ChainedLine[]>(
    `select e.no::text as no, hash, array[
       e.no::text, to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), account_id::text, account_name, origin,
       address, request_id, action, subject, subject_id, subject_name, before::text, after::text, reason] as values
     from audit_entry e where e.no > $1 order by e.no limit $2`,
    [after, most],
  );
}
