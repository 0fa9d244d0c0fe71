import { HOUSE_LAYOUT } from '../layout-rules.js';
import { type EmbeddedFace, embedFace, includeGlyph } from './embedded-face.js';
import { type Face, typefaceOf } from './fonts.js';
import { type Line, singleLine } from './lines.js';

interface ElementInternals {
  dictionary: { data: Record<string, unknown> };
}

export type StructureElement = ReturnType<PDFKit.PDFDocument['struct']>;

/**
 * A line ready for a page: the operators that show it and the faces they need. Lines wait for their page in this form, a
 * tenth of the size of their measured words. Points.
 */
export interface SetLine {
  readonly operators: string;
  readonly faces: readonly Face[];
  readonly indent: number;
  readonly width: number;
}

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
    if (font === undefined) this.faces.set(face, (font = embedFace(this.doc, face)));
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
    const parts = glyphs.map((glyph, index) => {
      const number = includeGlyph(font, glyph).toString(16).padStart(4, '0');
      return glyph.kern === 0 || index === glyphs.length - 1 ? number : `${number}> ${decimal(-glyph.kern * font.scale)} <`;
    });
    shown = `<${parts.join('')}> `;
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

  /** Makes a line ready for a page; with `justifyTo` its spaces are stretched to that width. */
  set(line: Line, size: number, justifyTo?: number): SetLine {
    const stretch = justifyTo === undefined ? 0 : stretchOf(line, justifyTo, size);
    const stretched = stretch === 0 ? '' : `${decimal((-stretch * 1000) / size)} `;
    const faces: Face[] = [];
    const operators: string[] = [];
    let face: Face | null = null;
    const show = (text: string, textFace: Face): void => {
      if (face !== textFace) {
        operators.push(`${face === null ? '' : '] TJ '}/${this.embedded(textFace).id} ${decimal(size)} Tf [`);
        if (!faces.includes(textFace)) faces.push(textFace);
        face = textFace;
      }
      operators.push(this.glyphString(text, textFace));
    };
    line.words.forEach((word, index) => {
      if (index > 0) {
        show(' ', word.spaceFace);
        operators.push(stretched);
      }
      for (const piece of word.pieces) show(piece.text, piece.face);
    });
    return { operators: face === null ? '' : `${operators.join('')}] TJ`, faces, indent: line.indent, width: line.width };
  }

  /** Draws a line that was made ready from its left end. */
  draw(line: SetLine, left: number, baseline: number): void {
    const fontsOfPage = this.doc.page.fonts as Record<string, PDFKit.PDFKitReference>;
    for (const face of line.faces) {
      const font = this.embedded(face);
      fontsOfPage[font.id] ??= font.ref();
    }
    this.doc.addContent(`BT 1 0 0 -1 ${decimal(left + line.indent)} ${decimal(baseline)} Tm ${line.operators} ET`);
  }

  /** Draws a line from its left end. */
  line(line: Line, left: number, baseline: number, size: number): void {
    this.draw(this.set(line, size), left, baseline);
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
