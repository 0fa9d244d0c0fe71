import type { Messages } from './vi.js';

export const communeReportsEn: Messages['communeReports'] = {
  heading: (year) => `Commune reports of ${year}`,
  figure: 'See the figure of reports in time',
  none: 'The plan names no reporting period of the communes.',
  period: (name) => `Report: ${name}`,
  received: (received, expected, onTime) => `${received} of ${expected} reports received${received === 0 ? '' : `, ${onTime} in time`}`,
  columns: { unit: 'Commune', state: 'State', receivedOn: 'Received on', paper: 'Paper', enteredBy: 'Entered by' },
  task: 'What can be entered',
  receiveShort: 'Enter as received',
  takeBackShort: 'Take back',
  receive: (name, unit) => `Report (${name}) received of ${unit}`,
  paperExample: 'such as 12/BC-UBND',
  submit: 'Enter report',
  done: (unit, on) => `The report of ${unit}, received on ${on}, is entered.`,
  notYet: (day) => `The page shows ${day}, so this report is not on it yet.`,
  takeBackHeading: (name, unit) => `Take back the report (${name}) of ${unit}`,
  takeBackExplained: 'The report counts no more; that it was entered and taken back stays in the audit trail.',
  takenBack: (unit) => `The report of ${unit} is taken back.`,
};
