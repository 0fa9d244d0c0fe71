import pdfmake, { type Content } from 'pdfmake';
import { PAGE, sheetOf, tinos, type Sheet, type Way } from './typesetting-sheet.ts';

const points = (millimetres: number): number => (millimetres * 72) / 25.4;

const sides = (pair: Sheet['head']): Content => ({ columns: pair.map((lines) => ({ text: lines.join('\n'), alignment: 'center', fontSize: 12 })) });

function contentOf(part: Sheet['parts'][number]): Content {
  switch (part.kind) {
    case 'heading':
      return { text: part.text, bold: true, margin: [0, 10, 0, 0] };
    case 'paragraph':
      return { text: part.text, alignment: 'justify', leadingIndent: points(12.7), margin: [0, 6, 0, 0] };
    case 'chart':
      return { stack: [{ svg: part.svg }, { text: part.caption, italics: true, alignment: 'center' }], unbreakable: true, margin: [0, 8, 0, 4] };
    case 'table':
      return {
        fontSize: PAGE.table,
        table: {
          headerRows: 1,
          dontBreakRows: true,
          // Columns with a weight weigh the same in this report.
          widths: part.columns.map(({ width }) => (width === 'auto' ? 'auto' : '*')),
          body: [
            part.columns.map(({ title }) => ({ text: title, bold: true, alignment: 'center' as const })),
            ...part.rows.map((row) => row.map((cell, column) => ({ text: cell ?? '', alignment: part.columns[column]?.align ?? 'left', verticalAlignment: 'middle' as const }))),
          ],
        },
        layout: { hLineWidth: () => 0.5, vLineWidth: () => 0.5 },
      };
  }
}

/** pdfmake, which lays out in JavaScript and draws with the same library as ours; it writes no tags. */
export function pdfmakeWay(): Promise<Way> {
  pdfmake.setFonts({ Tinos: { normal: tinos.regular, bold: tinos.bold, italics: tinos.italic } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(tinos.folder));
  return Promise.resolve({
    render: (model) => {
      const sheet = sheetOf(model);
      return pdfmake
        .createPdf({
          info: { title: sheet.title },
          language: 'vi-VN',
          pageSize: 'A4',
          pageMargins: [points(PAGE.left), points(PAGE.top), points(PAGE.right), points(PAGE.bottom)],
          header: (page) => (page === 1 ? null : { text: String(page), alignment: 'center', margin: [0, points(10), 0, 0] }),
          defaultStyle: { font: 'Tinos', fontSize: PAGE.text, lineHeight: 1.12 },
          content: [
            sides(sheet.head),
            { text: sheet.titleLines.join('\n'), bold: true, alignment: 'center', margin: [0, 20, 0, 6] },
            ...sheet.parts.map(contentOf),
            { stack: [sides(sheet.foot)], unbreakable: true, margin: [0, 14, 0, 0] },
          ],
        })
        .getBuffer();
    },
  });
}
