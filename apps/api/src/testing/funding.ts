import { randomUUID } from 'node:crypto';
import type { Problem } from '@ocop/contracts';
import { ledgerPageSchema, postingReceiptSchema, type LedgerPage, type PostingReceipt } from '@ocop/contracts';
import type { DataSource } from 'typeorm';
import { declared, type Answer, type TestApp } from './test-app.js';

/** What the finance office enters over HTTP, with what a test does not care about filled in. */

type Body = Record<string, unknown>;
export interface Part {
  source: string;
  stage: string;
  amount: string;
}

export const newPosting = (parts: readonly Part[], more: Body = {}) => ({
  key: randomUUID(), year: 2024, occurredOn: '2024-06-03', unitId: null, workArea: 2, productId: null, producerId: null, activity: null,
  paperNumber: null, paperOn: null, note: null, parts,
  total: parts.length > 1 ? parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n).toString() : null,
  accepted: [], reason: null, ...more,
});
export const part = (stage: string, amount: string | bigint, source = 'nq-20-2020'): Part => ({ source, stage, amount: String(amount) });
export const newReversal = (occurredOn = '2024-06-20', more: Body = {}) => ({ key: randomUUID(), occurredOn, reason: 'ghi nhầm', paperNumber: null, paperOn: null, ...more });

const said = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`);
  return answer;
};

/** A posting that is written. */
export const post = async (app: TestApp, body: unknown): Promise<PostingReceipt> =>
  declared(postingReceiptSchema, said(await app.post('/api/v1/funding/postings', body), 201).body);
export const reverse = async (app: TestApp, id: number, body: unknown = newReversal()): Promise<PostingReceipt> =>
  declared(postingReceiptSchema, said(await app.post(`/api/v1/funding/entries/${id}/reversal`, body), 201).body);

/** A refusal of what was sent. */
export const refusedBy = async (app: TestApp, status: number, path: string, body: unknown): Promise<Problem> =>
  app.refused(status, `/api/v1/funding/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
/** Path and sentence of every fault. */
export const faultsOf = ({ errors }: Problem): string[] => (errors ?? []).map(({ path, message }) => `${path}: ${message}`);

export const ledger = (app: TestApp, query = ''): Promise<LedgerPage> => app.read(ledgerPageSchema, `/api/v1/funding/entries?year=2024&asOf=2024-12-31&pageSize=200${query}`);

/** The plan of 2024 once more, for an earlier year, with its sources and work areas. */
export async function copyPlan(db: DataSource, year: number): Promise<void> {
  await db.query(
    `with p as (
       insert into plan (unit_id, year, number, issued_on, title, issuer_name, issuer_short_name, place, province_name, supplement_before, legal_basis, signature, recipients, demo)
       select unit_id, $1, number, make_date($1, 4, 9), title, issuer_name, issuer_short_name, place, province_name, make_date($1, 6, 10), legal_basis, signature, recipients, demo
       from plan where year = 2024 returning id),
     s as (insert into funding_source (plan_id, position, code, name, kind, clause, principal)
       select p.id, f.position, f.code, f.name, f.kind, f.clause, f.principal from p, funding_source f join plan o on o.id = f.plan_id and o.year = 2024)
     insert into work_area (plan_id, no, clause, name) select p.id, w.no, w.clause, w.name from p, work_area w join plan o on o.id = w.plan_id and o.year = 2024`,
    [year],
  );
}

/** Sums that are not what the lines say: none, when the ledger is in order. */
export const differences = (db: DataSource): Promise<object[]> => db.query('select * from ledger_difference');
