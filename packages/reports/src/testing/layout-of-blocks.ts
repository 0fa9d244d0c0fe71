import { OFFICIAL_LAYOUT as official, type Range } from '../layout-rules.js';
import { blockRow, centreOf, isWithin, type LayoutRow, linesOfKind, type Paper, partsOfKind, say, stackProblems, TOLERANCE } from './layout-row.js';
import type { PlacedLine } from './read-pdf.js';
import type { PartKind } from './report-parts.js';

/** The farthest a rule stands under the baseline of its text. */
const UNDER = 14;

function ruleRow(row: string, kind: PartKind, share: Range): LayoutRow {
  return {
    row,
    problems: (paper) => {
      const above = linesOfKind(paper, kind).at(-1);
      if (above === undefined) return ['no text over it'];
      const rules = paper.pdf.pages[above.page - 1]?.rules ?? [];
      const rule = rules.find(({ y, from, to }) => y > above.baseline && y < above.baseline + UNDER && from < above.right && to > above.left);
      if (rule === undefined) return [say(above, 'no rule under it')];
      const length = (rule.to - rule.from) / (above.right - above.left);
      return [
        ...(isWithin(length, share) ? [] : [say(above, `a rule ${length.toFixed(2)} of the text`)]),
        ...(Math.abs((rule.from + rule.to) / 2 - centreOf(above)) <= 1 ? [] : [say(above, 'rule not centred')]),
        ...(rule.isSolid ? [] : [say(above, 'rule not solid')]),
      ];
    },
  };
}

const matching = (pattern: RegExp) => (lines: PlacedLine[]): string[] => lines.filter((line) => !pattern.test(line.text)).map((line) => say(line, 'not in the form'));

const levelWith = (kind: PartKind, tolerance = TOLERANCE) => (lines: PlacedLine[], paper: Paper): string[] => {
  const [other] = linesOfKind(paper, kind);
  const [line] = lines;
  if (line === undefined || other === undefined) return [];
  return line.page === other.page && Math.abs(line.baseline - other.baseline) <= tolerance ? [] : [say(line, `not level with "${other.text}"`)];
};

/** The stack under the last line of another kind, around one centre with it. */
const under = (kind: PartKind) => (lines: PlacedLine[], paper: Paper): string[] => stackProblems([...linesOfKind(paper, kind).slice(-1), ...lines]);

const NUMBER = /^Số: \d{2,}\/[\p{Lu}-]+$/u;
/** Room to write the number, which a reader sees as one space. */
const UNNUMBERED = /^Số:\s+\/[\p{Lu}-]+$/u;
const DAY = /^[^,]+, ngày (0[1-9]|[12]\d|3[01]) tháng (0[12]|[3-9]|1[0-2]) năm \d{4}$/u;
const UNDATED = /^[^,]+, ngày\s+tháng\s+năm \d{4}$/u;

const top = (lines: PlacedLine[], { pdf }: Paper): string[] => {
  const first = Math.min(...(pdf.pages[0]?.lines ?? []).filter((line) => line.tag !== 'Artifact').map((line) => line.baseline));
  return lines.filter((line) => line.page !== 1 || line.baseline > first + TOLERANCE).map((line) => say(line, 'not at the top'));
};

