import type { Report } from '@ocop/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { getReportOptions } from '../../lib/api/report-steps.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { readPageSearch } from '../../lib/page-search.js';
import { usePlanView } from '../../lib/plan-view.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { IssueForm } from './issue-form.js';
import { ReportBasis } from './report-basis.js';
import { ReportComparison } from './report-comparison.js';
import { ReportDelivery } from './report-delivery.js';
import { ReportFigures } from './report-figures.js';
import { useReportWords } from './report-list.js';
import { ReportPreview } from './report-preview.js';
import { ReportTexts } from './report-texts.js';
import { ReportWay } from './report-way.js';
import { AmendForm, HandOnForm, ReturnForm } from './step-form.js';
import './reports.css';

type Task = 'in-review' | 'approved' | 'draft' | 'issued' | 'amended';

/** What the person may do with a report now, the usual one first. */
function useTasks({ state, asOf, lastDay }: Report): Task[] {
  const mayMake = useMay('reports.create');
  const mayApprove = useMay('reports.approve');
  const mayIssue = useMay('reports.issue');
  if (state === 'draft') return mayMake ? ['in-review'] : [];
  if (state === 'in-review') return mayApprove ? ['approved', 'draft'] : [];
  if (state === 'approved') return [...(mayIssue && asOf >= lastDay ? ['issued' as const] : []), ...(mayApprove ? ['draft' as const] : [])];
  return state === 'issued' && mayMake ? ['amended'] : [];
}

function Tasks({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const words = messages.reports;
  const { plan } = usePlanView();
  const tasks = useTasks(report);
  const [open, setOpen] = useState<Task | null>(null);
  const [done, setDone] = useState<Task | null>(null);
  const names: Record<Task, string> = { 'in-review': words.submitReport, approved: words.approve, draft: words.returnReport, issued: words.issue, amended: words.amend };
  const navigate = useNavigate();
  const goTo = (made: Report) => void navigate({ to: '/bao-cao/$id', params: { id: String(made.id) }, search: readPageSearch });
  const form = { report, onCancel: () => setOpen(null), onDone: () => { setDone(open); setOpen(null); } };
  return (
    <>
      <p className="report-outcome" role="status">
        {done !== null && words.outcome[done]}
      </p>
      {open === 'issued' && <IssueForm {...form} today={plan.lastAsOf} />}
      {open === 'draft' && <ReturnForm {...form} />}
      {open === 'amended' && <AmendForm report={report} onMade={goTo} onCancel={form.onCancel} />}
      {(open === 'in-review' || open === 'approved') && <HandOnForm {...form} to={open} />}
      {open === null && tasks.length > 0 && (
        <p className="form-actions">
          {tasks.map((task, index) => (
            <button key={task} type="button" className={index === 0 && task !== 'draft' && task !== 'amended' ? 'button' : 'text-button'} onClick={() => { setDone(null); setOpen(task); }}>
              {names[task]}
            </button>
          ))}
        </p>
      )}
    </>
  );
}

function Facts({ report }: { report: Report }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { facts } = words;
  const day = (value: string) => dayText(value, locale);
  const { issue } = report;
  return (
    <dl className="report-facts">
      <dt>{facts.span}</dt>
      <dd>
        {day(report.firstDay)} – {day(report.lastDay)}
      </dd>
      <dt>{facts.asOf}</dt>
      <dd>{day(report.asOf)}</dd>
      {issue !== null && (
        <>
          <dt>{facts.number}</dt>
          <dd>{words.issuedAs(issue.number, day(issue.issuedOn))}</dd>
          <dt>{facts.signatory}</dt>
          <dd>
            {[...issue.signatureLines.slice(1), issue.signatoryName].join(', ')}
          </dd>
        </>
      )}
      <ReportBasis report={report} />
      <dt>{issue === null ? facts.snapshot : facts.pdf}</dt>
      <dd>
        <code>{issue === null ? report.snapshotSha256 : issue.pdfSha256}</code>
      </dd>
    </dl>
  );
}

/** Which issued report it takes the place of, and which took its own. */
function Replaces({ report: { amends, amendedBy } }: { report: Report }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const link = (id: number, text: string) => (
    <Link to="/bao-cao/$id" params={{ id: String(id) }} search={readPageSearch}>
      {text}
    </Link>
  );
  return (
    <>
      {amends !== null && (
        <p>
          {link(amends.id, words.amends(amends.number, dayText(amends.issuedOn, locale)))} {words.because(amends.reason)}
        </p>
      )}
      {amendedBy !== null && <p>{link(amendedBy.id, words.amendedBy(amendedBy.number, dayText(amendedBy.issuedOn, locale)))}</p>}
    </>
  );
}

/** One report: where it stands, its file, and what is to be done with it. */
export function ReportPage() {
  const { id } = useParams({ from: '/app/plan/bao-cao/$id' });
  const { messages, locale } = useLanguage();
  const words = messages.reports;
  const { nameOf, nameInText } = useReportWords();
  const mayOpen = useMay('reports.download');
  const asked = useQuery(getReportOptions(Number(id)));
  const report = asked.data;
  usePageTitle(report === undefined ? words.heading : words.title(nameInText(report)));
  if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
  if (report === undefined) return <Skeleton lines={6} />;
  const name = nameOf(report);
  return (
    <div className="reports report-one">
      <p>
        <Link to="/bao-cao" search={readPageSearch}>
          {words.all}
        </Link>
      </p>
      <h1>
        {words.title(nameInText(report))} {report.demo && <span className="muted">({words.demo})</span>}
      </h1>
      <p className={`report-state report-state-${report.state}`}>
        <strong>{words.states[report.state]}</strong>
        <span>{words.next[report.state]}</span>
      </p>
      <Replaces report={report} />
      {report.issue === null && report.asOf < report.lastDay && <p className="muted">{words.periodNotOver(dayText(report.lastDay, locale))}</p>}
      <Facts report={report} />
      {mayOpen && (
        <p className="report-files">
          <a href={report.pdfUrl} target="_blank" rel="noopener" aria-label={words.openOf(name, dayText(report.asOf, locale))}>
            {words.open}
          </a>
          <a href={report.pdfUrl} download="" aria-label={words.downloadOf(name, dayText(report.asOf, locale))}>
            {words.download}
          </a>
          <a href={report.pdfUrl.replace(/pdf$/, 'docx')} download="" aria-label={words.wordOf(name, dayText(report.asOf, locale))}>
            {words.word}
          </a>
          <a href={report.pdfUrl.replace(/pdf$/, 'xlsx')} download="" aria-label={words.workbookOf(name, dayText(report.asOf, locale))}>
            {words.workbook}
          </a>
        </p>
      )}
      <Tasks report={report} />
      {report.issue !== null && <ReportDelivery report={report} />}
      <section className="report-beside">
        <div>
          <h2>{words.texts.heading}</h2>
          <ReportTexts report={report} />
        </div>
        {mayOpen && <ReportPreview report={report} />}
      </section>
      <ReportFigures report={report} />
      <section>
        <h2>{words.comparison.section}</h2>
        <ReportComparison report={report} />
      </section>
      <section>
        <h2>{words.way}</h2>
        <ReportWay report={report} />
      </section>
    </div>
  );
}
