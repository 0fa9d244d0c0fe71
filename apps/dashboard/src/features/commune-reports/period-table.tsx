import type { CommuneReportPeriod, OwedReport } from '@ocop/contracts';
import { domainMessages, type CommuneReportState, type IndicatorStatus } from '@ocop/domain';
import { statusShape } from '../../components/status-word.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { useMay } from '../../lib/session.js';

interface PeriodTableProps {
  caption: string;
  period: CommuneReportPeriod;
  onReceive: (owed: OwedReport) => void;
  onTakeBack: (owed: OwedReport) => void;
}

/** What is missing is late only when its day has gone by. */
function statusOf(state: CommuneReportState, passed: boolean): IndicatorStatus {
  if (state === 'missing') return passed ? 'late' : 'no-data';
  return state === 'in-time' ? 'achieved' : 'at-risk';
}

/** Every commune that owes a report of the period, with what can be done about it. */
export function PeriodTable({ caption, period, onReceive, onTakeBack }: PeriodTableProps) {
  const { messages, locale } = useLanguage();
  const words = messages.communeReports;
  const { columns } = words;
  const mayEnter = useMay('communeReports.write');
  const cell = (column: keyof typeof columns, text: string | null) => (
    <td data-label={columns[column]} className={text === null ? 'owed-nothing' : undefined}>
      {text}
    </td>
  );
  return (
    <table className="ruled list-table owed-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          {mayEnter && (
            <th scope="col">
              <span className="visually-hidden">{words.task}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {period.communes.map((owed) => {
          const { unitId, unitName, state, report } = owed;
          const status = statusOf(state, period.due.state === 'passed');
          const task = report === null ? { text: words.receiveShort, open: onReceive } : { text: words.takeBackShort, open: onTakeBack };
          return (
            <tr key={unitId}>
              <th scope="row">{unitName}</th>
              <td>
                <span className={`status status-${status}`}>
                  {statusShape(status)}
                  {domainMessages[locale].communeReportStateNames[state]}
                </span>
              </td>
              {cell('receivedOn', report === null ? null : dayText(report.receivedOn, locale))}
              {cell('paper', report?.paper ?? null)}
              {cell('enteredBy', report?.enteredBy ?? null)}
              {mayEnter && (
                <td className="owed-task">
                  <button type="button" className="text-button" aria-label={`${task.text}: ${unitName}`} onClick={() => task.open(owed)}>
                    {task.text}
                  </button>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
