import { expect } from '@jest/globals';
import { receiptSchema, registrationDetailSchema, type Problem, type Receipt } from '@ocop/contracts';
import type { Authority, Day, EvaluationLevel, RegistrationStage } from '@ocop/domain';
import { addProduct, register } from './facts.js';
import { json } from './signing-in.js';
import { declared, type Answer, type TestApp } from './test-app.js';

/** What people enter over HTTP, with what a test does not care about filled in. */

type Body = Record<string, unknown>;

export const newStep = (version: number, stage: RegistrationStage, happenedOn: Day, more: Body = {}) => ({
  version, stage, happenedOn, roundNo: null, paper: null, reason: null, ...more,
});
export const newResult = (version: number, evaluatedOn: Day, total: string, more: Body = {}) => ({
  version, level: 'town' satisfies EvaluationLevel, evaluatedOn, roundNo: null, scoring: 'mean', scores: [{ a: null, b: null, c: null, total }],
  memberCount: null, starCap: 5, disqualification: null, paper: null, reason: null, corrects: null, ...more,
});
export const newDecision = (version: number, decidedOn: Day, stars: number, authority: Authority, more: Body = {}) => ({
  version, stars, decidedOn, decisionNumber: `${decidedOn}/QĐ-UBND`, authority, reason: null, ...more,
});

/** A write that is taken. */
export async function write(app: TestApp, path: string, body: object, method: 'POST' | 'PUT' = 'POST'): Promise<Receipt> {
  const answer = await app.request(`/api/v1/${path}`, json(body, method));
  expect({ path, status: answer.status < 300 ? 'taken' : answer.status, text: answer.status < 300 ? '' : answer.text }).toEqual({ path, status: 'taken', text: '' });
  return declared(receiptSchema, answer.body);
}

/** A write that is refused. */
export const refuse = (app: TestApp, status: number, path: string, body: object, method: 'POST' | 'PUT' = 'POST'): Promise<Problem> =>
  app.refused(status, `/api/v1/${path}`, json(body, method));

/** The fields of a refusal with what is said of each. */
export const told = ({ errors }: Problem): [string, string][] => (errors ?? []).map(({ path, message }) => [path, message]);

export const detail = (app: TestApp, id: number) => app.read(registrationDetailSchema, `/api/v1/registrations/${id}`);

export async function idOf(app: TestApp, table: 'product' | 'producer' | 'registration', name: string): Promise<number> {
  const from = table === 'registration' ? 'registration t join product p on p.id = t.product_id where p.name = $1' : `${table} t where t.name = $1`;
  const rows = await app.db.query<{ id: number }[]>(`select t.id from ${from}`, [name]);
  expect({ name, rows: rows.length }).toEqual({ name, rows: 1 });
  return rows[0]?.id ?? 0;
}

/** Brings a registration of the plan's list to its town score: received, assessed by the commune, scored. Gives the version. */
export async function scoreByTown(app: TestApp, registrationId: number, evaluatedOn: Day, total: string, more: Body = {}): Promise<number> {
  const { registration } = await detail(app, registrationId);
  const { version } = await write(app, `registrations/${registrationId}/evaluations`, newResult(registration.version, evaluatedOn, total, { reason: 'bỏ bước để thử', ...more }));
  return version;
}

/** Every row of the facts a request may write, as one fingerprint a table: nothing half-saved shows here. */
export async function content(app: TestApp): Promise<object> {
  const tables = ['producer', 'product', 'registration', 'registration_step', 'evaluation', 'recognition', 'revocation', 'inspection', 'commune_report', 'activity', 'law_rule', 'council_rule', 'audit_entry'];
  const sums = tables.map((table) => `(select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from ${table} t) as ${table}`);
  const [row] = await app.db.query<object[]>(`select ${sums.join(', ')}`);
  return row ?? {};
}

export interface Line {
  action: string;
  subject: string;
  subjectId: string | null;
  subjectName: string | null;
  before: object | null;
  after: object | null;
  reason: string | null;
}

/** The lines of the audit trail that `work` leaves. */
export async function linesOf(app: TestApp, work: () => Promise<unknown>): Promise<Line[]> {
  const [head] = await app.db.query<{ no: number }[]>('select coalesce(max(no), 0)::int as no from audit_entry');
  await work();
  return app.db.query<Line[]>(
    `select action, subject, subject_id as "subjectId", subject_name as "subjectName", before, after, reason from audit_entry where no > $1 order by no`,
    [head?.no ?? 0],
  );
}

/** What requests sent at once were answered, in the order of the numbers. */
export const statusesOf = (answers: readonly Pick<Answer, 'status'>[]): number[] => answers.map(({ status }) => status).sort((a, b) => a - b);

export const earlierDecision = (decidedOn: Day, stars: number, authority: Authority, more: Body = {}) => ({
  stars, decidedOn, decisionNumber: `${decidedOn}/QĐ`, authority, kind: 'new', ...more,
});

let made = 0;
const nextName = () => `Bánh thử thứ ${(made += 1)}.`;

/** A product on no list. */
export async function unlisted(app: TestApp, unit?: string): Promise<{ name: string; id: number }> {
  const name = nextName();
  await addProduct(app.db, name, unit);
  return { name, id: await idOf(app, 'product', name) };
}

/** A first-time registration of 2024, of 2 May; its version is 1. */
export async function listed(app: TestApp): Promise<{ id: number; product: number; name: string }> {
  const name = nextName();
  await register(app.db, name, 'new', '2024-05-02');
  return { id: await idOf(app, 'registration', name), product: await idOf(app, 'product', name), name };
}

/** The same, assessed by its commune on 10 June in round 1; its version is 2. */
export async function assessed(app: TestApp): Promise<number> {
  const { id } = await listed(app);
  await write(app, `registrations/${id}/steps`, newStep(1, 'assessed-by-commune', '2024-06-10', { reason: 'nộp thẳng', roundNo: 1 }));
  return id;
}

/** The same, scored by the town on 20 June. */
export async function scored(app: TestApp, total = '72', more: Body = {}): Promise<{ id: number; version: number; product: number; name: string }> {
  const one = await listed(app);
  return { ...one, version: await scoreByTown(app, one.id, '2024-06-20', total, more) };
}
