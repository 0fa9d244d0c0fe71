import { describe, expect, it } from '@jest/globals';
import type { ReportModel } from '../model.js';
import { type Deviation, type DrawnLine, readDeviating, withPieces } from '../testing/deviating-file.js';
import type { Paper } from '../testing/layout-row.js';
import { LONG_TEXT, longModel, modelOf, text } from '../testing/long-model.js';
import { checkOfficialLayout, LAYOUT_ROWS } from '../testing/official-layout.js';
import type { PartKind } from '../testing/report-parts.js';
import type { Face } from './fonts.js';

const model = longModel(3, 14);
const plain = modelOf([...Array.from({ length: 20 }, () => text(LONG_TEXT)), text('Hết./.')]);

type Making = () => Promise<Paper>;

/** A file made once, however many rows it is shown to. */
function once(make: Making): Making {
  let made: Promise<Paper> | null = null;
  return () => (made ??= make());
}

const drawn = (deviation: Deviation, report = model): Making => once(() => readDeviating(report, deviation));
/** Another report, measured by what it should have been, or by itself when it is only unlawful. */
const modelled = (change: Partial<ReportModel>, official?: ReportModel): Making => once(() => readDeviating({ ...model, ...change }, {}, official));
const lawful = drawn({});
/** Measurements that no model and no drawing gives. */
const doctored = (change: (paper: Paper) => void): Making => once(async () => {
  const paper = structuredClone(await lawful());
  change(paper);
  return paper;
});
const worded = (kind: PartKind, words: string): Making =>
  doctored(({ parts }) => parts.filter((part) => part.kind === kind).slice(-1).forEach((part) => part.lines.forEach((line) => (line.text = words))));

const moved = (which: (line: DrawnLine) => boolean, right: number, down = 0): Deviation => ({
  line: (one) => (which(one) ? { ...one, left: one.left + right, baseline: one.baseline + down } : one),
});
const all = (): boolean => true;
const says = (wanted: string) => (line: DrawnLine): boolean => line.text === wanted;
const isPageNumber = ({ text: words, baseline }: DrawnLine): boolean => /^\d+$/u.test(words) && baseline < 56;
const isFirstLine = ({ line }: DrawnLine): boolean => line.indent > 0;
const reworded = (which: (line: DrawnLine) => boolean, change: (words: string) => string): Deviation => ({
  line: (one) => (which(one) ? withPieces(one, (piece) => ({ text: change(piece.text) })) : one),
});
const faced = (faces: Record<Face, Face>): Making => drawn({ line: (one) => withPieces(one, ({ face }) => ({ face: faces[face] })) });

/** Full lines would leave the page and not be read at all. */
const towardsMiddle: Deviation = {
  line: (one) => ({ ...one, left: one.left + (one.line.width > 400 ? 0 : one.left + one.line.width / 2 < 250 ? 100 : -100) }),
};

const BLOCKS = [
  'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'superior agency', 'issuing agency', 'Số', 'place and day', 'BÁO CÁO', 'subject (trích yếu)',
  'TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH', 'signatory’s name', 'Nơi nhận', 'recipients', 'Phụ lục', 'appendix title', '(Kèm theo Báo cáo số … ngày … của …)',
];
const TEXT_BLOCKS = ['body: upright', 'I. HEADING', '1. Heading'];
const LETTERED = [...BLOCKS, ...TEXT_BLOCKS];
const UNIT_NOTE = 'a unit note stands right-aligned in italics over the table';

const RULES = ['rule under Độc lập - Tự do - Hạnh phúc', 'rule under the issuing agency', 'rule under the subject'];

type Case = [row: string, what: string, make: Making, problem: RegExp];

const forEach = (rows: readonly string[], what: string, make: Making, problem: RegExp): Case[] => rows.map((row) => [row, what, make, problem]);

let drawnLines = 0;
let headers = 0;

