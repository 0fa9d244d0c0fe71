import { HOUSE_LAYOUT, millimetres, OFFICIAL_LAYOUT, type BlockRule, type Range } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { contentLines, type PlacedLine, type PlacedRule, type ReadPdf } from './read-pdf.js';

/** Where a paper departs from Appendix I of Decree 30/2020/NĐ-CP. */
export interface LayoutFinding {
  row: string;
  page: number;
  problem: string;
}

const TOLERANCE = 0.5;

function isWithin(value: number, { min, max }: Range, tolerance = 0.01): boolean {
  return value >= min - tolerance && value <= max + tolerance;
}

function letterFindings(rule: BlockRule, line: PlacedLine): string[] {
  const problems: string[] = [];
  if (!isWithin(line.size, rule.sizePt)) problems.push(`size ${line.size}`);
  if (line.font.includes('Bold') !== rule.bold) problems.push(`font ${line.font}`);
  if (line.font.includes('Italic') !== rule.italic) problems.push(`font ${line.font}`);
  const capitals = line.text.normalize('NFC').toLocaleUpperCase('vi');
  if ((rule.letters === 'capitals') !== (line.text.normalize('NFC') === capitals)) problems.push(`letters of "${line.text}"`);
  return problems;
}

type Place = 'left half' | 'right half' | 'middle';

