import type { Report } from '@ocop/contracts';
import type { ReportSection, ReportTexts } from '@ocop/domain';
import type { ReportParts, ReportSnapshot } from '@ocop/reports';
import type { DataSource, EntityManager } from 'typeorm';
import { utc } from '../../platform/database/entered.js';
import { snapshotOf } from './report.queries.js';

type Db = Pick<DataSource | EntityManager, 'query'>;

export interface WrittenText {
  section: ReportSection;
  text: string;
  version: number;
  writtenAt: string;
  writtenBy: string | null;
}

/** The newest version of each part that a person wrote. */
export const writtenTexts = (db: Db, reportId: number): Promise<WrittenText[]> =>
  db.query<WrittenText[]>(
    `select distinct on (t.section) t.section, t.text, t.version, ${utc('t.written_at')} as "writtenAt", a.display_name as "writtenBy"
     from report_text t left join account a on a.id = t.written_by where t.report_id = $1 order by t.section, t.version desc`,
    [reportId],
  );

export const textsOf = async (db: Db, reportId: number): Promise<ReportTexts> =>
  Object.fromEntries((await writtenTexts(db, reportId)).map(({ section, text }) => [section, text]));

/** Takes over what was written into the newest report before of the same plan and period. */
export const carryTexts = (manager: EntityManager, reportId: number): Promise<unknown> =>
  manager.query(
    `insert into report_text (report_id, section, version, text, written_at, written_by)
     select $1, t.section, 1, t.text, t.written_at, t.written_by from (
       select distinct on (t.section) t.* from report_text t where t.report_id = (
         select max(b.id) from report r join report b on b.plan_id = r.plan_id and b.period = r.period and b.id < r.id where r.id = $1)
       order by t.section, t.version desc) t`,
    [reportId],
  );

/** What of an issue is printed. */
type Printed = Pick<NonNullable<Report['issue']>, 'number' | 'issuedOn' | 'signatureLines' | 'signatoryName'>;

/**
 * Everything a report says: its frozen figures, what people wrote, the issued report it takes the place of; and the number,
 * day and signature it is issued with, without which it is a draft.
 */
export async function contentOf(db: DataSource, { id, amends, issue }: Pick<Report, 'id' | 'amends'> & { issue: Printed | null }): Promise<{ snapshot: ReportSnapshot; parts: ReportParts }> {
  const [kept, texts] = await Promise.all([snapshotOf(db, id), textsOf(db, id)]);
  const draft = issue === null;
  const snapshot = draft
    ? kept
    : { ...kept, issue: { ...kept.issue, number: issue.number, day: issue.issuedOn }, plan: { ...kept.plan, signatureLines: issue.signatureLines, signatoryName: issue.signatoryName } };
  if (amends === null) return { snapshot, parts: { id, texts, draft } };
  const [before, textsBefore] = await Promise.all([snapshotOf(db, amends.id), textsOf(db, amends.id)]);
  return { snapshot, parts: { id, texts, draft, amends: { ...amends, snapshot: before, texts: textsBefore } } };
}
