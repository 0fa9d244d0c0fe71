import { FIGURE_PARTS, type Report, type ReportFigure } from '@ocop/contracts';
import { reportCode, searchKey } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextInput } from '../../components/text-input.js';
import { reportFiguresOptions } from '../../lib/api/report-texts.js';
import { useLanguage } from '../../lib/language.js';
import { FigureRows } from './figure-rows.js';
import './report-figures.css';

function Figure({ report, figure, isOpen, onToggle, onOpen }: { report: Report; figure: ReportFigure; isOpen: boolean; onToggle: () => void; onOpen: (key: string) => void }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.figures;
  const rows = useId();
  const { name, value } = figure;
  return (
    <li>
      <button type="button" className="figure-button" aria-expanded={isOpen} aria-controls={isOpen ? rows : undefined} onClick={onToggle}>
        <span>{name}</span>
        <strong className={value === null ? 'missing' : undefined}>{value ?? words.missing}</strong>
      </button>
      {isOpen && (
        <div id={rows} className="figure-panel">
          <FigureRows report={report} figure={figure} onOpen={onOpen} />
        </div>
      )}
    </li>
  );
}

/** The figures of a report as frozen, part by part; each opens its rows. A code on paper leads to those of its appendix. */
export function ReportFigures({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const words = messages.reportReading.figures;
  const { phuluc, solieu } = useSearch({ from: '/app/plan/bao-cao/$id' });
  const navigate = useNavigate({ from: '/bao-cao/$id' });
  const asked = useQuery(reportFiguresOptions(report.id));
  const [typed, setTyped] = useState('');
  const section = useRef<HTMLElement>(null);
  const isThere = asked.data !== undefined;
  // Who comes from a code on paper comes for these.
  useEffect(() => {
    if (phuluc !== undefined && isThere) section.current?.focus();
  }, [phuluc, isThere]);
  const open = (key: string | undefined) => void navigate({ to: '.', search: (search) => ({ ...search, solieu: key }), replace: true, resetScroll: false });
  const body = () => {
    if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
    if (asked.data === undefined) return <Skeleton lines={6} />;
    const { items } = asked.data;
    const ofAppendix = items.filter(({ appendix }) => appendix !== null && String(appendix) === phuluc);
    const within = ofAppendix.length > 0 ? ofAppendix : items;
    const sought = searchKey(typed).split(' ');
    const found = within.filter(({ name, value }) => sought.every((word) => searchKey(`${name} ${value ?? words.missing}`).includes(word)));
    const code = reportCode(report.id, Number(phuluc));
    return (
      <>
        {phuluc !== undefined && (
          <p>
            {ofAppendix.length > 0 ? words.ofAppendix(code) : words.appendixWithout(code)}{' '}
            <button type="button" className="text-button" onClick={() => void navigate({ to: '.', search: (search) => ({ ...search, phuluc: undefined }), replace: true, resetScroll: false })}>
              {words.all}
            </button>
          </p>
        )}
        <search className="figure-search">
          <TextInput label={words.search} name="figure" type="search" autoComplete="off" placeholder={words.searchHint} maxLength={200} value={typed} onChange={(event) => setTyped(event.target.value)} />
          <p className="muted" role="status">
            {found.length === 0 ? words.nothing : words.found(found.length, within.length)}
          </p>
        </search>
        {FIGURE_PARTS.map((part) => {
          const own = found.filter((figure) => figure.part === part);
          const appendix = own[0]?.appendix ?? null;
          return own.length === 0 ? null : (
            <div key={part} className="figure-part">
              <h3>
                {words.parts[part]} {appendix !== null && <span className="muted">{words.inAppendix(appendix)}</span>}
              </h3>
              <ul lang="vi">
                {own.map((figure) => (
                  <Figure
                    key={figure.key}
                    report={report}
                    figure={figure}
                    isOpen={figure.key === solieu}
                    onToggle={() => open(figure.key === solieu ? undefined : figure.key)}
                    onOpen={open}
                  />
                ))}
              </ul>
            </div>
          );
        })}
      </>
    );
  };
  return (
    <section ref={section} tabIndex={-1} className="figure-section">
      <h2>{words.heading}</h2>
      <p className="muted">{words.intro}</p>
      {body()}
    </section>
  );
}