/** Checks a report read back from its file, row by row of the decree's table; an empty list means that it complies. */
export function checkOfficialLayout(pdf: ReadPdf, model: ReportModel): LayoutFinding[] {
  const findings: LayoutFinding[] = [];
  const lines = contentLines(pdf);
  const [firstPage] = pdf.pages;
  if (firstPage === undefined) return [{ row: 'trang', page: 0, problem: 'no page' }];
  const add = (row: string, page: number, problem: string): void => void findings.push({ row, page, problem });

  for (const page of pdf.pages) {
    const sides = [page.width, page.height].map((side) => Math.round((side * 25.4) / 72)).sort((a, b) => a - b);
    if (sides[0] !== OFFICIAL_LAYOUT.page.widthMm || sides[1] !== OFFICIAL_LAYOUT.page.heightMm) add('khổ giấy', page.number, `${sides.join(' × ')} mm`);
    const own = page.lines.filter((line) => line.tag !== 'Artifact');
    const { marginsMm } = OFFICIAL_LAYOUT;
    const left = Math.min(...own.map((line) => line.left));
    const right = page.width - Math.max(...own.map((line) => line.right));
    const top = Math.min(...own.map((line) => line.baseline - line.size * 0.891));
    const bottom = page.height - Math.max(...own.map((line) => line.baseline + line.size * 0.216));
    if (left < millimetres(marginsMm.left.min) - TOLERANCE) add('lề trái', page.number, `${left} pt`);
    if (right < millimetres(marginsMm.right.min) - TOLERANCE) add('lề phải', page.number, `${right} pt`);
    if (top < millimetres(marginsMm.top.min) - TOLERANCE) add('lề trên', page.number, `${top} pt`);
    if (bottom < millimetres(marginsMm.bottom.min) - TOLERANCE) add('lề dưới', page.number, `${bottom} pt`);
    checkPageNumber(page.number, page.width, page.lines, add);
  }

  const middle = firstPage.width / 2;
  const textMiddle = (HOUSE_LAYOUT.margins.left + firstPage.width - HOUSE_LAYOUT.margins.right) / 2;
  const expect = (rule: BlockRule, text: string, place: Place | null, from = 0): PlacedLine | null => {
    const wanted = text.replace(/\s+/gu, ' ').trim();
    const line = lines.slice(from).find((one) => one.text.replace(/\s+/gu, ' ').trim() === wanted);
    if (line === undefined) {
      add(rule.row, 0, `"${text}" not found`);
      return null;
    }
    for (const problem of letterFindings(rule, line)) add(rule.row, line.page, problem);
    const centre = (line.left + line.right) / 2;
    if (place === 'left half' && (line.right > middle || centre > middle)) add(rule.row, line.page, 'not in the left half');
    if (place === 'right half' && line.left < middle - TOLERANCE) add(rule.row, line.page, 'not in the right half');
    if (place === 'middle' && Math.abs(centre - textMiddle) > 1) add(rule.row, line.page, 'not centred');
    return line;
  };
  const ruleUnder = (row: string, above: PlacedLine | null, share: Range): void => {
    if (above === null) return;
    const rule = firstPage.rules.find((one) => one.y > above.baseline && one.y < above.baseline + 14 && one.from < above.right && one.to > above.left);
    if (rule === undefined) return add(row, 1, 'no rule under it');
    const width = (rule.to - rule.from) / (above.right - above.left);
    if (!isWithin(width, share)) add(row, 1, `rule ${width} of the text`);
    if (Math.abs(centreOf(rule) - (above.left + above.right) / 2) > 1) add(row, 1, 'rule not centred');
  };

  const official = OFFICIAL_LAYOUT;
  expect(official.nationalTitle, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'right half');
  ruleUnder(official.motto.row, expect(official.motto, 'Độc lập - Tự do - Hạnh phúc', 'right half'), official.mottoRule);
  for (const text of model.issuer.superiorLines) expect(official.superiorAgency, text, 'left half');
  const agency = model.issuer.agencyLines.map((text) => expect(official.agency, text, 'left half'));
  ruleUnder(official.agency.row, agency.at(-1) ?? null, official.shortRule);
  const number = expect(official.number, `Số: ${model.number ?? `/${model.numberSymbol}`}`, 'left half');
  const day = lines.find((line) => line.text.startsWith(`${model.place}, ngày`));
  if (day === undefined) add(official.placeAndDay.row, 1, 'not found');
  else {
    for (const problem of letterFindings(official.placeAndDay, day)) add(official.placeAndDay.row, 1, problem);
    if (number !== null && Math.abs(number.baseline - day.baseline) > TOLERANCE) add(official.placeAndDay.row, 1, 'not level with the number');
  }
  expect(official.kindName, model.kindName, 'middle');
  const subject = model.subjectLines.map((text) => expect(official.subject, text, 'middle'));
  ruleUnder(official.subject.row, subject.at(-1) ?? null, official.shortRule);

  const [capacity] = model.signature.authorityLines.map((text) => expect(official.authority, text, 'right half'));
  const capacityAt = capacity === null || capacity === undefined ? 0 : lines.indexOf(capacity);
  if (model.signature.name !== null) expect(official.signatory, model.signature.name, 'right half', capacityAt);
  const recipients = expect(official.recipientsTitle, 'Nơi nhận:', 'left half');
  if (recipients !== null && capacity && Math.abs(recipients.baseline - capacity.baseline) > 2) add(official.recipientsTitle.row, recipients.page, 'not level with the capacity');
  const textBefore = lines.slice(0, capacityAt).filter((line) => line.page === capacity?.page);
  if (textBefore.length < 2) add(official.authority.row, capacity?.page ?? 0, 'fewer than two lines of text before it');

  model.appendices.forEach((appendix, index) => {
    const count = model.appendices.length;
    const name = lines.filter((line) => /^Phụ lục( [IVX]+)?$/u.test(line.text))[index];
    if (name === undefined) return add(official.appendixName.row, 0, 'not found');
    for (const problem of letterFindings(official.appendixName, name)) add(official.appendixName.row, name.page, problem);
    if (/ [IVX]+$/u.test(name.text) !== count > 1) add(official.appendixName.row, name.page, `"${name.text}" of ${count}`);
    if (appendix.orientation === 'portrait') for (const text of appendix.titleLines) expect(official.appendixTitle, text, 'middle', lines.indexOf(name));
  });
  return findings;
}

function centreOf(rule: PlacedRule): number {
  return (rule.from + rule.to) / 2;
}

function checkPageNumber(page: number, width: number, all: readonly PlacedLine[], add: (row: string, page: number, problem: string) => void): void {
  const rule = OFFICIAL_LAYOUT.pageNumber;
  const numbers = all.filter((line) => line.tag === 'Artifact' && /^\d+$/u.test(line.text) && line.baseline < millimetres(20));
  if (page === 1) {
    if (numbers.length > 0) add(rule.row, page, 'shown on page 1');
    return;
  }
  const [number] = numbers;
  if (number === undefined) return add(rule.row, page, 'missing');
  for (const problem of letterFindings({ ...rule, letters: 'capitals' }, number)) add(rule.row, page, problem);
  if (number.text !== String(page)) add(rule.row, page, `says ${number.text}`);
  const textMiddle = (HOUSE_LAYOUT.margins.left + width - HOUSE_LAYOUT.margins.right) / 2;
  if (Math.abs((number.left + number.right) / 2 - textMiddle) > 1) add(rule.row, page, 'not centred');
}
