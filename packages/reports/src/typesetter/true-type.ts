import { readFileSync } from 'node:fs';

// The tables a PDF needs of a TrueType font (ISO 32000-1, 9.9), by their names in the OpenType specification.
const COPIED = ['cvt ', 'fpgm', 'prep'];

/** What follows the glyph number of a part in a composite glyph: its flags (OpenType, "glyf"). */
const WIDE_ARGUMENTS = 0x0001;
const ONE_SCALE = 0x0008;
const MORE_PARTS = 0x0020;
const TWO_SCALES = 0x0040;
const FOUR_SCALES = 0x0080;

function lengthOfPart(flags: number): number {
  const scales = (flags & ONE_SCALE) !== 0 ? 2 : (flags & TWO_SCALES) !== 0 ? 4 : (flags & FOUR_SCALES) !== 0 ? 8 : 0;
  return 4 + ((flags & WIDE_ARGUMENTS) !== 0 ? 4 : 2) + scales;
}

function checksumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 4 <= table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}

/** Padded to whole words of four bytes. */
function padded(table: Buffer): Buffer {
  return table.length % 4 === 0 ? table : Buffer.concat([table, Buffer.alloc(4 - (table.length % 4))]);
}

/** A font file from its tables. */
function fontFile(tables: ReadonlyMap<string, Buffer>): Buffer {
  const names = [...tables.keys()].sort();
  const log = Math.floor(Math.log2(names.length));
  const directory = Buffer.alloc(12 + 16 * names.length);
  directory.writeUInt32BE(0x00010000, 0);
  [names.length, 16 * 2 ** log, log, 16 * (names.length - 2 ** log)].forEach((value, index) => directory.writeUInt16BE(value, 4 + 2 * index));
  let offset = directory.length;
  const parts = names.map((name, index) => {
    const table = tables.get(name) ?? Buffer.alloc(0);
    const part = padded(table);
    const entry = 12 + 16 * index;
    directory.write(name, entry, 'latin1');
    [checksumOf(part), offset, table.length].forEach((value, at) => directory.writeUInt32BE(value, entry + 4 + 4 * at));
    offset += part.length;
    return part;
  });
  return Buffer.concat([directory, ...parts]);
}

/**
 * A TrueType font, of which subsets are cut by copying bytes. fontkit's own subset decodes every outline and encodes every
 * number of every table again, which took longer than all the text of a short report.
 */
export class TrueType {
  private readonly tables = new Map<string, Buffer>();

  constructor(path: string) {
    const file = readFileSync(path);
    for (let index = 0; index < file.readUInt16BE(4); index += 1) {
      const entry = 12 + 16 * index;
      const offset = file.readUInt32BE(entry + 8);
      this.tables.set(file.toString('latin1', entry, entry + 4), file.subarray(offset, offset + file.readUInt32BE(entry + 12)));
    }
  }

  private table(name: string): Buffer {
    const table = this.tables.get(name);
    if (table === undefined) throw new Error(`the font has no table "${name}"`);
    return table;
  }

  private outline(glyph: number): Buffer {
    const loca = this.table('loca');
    const isLong = this.table('head').readInt16BE(50) === 1;
    const [start = 0, end = 0] = [glyph, glyph + 1].map((index) => (isLong ? loca.readUInt32BE(4 * index) : 2 * loca.readUInt16BE(2 * index)));
    return this.table('glyf').subarray(start, end);
  }

  /** Advance and left side bearing. */
  private metrics(glyph: number): Buffer {
    const hmtx = this.table('hmtx');
    const full = this.table('hhea').readUInt16BE(34);
    if (glyph < full) return hmtx.subarray(4 * glyph, 4 * glyph + 4);
    return Buffer.concat([hmtx.subarray(4 * full - 4, 4 * full - 2), hmtx.subarray(4 * full + 2 * (glyph - full)).subarray(0, 2)]);
  }

  /**
   * The file of a subset. `glyphs` lists their numbers in this font; `include` takes a part of a composite glyph into the list
   * and gives its number in the subset.
   */
  subset(glyphs: readonly number[], include: (glyph: number) => number): Buffer {
    const outlines: Buffer[] = [];
    const metrics: Buffer[] = [];
    const offsets = [0];
    // The list grows while it is read.
    for (let index = 0; index < glyphs.length; index += 1) {
      const glyph = glyphs[index] ?? 0;
      let outline = this.outline(glyph);
      if (outline.length > 0 && outline.readInt16BE(0) < 0) outline = this.withParts(outline, include);
      outlines.push(outline);
      metrics.push(this.metrics(glyph));
      offsets.push((offsets.at(-1) ?? 0) + outline.length);
    }
    const loca = Buffer.alloc(4 * offsets.length);
    offsets.forEach((offset, index) => loca.writeUInt32BE(offset, 4 * index));
    const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((name) => Buffer.from(this.table(name))) as [Buffer, Buffer, Buffer];
    head.writeInt16BE(1, 50);
    hhea.writeUInt16BE(outlines.length, 34);
    maxp.writeUInt16BE(outlines.length, 4);
    const copied = COPIED.filter((name) => this.tables.has(name)).map((name) => [name, this.table(name)] as const);
    return fontFile(new Map([['glyf', Buffer.concat(outlines)], ['loca', loca], ['hmtx', Buffer.concat(metrics)], ['head', head], ['hhea', hhea], ['maxp', maxp], ...copied]));
  }

  private withParts(outline: Buffer, include: (glyph: number) => number): Buffer {
    const copy = Buffer.from(outline);
    for (let at = 10, flags = MORE_PARTS; (flags & MORE_PARTS) !== 0; at += lengthOfPart(flags)) {
      flags = copy.readUInt16BE(at);
      copy.writeUInt16BE(include(copy.readUInt16BE(at + 2)), at + 2);
    }
    return copy;
  }
}
