import { parseReportCode } from '@ocop/domain';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { TextInput } from '../../components/text-input.js';
import { useLanguage } from '../../lib/language.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import './reports.css';

/** Leads from the code under an appendix to the figures of that appendix. */
export function LookupPage() {
  const { messages } = useLanguage();
  const words = messages.reportReading.lookup;
  const { ma, ...search } = useSearch({ from: '/app/plan/tra-cuu' });
  const navigate = useNavigate({ from: '/tra-cuu' });
  const [typed, setTyped] = useState(ma ?? '');
  usePageTitle(words.heading);
  const code = parseReportCode(ma ?? '');
  if (code !== null) {
    const { report, appendix } = code;
    return <Navigate to="/bao-cao/$id" params={{ id: String(report) }} search={{ ...search, phuluc: appendix === null ? undefined : String(appendix) }} replace />;
  }
  const open = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '.', search: (before) => ({ ...before, ma: typed }) });
  };
  return (
    <div className="reports">
      <h1>{words.heading}</h1>
      <p>{words.explained}</p>
      <form className="form" onSubmit={open}>
        <TextInput label={words.code} name="ma" hint={words.example} autoComplete="off" maxLength={50} value={typed} onChange={(event) => setTyped(event.target.value)} refusal={ma === undefined || ma === '' ? null : words.bad(ma)} />
        <p className="form-actions">
          <button type="submit" className="button">
            {words.open}
          </button>
        </p>
      </form>
    </div>
  );
}
