import type { Report, ReportText, WriteReportText } from '@ocop/contracts';
import type { ReportSection } from '@ocop/domain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EntryForm } from '../../components/entry-form.js';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';
import { TextArea } from '../../components/text-area.js';
import { useEntryForm } from '../../components/use-entry-form.js';
import { reportTextsOptions, writeReportText } from '../../lib/api/report-texts.js';
import { useLanguage } from '../../lib/language.js';
import { momentText } from '../../lib/moment-text.js';
import type { FormReader, Reading } from '../../lib/reading.js';
import type { Seen } from '../../lib/record-difference.js';
import { useMay } from '../../lib/session.js';

interface TextState {
  seen: Seen;
  text: string;
}

const readText = ({ seen, text }: TextState, reader: FormReader): Reading<WriteReportText> => reader.as({ text, version: seen.version });

/** How the part stands when somebody else wrote it meanwhile. */
const presentText = (current: unknown): Seen => {
  const { text, version } = current as Pick<ReportText, 'text' | 'version'>;
  return { version, text: text ?? '' };
};

/** One part to write, with sentences that the report's own facts suggest. */
function TextForm({ report, part, onEnd }: { report: Report; part: ReportText; onEnd: () => void }) {
  const { messages } = useLanguage();
  const words = messages.reports.texts;
  const text = part.text ?? '';
  const initial: TextState = { seen: { version: part.version, text }, text };
  const entry = useEntryForm({
    record: `${part.section} of report ${report.id}`, initial, read: readText, send: writeReportText(report.id, part.section), onDone: onEnd, present: presentText,
  });
  const { state, set } = entry;
  const left = part.suggestions.filter((suggestion) => !state.text.includes(suggestion));
  return (
    <EntryForm heading={part.name} submit={state.text.trim() === '' ? words.saveNothing : words.save} entry={entry} onCancel={onEnd}>
      <TextArea label={words.text} name="text" rows={8} value={state.text} onChange={(event) => set({ text: event.target.value })} refusal={entry.refusal('text')} />
      <p className="muted">{words.hint}</p>
      {left.length > 0 && (
        <div className="report-suggestions">
          <h3>{words.suggestions}</h3>
          <ul>
            {left.map((suggestion) => (
              <li key={suggestion}>
                <span>{suggestion}</span>{' '}
                <button type="button" className="text-button" onClick={() => set({ text: [state.text.trimEnd(), suggestion].filter((one) => one !== '').join('\n') })} aria-label={words.takeOf(suggestion)}>
                  {words.take}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </EntryForm>
  );
}

function Part({ part, onWrite }: { part: ReportText; onWrite: (() => void) | null }) {
  const { messages, locale } = useLanguage();
  const words = messages.reports.texts;
  const { name, text, required, writtenAt, writtenBy, suggestions } = part;
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  return (
    <li>
      <h3>
        {name}{' '}
        {onWrite !== null && (
          <button type="button" className="text-button" onClick={onWrite} aria-label={words.writeOf(name)}>
            {text === null ? words.write : words.rewrite}
          </button>
        )}
      </h3>
      {text === null && <p className={required ? 'report-text-missing' : 'muted'}>{required ? words.missing : words.optional}</p>}
      {text === '' && <p className="muted">{words.nothing}</p>}
      {/* Two lines of a text may be equal. */}
      {lines.map((line, index) => (
        <p key={`${index} ${line}`}>{line}</p>
      ))}
      {writtenAt !== null && <p className="muted">{words.written(momentText(writtenAt, locale), writtenBy ?? messages.reports.nobody)}</p>}
      {text === null && onWrite !== null && suggestions.length > 0 && <p className="muted">{words.suggested(suggestions.length)}</p>}
    </li>
  );
}

/** What people write into a report: its parts in order, and the one being written. */
export function ReportTexts({ report }: { report: Report }) {
  const { messages } = useLanguage();
  const words = messages.reports.texts;
  const mayWrite = useMay('reports.create') && report.state === 'draft';
  const asked = useQuery(reportTextsOptions(report.id));
  const [writing, setWriting] = useState<ReportSection | null>(null);
  if (asked.error !== null) return <FailurePanel error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Skeleton lines={4} />;
  const { items } = asked.data;
  const missing = items.filter(({ required, text }) => required && text === null).length;
  return (
    <>
      <p className="muted">{missing > 0 ? words.stillMissing(missing) : words.complete}</p>
      <ol className="report-texts">
        {items.map((part) =>
          part.section === writing && mayWrite ? (
            <li key={part.section}>
              <TextForm report={report} part={part} onEnd={() => setWriting((now) => (now === part.section ? null : now))} />
            </li>
          ) : (
            <Part key={part.section} part={part} onWrite={mayWrite ? () => setWriting(part.section) : null} />
          ),
        )}
      </ol>
    </>
  );
}
