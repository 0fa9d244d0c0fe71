import { HOUSE_LAYOUT } from '../layout-rules.js';
import { type EmbeddedFace, embedFace, includeGlyph } from './embedded-face.js';
import { type Face, typefaceOf } from './fonts.js';
import { type Line, singleLine } from './lines.js';

interface ElementInternals {
  dictionary: { data: Record<string, unknown> };
}

export type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

function decimal(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Extra width for each space so that a line fills `width`; 0 where stretching would tear it apart. */
function stretchOf(line: Line, width: number, size: number): number {
  const gaps = line.words.length - 1;
  if (line.last || gaps < 1) return 0;
  const stretch = (width - line.indent - line.width) / gaps;
  return stretch > size * 1.5 ? 0 : stretch;
}

/** Puts text and rules on the current page, inside the structure element they belong to. */
export class Pen {
  private readonly faces = new Map<Face, EmbeddedFace>();
  private readonly glyphStrings = new Map<Face, Map<string, string>>();

  constructor(readonly doc: PDFKit.PDFDocument) {}

  private embedded(face: Face): EmbeddedFace {
    let font = this.faces.get(face);
    if (font === undefined) {
      font = embedFace(this.doc, face);
      this.faces.set(face, font);
    }
    const fontsOfPage = this.doc.page.fonts as Record<string, PDFKit.PDFKitReference>;
    fontsOfPage[font.id] ??= font.ref();
    return font;
  }

  /** A text as operand of the TJ operator, remembered because words recur. */
  private glyphString(text: string, face: Face): string {
    let known = this.glyphStrings.get(face);
    if (known === undefined) this.glyphStrings.set(face, (known = new Map<string, string>()));
    let shown = known.get(text);
    if (shown !== undefined) return shown;
    const font = this.embedded(face);
    const glyphs = typefaceOf(face).glyphs(text);
    shown = '<';
    glyphs.forEach((glyph, index) => {
      shown += includeGlyph(font, glyph).toString(16).padStart(4, '0');
      if (glyph.kern !== 0 && index < glyphs.length - 1) shown += `> ${decimal(-glyph.kern * font.scale)} <`;
    });
    shown += '> ';
    known.set(text, shown);
    return shown;
  }

  /** A new element of the document's structure under `parent`. */
  element(parent: StructureElement, type: string, options: { alt?: string; scope?: 'Column' | 'Row' } = {}): StructureElement {
    const element = this.doc.struct(type, options);
    parent.add(element);
    return element;
  }

  /** Tells of a header cell how many columns and rows it covers, for which pdfkit has no option. */
  setSpans(element: StructureElement, columns: number, rows: number): void {
    const { data } = (element as unknown as ElementInternals).dictionary;
    data['A'] = { O: 'Table', Scope: 'Column', ColSpan: columns, RowSpan: rows };
  }

  /** Draws what is no content: rules, page numbers, watermarks. */
  artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Draws a line from its left end; with `justifyTo` its spaces are stretched to that width. */
  line(line: Line, left: number, baseline: number, size: number, justifyTo?: number): void {
    const stretch = justifyTo === undefined ? 0 : stretchOf(line, justifyTo, size);
    const operators: string[] = [`1 0 0 -1 ${decimal(left + line.indent)} ${decimal(baseline)} Tm`];
    let shown = '';
    let face: Face | null = null;
    const flush = (): void => {
      if (shown !== '') operators.push(`[${shown}] TJ`);
      shown = '';
    };
    const show = (text: string, textFace: Face, extra: number): void => {
      const font = this.embedded(textFace);
      if (face !== textFace) {
        flush();
        operators.push(`/${font.id} ${decimal(size)} Tf`);
        face = textFace;
      }
      shown += this.glyphString(text, textFace);
      if (extra !== 0) shown += `${decimal((-extra * 1000) / size)} `;
    };
    line.words.forEach((word, index) => {
      if (index > 0) show(' ', word.spaceFace, stretch);
      for (const piece of word.pieces) show(piece.text, piece.face, 0);
    });
    flush();
    this.doc.addContent(`BT ${operators.join(' ')} ET`);
  }

  /** Draws a text on one line around `centre`. */
  centred(text: string, face: Face, size: number, centre: number, baseline: number): void {
    const line = singleLine(text, face, size);
    this.line(line, centre - line.width / 2, baseline, size);
  }

  /** Draws the outlines of rectangles. */
  frames(areas: readonly { x: number; y: number; width: number; height: number }[], lineWidth: number): void {
    const paths = areas.map(({ x, y, width, height }) => `${decimal(x)} ${decimal(y)} ${decimal(width)} ${decimal(height)} re`);
    this.doc.addContent(`${decimal(lineWidth)} w ${paths.join(' ')} S`);
  }

  /** A horizontal rule, as an artifact. */
  rule(from: number, to: number, y: number, width: number = HOUSE_LAYOUT.ruleWidth): void {
    this.artifact('Layout', () => {
      this.doc.lineWidth(width).moveTo(from, y).lineTo(to, y).stroke();
    });
  }
}
