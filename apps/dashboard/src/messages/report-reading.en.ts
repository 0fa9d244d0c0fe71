import type { Messages } from './vi.js';

const integer = new Intl.NumberFormat('en');

/** Reading a report: its figures with their rows, its pages, the archive it lies in. */
export const reportReadingEn: Messages['reportReading'] = {
  figures: {
    heading: 'Figures of the report',
    intro: 'Choose a figure to see the rows it is made of, exactly as they were frozen with the report.',
    search: 'Search the figures',
    searchHint: 'product, source of funds, stage…',
    found: (found, total) => (found === total ? `${integer.format(total)} figures` : `${integer.format(found)} of ${integer.format(total)} figures`),
    nothing: 'No figure matches.',
    parts: {
      goals: 'Goals and recognitions',
      results: 'Scores and dossiers sent to the province',
      reporting: 'Reports of communes',
      products: 'List of products',
      certificates: 'Validity of certificates',
      funding: 'Funding',
    },
    inAppendix: (no) => `Appendix ${no}`,
    ofAppendix: (code) => `Showing the figures of the appendix with the code ${code}.`,
    appendixWithout: (code) => `The appendix with the code ${code} has no figures of its own; these are all figures of the report.`,
    all: 'Show every figure',
    missing: 'no data yet',
    rows: {
      caption: (name) => `Rows that make up the figure: ${name}`,
      notRecorded: 'Nothing was on record for this figure when the report was frozen.',
      none: 'There are no rows: the figure is 0.',
      sumOnly: 'This report keeps the sum alone, not its rows; reports made later keep them.',
      columns: { label: 'What', on: 'Day', paper: 'Paper', amount: 'Amount (million đồng)' },
      month: (month, year) => `${month}/${year}`,
      counted: (n) => `Sum: ${integer.format(n)} ${n === 1 ? 'row' : 'rows'}`,
      sum: 'Sum',
      agrees: 'Equals the figure of the report.',
      differs: (rows, figure) => `The rows come to ${rows}, the report says ${figure}. Please tell the administrator.`,
      open: (name) => `Show the rows of: ${name}`,
      more: (left) => `Show ${integer.format(left)} more rows`,
    },
  },
  basis: {
    law: 'Provisions applied',
    since: (basis, day) => `${basis}, since ${day}`,
    formulas: 'Formulas',
    version: (n) => `version ${integer.format(n)}`,
    unknown: 'made before provisions and formulas were kept with a report',
  },
  lookup: {
    heading: 'Look up a code from paper',
    explained: 'Under each appendix of a report stands a code such as BC-12-PL2. Type it to see the rows behind the figures.',
    code: 'Code',
    example: 'for example BC-12-PL2',
    open: 'Open',
    bad: (written) => `“${written}” is no such code; a code looks like BC-12-PL2.`,
  },
};
