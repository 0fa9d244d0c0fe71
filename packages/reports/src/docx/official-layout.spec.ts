import { beforeAll, describe, expect, it } from '@jest/globals';
import { composeProgressReport } from '../content/compose-progress-report.js';
import { type BlockRule, millimetres, OFFICIAL_LAYOUT as official, type Range } from '../layout-rules.js';
import type { ReportModel } from '../model.js';
import { allParagraphs, paragraphsIn, unframedTables } from '../testing/docx-text.js';
import { modelOf, tableOf, text } from '../testing/long-model.js';
import { filledSnapshot } from '../testing/plan-1227.js';
import { type ReadDocx, readDocx, type ReadParagraph } from '../testing/read-docx.js';
import { textIn } from '../testing/read-xml.js';
import { faceOf, textWidth } from '../typesetter/fonts.js';
import { renderReportDocx } from './render-report-docx.js';

const report: ReportModel = {
  ...composeProgressReport(filledSnapshot()),
  issuer: { superiorLines: ['UBND THỊ XÃ HƯƠNG TRÀ'], agencyLines: ['PHÒNG KINH TẾ'] },
  day: '2024-07-05',
};
const [appendix] = report.appendices;

const read = async (model: ReportModel): Promise<ReadDocx> => readDocx(await renderReportDocx(model));

let docx: ReadDocx;
beforeAll(async () => {
  docx = await read(report);
});

const TOLERANCE = 0.5;
const MIDDLE = millimetres(105);

function isWithin(value: number, { min, max }: Range, tolerance = 0.01): boolean {
  return value >= min - tolerance && value <= max + tolerance;
}

function find(wanted: string): ReadParagraph {
  const found = allParagraphs(docx).find((paragraph) => paragraph.text === wanted);
  if (found === undefined) throw new Error(`"${wanted}" is not in the file`);
  return found;
}

function expectLetters(rule: BlockRule, { text: words, runs }: ReadParagraph): void {
  for (const run of runs) {
    expect(isWithin(run.size, rule.sizePt)).toBe(true);
    expect(run).toMatchObject({ bold: rule.bold, italic: rule.italic });
  }
  expect(words === words.toLocaleUpperCase('vi')).toBe(rule.letters === 'capitals');
}

type Place = 'left half' | 'right half' | 'left' | 'middle' | 'justified';

function expectPlace(place: Place, { from, to, align, runs, text: words }: ReadParagraph): void {
  switch (place) {
    case 'left half':
    case 'right half': {
      const [first] = runs;
      expect(align).toBe('center');
      expect(place === 'left half' ? to : -from).toBeLessThanOrEqual((place === 'left half' ? MIDDLE : -MIDDLE) + TOLERANCE);
      expect(textWidth(words, faceOf(first?.bold === true, first?.italic === true), first?.size ?? 0)).toBeLessThan(to - from);
      return;
    }
    case 'left':
      expect(align).toBe('left');
      expect(from).toBeCloseTo(millimetres(30), 0);
      expect(to).toBeLessThanOrEqual(MIDDLE + TOLERANCE);
      return;
    case 'middle':
      expect(align).toBe('center');
      expect((from + to) / 2).toBeCloseTo((millimetres(30) + millimetres(210 - 15)) / 2, 0);
      return;
    case 'justified':
      expect(align).toBe('both');
  }
}

describe('the rows of Appendix I of Decree 30/2020/NĐ-CP: letters, sizes and places', () => {
  it.each<[row: string, rule: BlockRule, texts: readonly string[], place: Place]>([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', official.nationalTitle, ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'], 'right half'],
    ['Độc lập - Tự do - Hạnh phúc', official.motto, ['Độc lập - Tự do - Hạnh phúc'], 'right half'],
    ['superior agency', official.superiorAgency, ['UBND THỊ XÃ HƯƠNG TRÀ'], 'left half'],
    ['issuing agency', official.agency, ['PHÒNG KINH TẾ'], 'left half'],
    ['Số', official.number, ['Số: 05/BC-UBND'], 'left half'],
    ['place and day', official.placeAndDay, ['Hương Trà, ngày 05 tháng 7 năm 2024'], 'right half'],
    ['BÁO CÁO', official.kindName, ['BÁO CÁO'], 'middle'],
    ['subject (trích yếu)', official.subject, report.subjectLines, 'middle'],
    ['body', official.body, report.opening.map((runs) => runs.map((run) => run.text).join('')), 'justified'],
    ['I. HEADING', official.headingRoman, ['I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO', 'V. ĐỀ XUẤT, KIẾN NGHỊ'], 'justified'],
    ['1. Heading', official.headingArabic, ['1. Văn bản chỉ đạo và mục tiêu', '3. Nguyên nhân'], 'justified'],
    ['TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH', official.authority, ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], 'right half'],
    ["signatory's name", official.signatory, ['Nguyễn Việt Hà'], 'right half'],
    ['Nơi nhận:', official.recipientsTitle, ['Nơi nhận:'], 'left'],
    ['recipients', official.recipients, ['- Sở Nông nghiệp và PTNT;', '- Lưu: VT.'], 'left'],
    ['Phụ lục I', official.appendixName, ['Phụ lục I'], 'middle'],
    ['appendix title', official.appendixTitle, appendix?.titleLines ?? [], 'middle'],
    ['(Kèm theo Báo cáo số … ngày … của …)', official.appendixReference, appendix?.referenceLines.slice(0, 1) ?? [], 'middle'],
  ])('%s', (_row, rule, texts, place) => {
    expect(texts.length).toBeGreaterThan(0);
    for (const wanted of texts) {
      const paragraph = find(wanted);
      expectLetters(rule, paragraph);
      expectPlace(place, paragraph);
    }
  });
});