export const headRows: LayoutRow[] = [
  blockRow('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'nationalTitle', official.nationalTitle, 'right half', top),
  blockRow('Độc lập - Tự do - Hạnh phúc: spaced hyphens, centred under it', 'motto', official.motto, 'right half', (lines, paper) => [
    ...under('nationalTitle')(lines, paper),
    ...matching(/^Độc lập - Tự do - Hạnh phúc$/u)(lines),
  ]),
  ruleRow('rule under Độc lập - Tự do - Hạnh phúc: solid, as long as the text', 'motto', official.mottoRule),
  blockRow('superior agency: a People’s Committee has none', 'superiorAgency', official.superiorAgency, 'left half', (lines, paper) => [
    ...top(lines.slice(0, 1), paper),
    ...stackProblems(lines),
    ...lines.filter(() => paper.model.issuer.agencyLines[0]?.startsWith('ỦY BAN NHÂN DÂN')).map((line) => say(line, 'over a People’s Committee')),
  ]),
  blockRow('issuing agency', 'agency', official.agency, 'left half', (lines, paper) => [...under('superiorAgency')(lines, paper), ...(lines.length === 0 ? ['none'] : [])]),
  ruleRow('rule under the issuing agency: solid, 1/3 to 1/2 of the text, centred', 'agency', official.shortRule),
  blockRow('Số: under the agency; a 0 before numbers below 10; no space around "/" and "-"', 'number', official.number, 'left half', (lines, paper) => [
    ...under('agency')(lines, paper),
    ...matching(paper.model.number === null ? UNNUMBERED : NUMBER)(lines),
  ]),
  blockRow('place and day: level with the number; a 0 before days below 10 and months 1 and 2 only', 'placeAndDay', official.placeAndDay, 'right half', (lines, paper) => [
    ...levelWith('number')(lines, paper),
    ...matching(paper.model.day === null ? UNDATED : DAY)(lines),
  ]),
  blockRow('BÁO CÁO', 'kindName', official.kindName, 'middle', matching(/^BÁO CÁO$/u)),
  blockRow('subject (trích yếu): centred under it', 'subject', official.subject, 'middle', under('kindName')),
  ruleRow('rule under the subject: solid, 1/3 to 1/2 of the text', 'subject', official.shortRule),
  {
    row: 'no other rule',
    problems: ({ pdf }) => pdf.pages.flatMap(({ number, rules }) => (rules.length === (number === 1 ? 3 : 0) ? [] : [`page ${number}: ${rules.length} rules`])),
  },
];

const FORMS = ['TM. ỦY BAN NHÂN DÂN|CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN|KT. CHỦ TỊCH|PHÓ CHỦ TỊCH', 'TM. ỦY BAN NHÂN DÂN|Q. CHỦ TỊCH'];
const BY_ORDER = /^TL\. CHỦ TỊCH\|(TRƯỞNG PHÒNG|CHÁNH VĂN PHÒNG) ?[\p{Lu} ]*$/u;
const CLOSING: PartKind[] = ['authority', 'signatory', 'recipientsTitle', 'recipients'];
/** Lines of text that come with the signature. */
const COMPANY = 2;

export const closingRows: LayoutRow[] = [
  blockRow('TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH', 'authority', official.authority, 'right half', stackProblems),
  {
    row: 'forms of signature: chairman, for the chairman, acting, by order; a space after "TM."',
    problems: (paper) => {
      const signed = linesOfKind(paper, 'authority').map((line) => line.text).join('|');
      return FORMS.includes(signed) || BY_ORDER.test(signed) ? [] : [signed];
    },
  },
  blockRow('signatory’s name: centred under the capacity, no titles', 'signatory', official.signatory, 'right half', (lines, paper) => [
    ...under('authority')(lines, paper),
    ...matching(/^\p{Lu}\p{Ll}+( \p{Lu}\p{Ll}*)+$/u)(lines),
  ]),
  {
    row: 'the signature is whole and comes with at least two lines of text',
    problems: (paper) => {
      const closing = linesOfKind(paper, ...CLOSING);
      const pages = new Set(closing.map((line) => line.page));
      // A row of a table that ends the text is a line of it.
      const text = partsOfKind(paper, 'text', 'cell', 'total').filter((part) => part.appendix === null);
      const company = new Set(text.flatMap((part) => part.lines).filter((line) => pages.has(line.page)).map((line) => line.baseline));
      return pages.size === 1 && company.size >= COMPANY ? [] : [`on ${pages.size} pages with ${company.size} lines of text`];
    },
  },
  // Another size on the same line: level to the eye.
  blockRow('Nơi nhận: left, level with the capacity', 'recipientsTitle', official.recipientsTitle, 'left', levelWith('authority', 2)),
  blockRow('recipients: "- …;" each, last "- Lưu: VT."', 'recipients', official.recipients, 'left', (lines, paper) => {
    const texts = partsOfKind(paper, 'recipients').map((part) => part.lines.map((line) => line.text).join(' '));
    const wrong = texts.filter((one, index) => !(index === texts.length - 1 ? /^- Lưu: VT.*\.$/u : /^- .*[^;.];$/u).test(one));
    const [title] = linesOfKind(paper, 'recipientsTitle');
    return [...wrong, ...lines.filter((line) => title !== undefined && line.baseline <= title.baseline).map((line) => say(line, 'not under "Nơi nhận:"'))];
  }),
];

const ownPage = (lines: PlacedLine[], { pdf }: Paper): string[] =>
  lines.filter((line) => pdf.pages[line.page - 1]?.lines.find((one) => one.tag !== 'Artifact') !== line).map((line) => say(line, 'not on top of a page'));

export const appendixRows: LayoutRow[] = [
  blockRow('Phụ lục: own line, numbered only when there are two or more', 'appendixName', official.appendixName, 'middle', (lines, paper) => [
    ...ownPage(lines, paper),
    ...matching(paper.model.appendices.length > 1 ? /^Phụ lục [IVX]+$/u : /^Phụ lục$/u)(lines),
  ]),
  blockRow('appendix title', 'appendixTitle', official.appendixTitle, 'middle'),
  blockRow('(Kèm theo Báo cáo số … ngày … của …): centred under the title', 'appendixReference', official.appendixReference, 'middle', (_lines, paper) =>
    paper.model.appendices.flatMap((_, index) => {
      const own = (kind: PartKind): PlacedLine[] => partsOfKind(paper, kind).filter((part) => part.appendix === index).flatMap((part) => part.lines);
      const reference = own('appendixReference').map((line) => line.text).join(' ');
      return [
        ...stackProblems([...own('appendixName'), ...own('appendixTitle'), ...own('appendixReference')]),
        ...(/^\(Kèm theo Báo cáo số .+ ngày .+ của .+\)$/u.test(reference) ? [] : [`appendix ${index + 1}: "${reference}"`]),
      ];
    }),
  ),
];
