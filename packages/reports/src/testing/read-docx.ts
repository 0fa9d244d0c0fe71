import { strFromU8, unzipSync } from 'fflate';
import { childAt, childrenOf, elementsIn, readXml, textIn, type XmlElement } from './read-xml.js';

/** Points in a twip, Word's unit of length. */
const TWIP = 1 / 20;

interface ReadRun {
  text: string;
  size: number;
  bold: boolean;
  italic: boolean;
  font: string;
  language: string;
  /** None is black. */
  colour: string | null;
}

/** A paragraph as Word shows it, styles resolved; lengths in points, `from` and `to` from the left edge of the paper. */
export interface ReadParagraph {
  kind: 'paragraph';
  text: string;
  runs: ReadRun[];
  style: string;
  align: string;
  spaceBefore: number;
  spaceAfter: number;
  /** From line to line, in lines of single spacing. */
  lineSpacing: number;
  firstLine: number;
  from: number;
  to: number;
  keepNext: boolean;
  widowControl: boolean;
  outlineLevel: number | null;
  /** A border on its upper side: the rule under a line of the head. */
  isRule: boolean;
  element: XmlElement;
}

interface ReadCell {
  columnSpan: number;
  merge: string | null;
  paragraphs: ReadParagraph[];
}

export interface ReadTable {
  kind: 'table';
  rows: { isHeader: boolean; cantSplit: boolean; cells: ReadCell[] }[];
  hasFrames: boolean;
  /** Width of the columns in points. */
  columns: number[];
}

export interface ReadSection {
  width: number;
  height: number;
  orientation: string;
  margins: Record<'top' | 'bottom' | 'left' | 'right' | 'header' | 'footer', number>;
  hasTitlePage: boolean;
  restartsNumbers: boolean;
  /** By type: "default" and "first". */
  headers: Record<string, XmlElement>;
  footers: Record<string, XmlElement>;
  blocks: (ReadParagraph | ReadTable)[];
}

export interface ReadDocx {
  files: Record<string, Uint8Array>;
  part(path: string): XmlElement;
  sections: ReadSection[];
  /** Paragraphs of a header or footer, as on a page of the section. */
  paragraphsOf(part: XmlElement, section: ReadSection): ReadParagraph[];
}

interface Column {
  from: number;
  to: number;
}

const value = (element: XmlElement | undefined, attribute = 'w:val'): string | undefined => element?.attributes[attribute];
const points = (text: string | undefined): number => Number(text ?? 0) * TWIP;

/** Looks a property up in the element itself, its style, the styles that is based on and the defaults. */
class Styles {
  private readonly styles: Map<string, XmlElement>;
  private readonly defaults: XmlElement | undefined;

  constructor(part: XmlElement) {
    this.styles = new Map(childrenOf(part, 'w:style').map((style) => [value(style, 'w:styleId') ?? '', style]));
    this.defaults = childAt(part, 'w:docDefaults');
  }

  chain(id: string): XmlElement[] {
    const style = this.styles.get(id);
    if (style === undefined) throw new Error(`No style ${id}`);
    const base = value(childAt(style, 'w:basedOn'));
    return base === undefined ? [style] : [style, ...this.chain(base)];
  }