const CASES: Case[] = [
  ...forEach([...LETTERED, 'page number', 'tables', UNIT_NOTE], 'in 9 pt', drawn({ line: (one) => ({ ...one, size: 9 }) }), /size 9/u),
  ...forEach([...LETTERED, 'page number', UNIT_NOTE, 'a total row is bold'], 'in the other weight', faced({ regular: 'bold', bold: 'regular', italic: 'boldItalic', boldItalic: 'italic' }), /font/u),
  ...forEach([...LETTERED, 'page number', UNIT_NOTE], 'in the other slant', faced({ regular: 'italic', bold: 'boldItalic', italic: 'regular', boldItalic: 'bold' }), /font/u),
  ...forEach(LETTERED, 'half of it in another size', doctored(({ parts }) => parts.forEach(({ lines }) => lines.forEach((line) => (line.mixed = true)))), /font/u),
  ...forEach(LETTERED, 'in the other letters', doctored(({ parts }) => {
    for (const line of parts.flatMap((part) => part.lines)) line.text = line.text === line.text.toLocaleUpperCase('vi') ? line.text.toLocaleLowerCase('vi') : line.text.toLocaleUpperCase('vi');
  }), /letters$/u),
  ...forEach(BLOCKS, '100 pt towards the middle', drawn(towardsMiddle), /not (left half|right half|left|middle)$/u),
  ...forEach([...LETTERED, UNIT_NOTE], 'left out', doctored((paper) => (paper.parts = paper.parts.map((part) => ({ ...part, lines: [] })))), /not found/u),

  ['A4', 'a wide appendix portrait', modelled({ appendices: model.appendices.map((one) => ({ ...one, orientation: 'portrait' as const })) }, model), /: 210 × 297 mm/u],
  ['A4', 'Letter', doctored(({ pdf }) => pdf.pages.forEach((page) => Object.assign(page, { width: 612, height: 792 }))), /: 216 × 279 mm/u],
  ['top margin', 'narrow', drawn(moved(all, 0, -10)), /^page 2:/u],
  ['top margin', 'wide', drawn(moved(all, 0, 30)), /^\d/u],
  ['bottom margin', 'narrow', drawn(moved(all, 0, 30)), /^page 1:/u],
  ['bottom margin', 'wide', drawn(moved(all, 0, -50), plain), /^\d/u],
  ['left margin', 'narrow', drawn(moved(all, -10)), /^page 1:/u],
  ['left margin', 'wide', drawn(moved(all, 30), plain), /^\d/u],
  ['right margin', 'narrow', drawn(moved(all, 10)), /^page 1:/u],
  ['right margin', 'wide', drawn(moved(all, -30), plain), /^\d/u],
  ['black', 'blue letters', drawn({ line: (one) => (one.pen.doc.fillColor(one.text === 'BÁO CÁO' ? '#0000ff' : 'black'), one) }), /#0000ff/u],
  ['black', 'grey letters in a chart', doctored(({ pdf }) => pdf.pages.forEach((page) => page.figureLetterColours.push('#4a4a4a'))), /#4a4a4a/u],
  ['black', 'a grey rule', drawn({ rule: (one) => (one.pen.doc.strokeColor('#808080'), one) }), /#808080/u],
  ['a typeface as wide as Times New Roman', 'another typeface', drawn({ line: (one) => (one.text === 'BÁO CÁO' && one.pen.doc.font('Helvetica').text('BC', 300, 300), one) }), /Helvetica/u],
  ['a typeface as wide as Times New Roman', 'not embedded', doctored(({ pdf }) => pdf.pages.forEach(({ fonts }) => fonts.forEach((font) => (font.isEmbedded = false)))), /Tinos/u],
  ['a typeface as wide as Times New Roman', 'whole', doctored(({ pdf }) => pdf.pages.forEach(({ fonts }) => fonts.forEach((font) => (font.name = 'Tinos-Regular')))), /Tinos/u],
  ['Unicode NFC', 'letters and their marks apart', doctored(({ pdf }) => pdf.pages.forEach((page) => page.lines.forEach((line) => (line.text = line.text.normalize('NFD'))))), /not NFC/u],
  ['page number', 'none', drawn({ line: (one) => (isPageNumber(one) ? null : one) }), /page 2: none/u],
  ['page number', 'Roman', drawn(reworded(isPageNumber, (words) => 'I'.repeat(Number(words)))), /page 2: none/u],
  ['page number', 'not its page', drawn(reworded(isPageNumber, () => '9')), /not 2/u],
  ['page number', 'at the right', drawn(moved(isPageNumber, 200)), /not centred/u],
  ['page number', 'in the text', drawn(moved(isPageNumber, 0, 30)), /page 2: none/u],
  ['page number', 'on page 1', doctored(({ pdf: { pages: [one, two] } }) => one?.lines.push(...(two?.lines ?? []))), /page 1/u],

  ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'lower than the agency', drawn(moved(says('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), 0, 5)), /not at the top/u],
  ['Độc lập - Tự do - Hạnh phúc', 'hyphens without spaces', worded('motto', 'Độc lập-Tự do-Hạnh phúc'), /not in the form/u],
  ['Độc lập - Tự do - Hạnh phúc', 'not under its middle', drawn(moved(says('Độc lập - Tự do - Hạnh phúc'), 10)), /not centred under/u],
  ...forEach(RULES, 'left out', drawn({ rule: () => null }), /no rule/u),
  ...forEach(RULES, 'too long', drawn({ rule: (one) => ({ ...one, from: one.from - 40, to: one.to + 40 }) }), /a rule/u),
  ...forEach(RULES, 'too short', drawn({ rule: (one) => ({ ...one, from: one.from + 20, to: one.to - 20 }) }), /a rule/u),
  ...forEach(RULES, 'to one side', drawn({ rule: (one) => ({ ...one, from: one.from + 9, to: one.to + 9 }) }), /rule not centred/u),
  ...forEach(RULES, 'broken', drawn({ rule: (one) => (one.pen.doc.dash(2, {}), one) }), /not solid/u),
  ['no other rule', 'a fourth', drawn({ rule: (one) => (one.pen.doc.moveTo(100, 500).lineTo(200, 500).stroke(), one) }), /rules/u],
  ['superior agency', 'over a People’s Committee', modelled({ issuer: { ...model.issuer, agencyLines: ['ỦY BAN NHÂN DÂN'] } }), /over a People/u],
  ['superior agency', 'not at the top', drawn(moved(says('UBND THỊ XÃ HƯƠNG TRÀ'), 0, 5)), /not at the top/u],
  ['issuing agency', 'not under its middle', drawn(moved(says('PHÒNG KINH TẾ'), -10)), /not centred under/u],
  ['Số', 'not under the agency', drawn(moved(says('Số: 112/BC-KT'), -10)), /not centred under/u],
  ['Số', 'below 10 without 0', modelled({ number: '5/BC-KT' }), /not in the form/u],
  ['Số', 'spaces around the stroke', modelled({ number: '05 / BC-KT' }), /not in the form/u],
  ['place and day', 'lower than the number', drawn(moved(({ text: words }) => words.startsWith('Hương Trà, ngày'), 0, 3)), /not level/u],
  ...['ngày 5 tháng 7 năm 2024', 'ngày 05 tháng 07 năm 2024', 'ngày 12 tháng 1 năm 2024'].map((day): Case => ['place and day', day, worded('placeAndDay', `Hương Trà, ${day}`), /not in the form/u]),
  ['BÁO CÁO', 'another kind', modelled({ kindName: 'TỜ TRÌNH' }), /not in the form/u],
  ['subject (trích yếu)', 'over the name of the kind', drawn(moved(says('BÁO CÁO'), 0, 60)), /not under the line above/u],

  ['words', 'a line left out', drawn({ line: (one) => (one.text.startsWith('kinh nghiệm') ? null : one) }), /not found/u],
  ['words', 'a word more', drawn(reworded(says('BÁO CÁO'), (words) => `${words} MẬT`)), /not in the report/u],
  ['words', 'in another order', modelled({ recipients: model.recipients.toReversed() }, model), /not found/u],
  ['body: first line', 'in 1,6 cm', drawn(moved(isFirstLine, 10)), /indented by/u],
  ['body: justified', 'ragged', drawn({ line: (one) => ({ ...one, line: { ...one.line, last: true } }) }), /short of/u],
  ['body: at least 6 pt', '3 pt', drawn(moved(isFirstLine, 0, -3)), /pt after/u],
  ['body: line spacing', 'lines now near, now far', drawn({ line: (one) => ({ ...one, baseline: one.baseline + ((drawnLines += 1) % 2) * 7 }) }), /under the line above/u],
  ['I. HEADING', 'with a letter', modelled({ body: model.body.map((block) => (block.kind === 'heading' && block.level === 1 ? { ...block, number: 'A.' } : block)) }), /not numbered/u],
  ['1. Heading', 'with a letter', modelled({ body: model.body.map((block) => (block.kind === 'heading' && block.level === 2 ? { ...block, number: 'a)' } : block)) }), /not numbered/u],
  ['the text ends with', 'a full stop', modelled({ body: [...model.body.slice(0, -1), text('Trên đây là báo cáo.')] }), /the last line/u],

  ['a table repeats its header', 'only on its first page', drawn({ line: (one) => (one.text === 'STT' && (headers += 1) === 2 ? null : one) }), /no header/u],
  ['a row is not torn', 'a row higher than a page', modelled({ body: [text('Một.'), { kind: 'table', columns: [{ title: 'Tên', width: 1, align: 'left' }], rows: [[Array.from({ length: 15 }, () => LONG_TEXT).join(' ')]] }, text('Hết./.')] }), /row on two pages/u],
  [UNIT_NOTE, 'in the middle', drawn(moved(({ text: words }) => words.startsWith('Đơn vị tính'), -150)), /not right-aligned/u],
  [UNIT_NOTE, 'under the header', drawn(moved(({ text: words }) => words.startsWith('Đơn vị tính'), 0, 40)), /not over its table/u],

  ['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH', 'lines not around one centre', drawn(moved(says('TL. CHỦ TỊCH'), -20)), /not centred/u],
  ...[['TM.ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], ['PHÓ CHỦ TỊCH'], ['TM. ỦY BAN NHÂN DÂN', 'PHÓ CHỦ TỊCH'], ['TL. CHỦ TỊCH']].map((authorityLines): Case => ['forms of signature', authorityLines.join(' / '), modelled({ signature: { ...model.signature, authorityLines } }), /./u]),
  ['signatory’s name', 'with a title', modelled({ signature: { ...model.signature, name: 'ThS. Trần Văn An' } }), /not in the form/u],
  ['signatory’s name', 'not under the capacity', drawn(moved(says('Trần Văn An'), 20)), /not centred under/u],
  ['the signature is whole', 'alone on its page', modelled({ opening: [], body: [text('Hết./.')] }), /with 1 lines/u],
  ['the signature is whole', 'on two pages', doctored(({ parts }) => parts.forEach((part) => part.kind === 'signatory' && part.lines.forEach((line) => (line.page += 1)))), /on 2 pages/u],
  ['Nơi nhận', 'lower than the capacity', drawn(moved(says('Nơi nhận:'), 0, 20)), /not level/u],
  ['recipients', 'the record not at the end', modelled({ recipients: model.recipients.toReversed() }), /- /u],
  ['recipients', 'without semicolons', doctored(({ parts }) => parts.forEach((part) => part.kind === 'recipients' && part.lines.forEach((line) => (line.text = line.text.replace(';', ''))))), /- /u],
  ['recipients', 'over their title', drawn(moved(says('Nơi nhận:'), 0, 60)), /not under/u],

  ['Phụ lục', 'the only one numbered', worded('appendixName', 'Phụ lục I'), /not in the form/u],
  ['Phụ lục', 'under the text', doctored(({ parts }) => parts.forEach((part) => part.kind === 'appendixName' && part.lines.forEach((line) => (line.page -= 1)))), /not on top/u],
  ['(Kèm theo Báo cáo số … ngày … của …)', 'without a day', modelled({ appendices: model.appendices.map((one) => ({ ...one, referenceLines: ['(Kèm theo Báo cáo)'] })) }), /appendix 1/u],
];

function rowOf(name: string): (typeof LAYOUT_ROWS)[number] {
  const begun = LAYOUT_ROWS.filter(({ row }) => row.startsWith(name));
  const row = begun.find((one) => one.row === name || one.row.startsWith(`${name}:`)) ?? begun[0];
  if (row === undefined) throw new Error(`no row "${name}"`);
  return row;
}

describe('the check by Appendix I of Decree 30/2020/NĐ-CP refuses', () => {
  it.each(CASES)('%s: %s', async (name, _what, make, problem) => {
    expect(rowOf(name).problems(await make())).toContainEqual(expect.stringMatching(problem));
  });

  it('every row at least once', () => {
    const seen = new Set(CASES.map(([name]) => rowOf(name).row));
    expect(LAYOUT_ROWS.filter(({ row }) => !seen.has(row))).toEqual([]);
  });

  it('nothing when nothing deviates', async () => {
    expect(checkOfficialLayout(await lawful())).toEqual({});
    expect(checkOfficialLayout(await readDeviating(plain, {}))).toEqual({});
  });
});