describe('the rules under lines', () => {
  it.each<[row: string, above: string, share: Range]>([
    ['Độc lập - Tự do - Hạnh phúc: as long as the text', 'Độc lập - Tự do - Hạnh phúc', official.mottoRule],
    ['issuing agency: 1/3 to 1/2 of the text, centred', 'PHÒNG KINH TẾ', official.shortRule],
    ['subject: 1/3 to 1/2 of the text', report.subjectLines.at(-1) ?? '', official.shortRule],
  ])('%s', (_row, above, share) => {
    const line = find(above);
    const all = allParagraphs(docx);
    const rule = all[all.indexOf(line) + 1];
    expect(rule).toMatchObject({ isRule: true, text: '' });
    const { from = 0, to = 0 } = rule ?? {};
    expect(isWithin((to - from) / textWidth(above, 'bold', line.runs[0]?.size ?? 0), share)).toBe(true);
    expect((from + to) / 2).toBeCloseTo((line.from + line.to) / 2, 0);
  });

  it('are the only rules', () => {
    expect(allParagraphs(docx).filter((paragraph) => paragraph.isRule)).toHaveLength(3);
  });
});

describe('page, typeface and paragraphs', () => {
  it('A4: portrait, an appendix of a wide table landscape, each in a section of its own', () => {
    expect(docx.sections.map((section) => section.orientation)).toEqual(['portrait', ...report.appendices.map((one) => one.orientation)]);
    expect(docx.sections.map((section) => section.orientation)).toContain('landscape');
    for (const { width, height, orientation } of docx.sections) {
      const sides = orientation === 'portrait' ? [width, height] : [height, width];
      expect(sides.map((side) => Math.round((side * 25.4) / 72))).toEqual([official.page.widthMm, official.page.heightMm]);
    }
  });

  it.each(['top', 'bottom', 'left', 'right'] as const)('%s margin of every page', (side) => {
    const { min, max } = official.marginsMm[side];
    for (const { margins } of docx.sections) expect(isWithin(margins[side], { min: millimetres(min), max: millimetres(max) }, 0.05)).toBe(true);
  });

  it('page number: 13–14 pt upright, centred in the top margin, not on page 1, counted on through the appendices', () => {
    docx.sections.forEach((section, index) => {
      const numbered = (type: string): ReadParagraph[] => {
        const header = section.headers[type];
        return header === undefined ? [] : docx.paragraphsOf(header, section).filter((paragraph) => textIn(paragraph.element) === 'PAGE');
      };
      const [number] = numbered('default');
      expect(number?.align).toBe('center');
      expect(number?.runs[0]).toMatchObject({ bold: false, italic: false });
      expect(isWithin(number?.runs[0]?.size ?? 0, official.pageNumber.sizePt)).toBe(true);
      expect(section.margins.header + (number?.runs[0]?.size ?? 0) * 1.15).toBeLessThan(section.margins.top);
      expect(section.hasTitlePage).toBe(index === 0);
      expect(numbered('first')).toEqual([]);
      expect(section.restartsNumbers).toBe(false);
    });
    expect(docx.sections[0]?.headers).toHaveProperty('first');
  });

  it('black Times New Roman, Unicode NFC, Vietnamese', () => {
    const runs = allParagraphs(docx).flatMap((paragraph) => paragraph.runs);
    expect(new Set(runs.map((run) => run.font))).toEqual(new Set(['Times New Roman']));
    expect(new Set(runs.map((run) => run.colour))).toEqual(new Set([null]));
    expect(new Set(runs.map((run) => run.language))).toEqual(new Set(['vi-VN']));
    for (const run of runs) expect(run.text).toBe(run.text.normalize('NFC'));
  });

  it('body: first line in 1 or 1,27 cm, at least 6 pt between paragraphs, lines single to 1,5', () => {
    const body = paragraphsIn(docx.sections[0]).filter(({ style }) => style === 'ReportText');
    expect(body.length).toBeGreaterThan(20);
    for (const { firstLine, spaceBefore, lineSpacing } of body) {
      expect(official.firstLineIndentMm.map((length) => Math.round(millimetres(length)))).toContain(Math.round(firstLine));
      expect(spaceBefore).toBeGreaterThanOrEqual(official.paragraphSpacingPt.min);
      expect(isWithin(lineSpacing, { min: 1, max: 1.5 })).toBe(true);
    }
  });

  it('a heading stays with its text and is found in the navigation; no line of text stands alone', () => {
    const headings = allParagraphs(docx).filter((paragraph) => paragraph.outlineLevel !== null && paragraph.text !== '');
    expect(headings.length).toBeGreaterThan(10);
    for (const { keepNext } of headings) expect(keepNext).toBe(true);
    expect(find('I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO')).toMatchObject({ style: 'Heading1', outlineLevel: 0 });
    expect(find('1. Văn bản chỉ đạo và mục tiêu')).toMatchObject({ style: 'Heading2', outlineLevel: 1 });
    for (const { widowControl } of allParagraphs(docx)) expect(widowControl).toBe(true);
  });
});