  find(group: 'w:pPr' | 'w:rPr', own: XmlElement | undefined, style: string, property: string, attribute?: string): string | undefined {
    const fromDefaults = childAt(this.defaults, `${group}Default`, group);
    const places = [own, ...this.chain(style).map((one) => childAt(one, group)), fromDefaults];
    for (const place of places) {
      const element = childAt(place, property);
      if (element === undefined) continue;
      // A switch without a value is on.
      if (attribute === undefined) return value(element) ?? 'true';
      const found = value(element, attribute);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const isOn = (text: string | undefined): boolean => text !== undefined && !['false', 'off', '0'].includes(text);
/** A switch without a value is on. */
const isSwitchedOn = (element: XmlElement | undefined): boolean => element !== undefined && isOn(value(element) ?? 'true');

function readParagraph(element: XmlElement, styles: Styles, column: Column): ReadParagraph {
  const own = childAt(element, 'w:pPr');
  const style = value(childAt(own, 'w:pStyle')) ?? 'Normal';
  const find = (property: string, attribute?: string): string | undefined => styles.find('w:pPr', own, style, property, attribute);
  const runs = childrenOf(element, 'w:r').map((run): ReadRun => {
    const ofRun = (property: string, attribute = 'w:val'): string | undefined => styles.find('w:rPr', childAt(run, 'w:rPr'), style, property, attribute);
    const isSet = (property: string): boolean => isOn(styles.find('w:rPr', childAt(run, 'w:rPr'), style, property));
    const texts = childrenOf(run).map((part) => (part.name === 'w:t' ? textIn(part) : part.name === 'w:br' ? '\n' : ''));
    return {
      text: texts.join(''),
      size: Number(ofRun('w:sz')) / 2,
      bold: isSet('w:b'),
      italic: isSet('w:i'),
      font: ofRun('w:rFonts', 'w:ascii') ?? '',
      language: ofRun('w:lang') ?? '',
      colour: ofRun('w:color') ?? null,
    };
  });
  const outline = find('w:outlineLvl', 'w:val');
  return {
    kind: 'paragraph',
    text: runs.map((run) => run.text).join(''),
    runs,
    style,
    align: find('w:jc', 'w:val') ?? 'left',
    spaceBefore: points(find('w:spacing', 'w:before')),
    spaceAfter: points(find('w:spacing', 'w:after')),
    lineSpacing: find('w:spacing', 'w:lineRule') === 'auto' ? Number(find('w:spacing', 'w:line')) / 240 : Number.NaN,
    firstLine: points(find('w:ind', 'w:firstLine')),
    from: column.from + points(find('w:ind', 'w:left')),
    to: column.to - points(find('w:ind', 'w:right')),
    keepNext: isOn(find('w:keepNext')),
    // Word's own default is on.
    widowControl: isOn(find('w:widowControl') ?? 'true'),
    outlineLevel: outline === undefined ? null : Number(outline),
    isRule: childAt(own, 'w:pBdr', 'w:top') !== undefined,
    element,
  };
}

function readTable(element: XmlElement, styles: Styles, column: Column): ReadTable {
  const properties = childAt(element, 'w:tblPr');
  const columns = childrenOf(childAt(element, 'w:tblGrid'), 'w:gridCol').map((one) => points(value(one, 'w:w')));
  const padding = (side: string): number => points(value(childAt(properties, 'w:tblCellMar', side), 'w:w'));
  const rows = childrenOf(element, 'w:tr').map((row) => {
    let at = 0;
    const cells = childrenOf(row, 'w:tc').map((cell): ReadCell => {
      const own = childAt(cell, 'w:tcPr');
      const columnSpan = Number(value(childAt(own, 'w:gridSpan')) ?? 1);
      const left = columns.slice(0, at).reduce((sum, width) => sum + width, column.from);
      const right = columns.slice(at, at + columnSpan).reduce((sum, width) => sum + width, left);
      at += columnSpan;
      const inside = { from: left + padding('w:left'), to: right - padding('w:right') };
      const merged = childAt(own, 'w:vMerge');
      return {
        columnSpan,
        merge: merged === undefined ? null : (value(merged) ?? 'continue'),
        paragraphs: childrenOf(cell, 'w:p').map((paragraph) => readParagraph(paragraph, styles, inside)),
      };
    });
    const isSet = (property: string): boolean => isSwitchedOn(childAt(row, 'w:trPr', property));
    return { isHeader: isSet('w:tblHeader'), cantSplit: isSet('w:cantSplit'), cells };
  });
  return { kind: 'table', rows, columns, hasFrames: value(childAt(properties, 'w:tblBorders', 'w:insideH')) === 'single' };
}

/** Reads a Word file back, independently of the code that wrote it. Throws where a part is not well-formed XML. */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzipSync(bytes);
  const part = (path: string): XmlElement => readXml(strFromU8(files[path] ?? new Uint8Array()));
  const styles = new Styles(part('word/styles.xml'));
  const targets = new Map(childrenOf(part('word/_rels/document.xml.rels')).map((one) => [value(one, 'Id'), value(one, 'Target')]));
  const body = childrenOf(childAt(part('word/document.xml'), 'w:body'));

  const sections: ReadSection[] = [];
  let own: XmlElement[] = [];
  for (const element of body) {
    if (element.name !== 'w:sectPr') own.push(element);
    const end = element.name === 'w:sectPr' ? element : childAt(element, 'w:pPr', 'w:sectPr');
    if (end === undefined) continue;
    const referenced = (name: string): Record<string, XmlElement> =>
      Object.fromEntries(childrenOf(end, name).map((one) => [value(one, 'w:type') ?? '', part(`word/${targets.get(value(one, 'r:id'))}`)]));
    const size = childAt(end, 'w:pgSz');
    const margin = (side: string): number => points(value(childAt(end, 'w:pgMar'), `w:${side}`));
    const margins = { top: margin('top'), bottom: margin('bottom'), left: margin('left'), right: margin('right'), header: margin('header'), footer: margin('footer') };
    const width = points(value(size, 'w:w'));
    const column = { from: margins.left, to: width - margins.right };
    sections.push({
      width,
      height: points(value(size, 'w:h')),
      orientation: value(size, 'w:orient') ?? 'portrait',
      margins,
      hasTitlePage: isSwitchedOn(childAt(end, 'w:titlePg')),
      restartsNumbers: value(childAt(end, 'w:pgNumType'), 'w:start') !== undefined,
      headers: referenced('w:headerReference'),
      footers: referenced('w:footerReference'),
      blocks: own.map((one) => (one.name === 'w:tbl' ? readTable(one, styles, column) : readParagraph(one, styles, column))),
    });
    own = [];
  }
  return {
    files,
    part,
    sections,
    paragraphsOf: (header, section) =>
      elementsIn(header, 'w:p').map((one) => readParagraph(one, styles, { from: section.margins.left, to: section.width - section.margins.right })),
  };
}
