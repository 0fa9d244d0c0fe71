import type { ReadDocx, ReadParagraph, ReadSection, ReadTable } from './read-docx.js';

/** Every paragraph of a section in reading order, those in tables too. */
export function paragraphsIn(section: ReadSection | undefined): ReadParagraph[] {
  return (section?.blocks ?? []).flatMap((block) =>
    block.kind === 'paragraph' ? [block] : block.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)),
  );
}

/** Every paragraph of the file in reading order. */
export function allParagraphs(docx: ReadDocx): ReadParagraph[] {
  return docx.sections.flatMap(paragraphsIn);
}

/** Tables of figures: those with frames. */
export function framedTables(docx: ReadDocx): ReadTable[] {
  return docx.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table').filter((table) => table.hasFrames));
}

/** The head's and the signature's table have no frames. */
export function unframedTables(docx: ReadDocx): ReadTable[] {
  return (docx.sections[0]?.blocks ?? []).filter((block) => block.kind === 'table').filter((table) => !table.hasFrames);
}

export function cellTexts(table: ReadTable): string[][] {
  return table.rows.map((row) => row.cells.map((cell) => cell.paragraphs.map((paragraph) => paragraph.text).join('\n')));
}
