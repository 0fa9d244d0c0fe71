import { AUDIT_ACTIONS, AUDIT_SUBJECTS } from '@ocop/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { AuditList } from '../../components/audit-list.js';
import { ExportMenu } from '../../components/export-menu.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { SearchBox } from '../../components/search-box.js';
import { useListAudit } from '../../lib/api/audit.js';
import { useLanguage } from '../../lib/language.js';
import { readAuditSearch, type AuditSearch } from '../../lib/page-search.js';
import { useMay } from '../../lib/session.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import { AuditCheckPanel } from './audit-check.js';
import { DayFilter } from './day-filter.js';
import './audit.css';

const PAGE_SIZE = 50;

function Choice<T extends string>({ label, any, value, options, names, onChoose }: {
  label: string;
  any: string;
  value: string;
  options: readonly T[];
  names: Readonly<Record<T, string>>;
  onChoose: (value: string) => void;
}) {
  const id = useId();
  return (
    <p className="form-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
          <option value="">{any}</option>
          {options.map((option) => (
            <option key={option} value={option}>
              {names[option]}
            </option>
          ))}
      </select>
    </p>
  );
}

/** Who did what, when, from where: searched, exported, and proved whole. */
export function AuditPage() {
  const { messages } = useLanguage();
  const words = messages.audit;
  const search = readAuditSearch(useSearch({ strict: false }));
  const navigate = useNavigate();
  const mayExport = useMay('audit.export');
  const { trang, ...filters } = search;
  const page = Math.max(1, Number(trang ?? '1') || 1);
  const { data, error, refetch } = useListAudit({ ...filters, page, pageSize: PAGE_SIZE });
  // What is typed and no day yet is in no address; another number empties those fields too.
  const [clearings, setClearings] = useState(0);
  usePageTitle(words.heading);
  const set = (change: AuditSearch) =>
    void navigate({ to: '.', search: (before) => ({ ...before, trang: undefined, ...change }), replace: true, resetScroll: false });
  const pages = Math.max(1, Math.ceil((data?.total ?? 0) / PAGE_SIZE));
  const { filters: labels } = words;
  const orNothing = (value: string) => (value === '' ? undefined : value);
  return (
    <div className="audit">
      <h1>{words.heading}</h1>
      <p className="muted">{words.intro}</p>
      <AuditCheckPanel />
      <search className="audit-filters">
        <DayFilter key={`from ${clearings}`} label={labels.from} name="from" day={filters.from} onChoose={(from) => set({ from })} />
        <DayFilter key={`to ${clearings}`} label={labels.to} name="to" day={filters.to} onChoose={(to) => set({ to })} />
        <Choice label={labels.action} any={labels.any} value={filters.action ?? ''} options={AUDIT_ACTIONS} names={words.actions} onChoose={(action) => set({ action: orNothing(action) })} />
        <Choice label={labels.subject} any={labels.any} value={filters.subject ?? ''} options={AUDIT_SUBJECTS} names={words.subjects} onChoose={(subject) => set({ subject: orNothing(subject) })} />
        <SearchBox hint={labels.search} search={filters.search ?? ''} onSearch={(typed) => set({ search: orNothing(typed) })} />
      </search>
      <div className="form-actions audit-tools">
        <span className="muted" role="status">
          {data === undefined ? '' : words.total(data.total)}
        </span>
        {mayExport && (
          <ExportMenu path="audit/export" query={filters} />
        )}
        {Object.keys(filters).length > 0 && (
          <button
            type="button"
            className="text-button"
            onClick={() => {
              setClearings(clearings + 1);
              void navigate({ to: '.', search: {} });
            }}
          >
            {labels.clear}
          </button>
        )}
      </div>
      {error !== null && <FailurePanel error={error} retry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && <AuditList entries={data.items} />}
      {pages > 1 && (
        <p className="form-actions">
          <button type="button" className="button" disabled={page <= 1} onClick={() => set({ trang: String(page - 1) })}>
            {words.previous}
          </button>
          <span>{words.page(page, pages)}</span>
          <button type="button" className="button" disabled={page >= pages} onClick={() => set({ trang: String(page + 1) })}>
            {words.next}
          </button>
        </p>
      )}
    </div>
  );
}