describe('the head', () => {
  it('sets agency and nation side by side and the day on the line of the number', () => {
    const [head] = unframedTables(docx);
    const texts = head?.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((paragraph) => paragraph.text).filter((line) => line !== '')));
    expect(texts).toEqual([
      [['UBND THỊ XÃ HƯƠNG TRÀ', 'PHÒNG KINH TẾ'], ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']],
      [['Số: 05/BC-UBND'], ['Hương Trà, ngày 05 tháng 7 năm 2024']],
    ]);
  });

  it('leaves room for a number and a day that are still missing', async () => {
    const [head] = unframedTables(await read({ ...report, number: null, day: null }));
    const line = head?.rows[1]?.cells.map((cell) => cell.paragraphs[0]?.text);
    expect(line).toEqual([expect.stringMatching(/^Số: \u00A0{6}\/BC-UBND$/u), expect.stringMatching(/^Hương Trà, ngày\u00A0{6}tháng\u00A0{6}năm 2024$/u)]);
  });
});

describe('the end of the text', () => {
  it('is ./.', () => {
    const body = paragraphsIn(docx.sections[0]).filter(({ style }) => style === 'ReportText');
    expect(body.at(-1)?.text.endsWith('./.')).toBe(true);
  });

  it('sets "Nơi nhận:" level with the capacity, in a row that is never torn, and the name below', () => {
    const closing = unframedTables(docx).at(-1);
    expect(closing?.rows).toHaveLength(1);
    expect(closing?.rows[0]?.cantSplit).toBe(true);
    const [recipients, signature] = closing?.rows[0]?.cells.map((cell) => cell.paragraphs) ?? [];
    expect(recipients?.map((paragraph) => paragraph.text)).toEqual(['Nơi nhận:', ...report.recipients.map((one, index) => `- ${one}${index === report.recipients.length - 1 ? '.' : ';'}`)]);
    expect(signature?.map((paragraph) => paragraph.text)).toEqual([...report.signature.authorityLines, report.signature.name]);
    const [left = 0, right = 0] = [recipients, signature].map((one) => (one?.[0]?.spaceBefore ?? 0) + 0.891 * (one?.[0]?.runs[0]?.size ?? 0));
    expect(left).toBeCloseTo(right, 0);
    // Room to sign.
    expect(signature?.at(-1)?.spaceBefore).toBeGreaterThan(60);
  });

  it.each([
    ['a chairman', ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH']],
    ['an acting chairman', ['TM. ỦY BAN NHÂN DÂN', 'Q. CHỦ TỊCH']],
    ['a head of division by order', ['TL. CHỦ TỊCH', 'TRƯỞNG PHÒNG KINH TẾ']],
  ])('signs as %s, without a name with room for it', async (_who, authorityLines) => {
    const closing = unframedTables(await read({ ...report, signature: { authorityLines, name: null } })).at(-1);
    expect(closing?.rows[0]?.cells[1]?.paragraphs.map((paragraph) => paragraph.text)).toEqual([...authorityLines, '']);
  });

  it.each([
    ['a paragraph', [text('Một.'), text('Hai.'), text('Hết./.')]],
    ['a list', [text('Một:'), { kind: 'list' as const, items: [[{ text: 'Hai;' }], [{ text: 'Ba.' }]] }, text('Hết./.')]],
    ['a table', [text('Một.'), text('Hai.'), tableOf(9), text('Hết./.')]],
  ])('the signature comes with at least two lines of text after %s', async (_before, body) => {
    const blocks = (await read(modelOf(body))).sections[0]?.blocks ?? [];
    const closing = blocks.findLastIndex((block) => block.kind === 'table');
    let lines = 0;
    for (const block of blocks.slice(0, closing).reverse()) {
      const kept = block.kind === 'paragraph' ? [block] : block.rows.map((row) => row.cells[0]?.paragraphs[0]);
      if (!kept.every((paragraph) => paragraph?.keepNext)) break;
      lines += block.kind === 'paragraph' && block.style === 'ReportText' ? 1 : 0;
    }
    expect(lines).toBeGreaterThanOrEqual(2);
  });
});
