import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Block } from '../model.js';
import { finishedReports } from '../testing/finished-reports.js';
import type { Paper } from '../testing/layout-row.js';
import { readPaper } from '../testing/official-layout.js';
import type { PlacedLine, StructureNode } from '../testing/read-pdf.js';
import { letters, type Part, type PartKind } from '../testing/report-parts.js';
import { renderReportPdf } from './render-report-pdf.js';

interface Leaf {
  id: string;
  /** The element that holds it. */
  owner: StructureNode;
}

function leavesOf(node: StructureNode | null): Leaf[] {
  if (node === null) return [];
  return (node.children ?? []).flatMap((child) => (child.id === undefined ? leavesOf(child) : [{ id: child.id, owner: node }]));
}

function elementsOf(node: StructureNode | null, role: string): StructureNode[] {
  if (node === null) return [];
  return [...(node.role === role ? [node] : []), ...(node.children ?? []).flatMap((child) => elementsOf(child, role))];
}

/** The structure element of each kind of text; a list item stands beside paragraphs, a row's name beside its cells. */
const ROLES: Partial<Record<PartKind, readonly string[]>> = {
  kindName: ['H1'], subject: ['H1'], heading1: ['H2'], heading2: ['H3'], heading3: ['H4'], appendixName: ['H2'],
  text: ['P', 'LBody'], header: ['TH'], cell: ['TD'], total: ['TH', 'TD'],
};

describe.each(finishedReports)('%s, as a program that reads aloud or copies finds it', (_name, model) => {
  let bytes: Buffer;
  let paper: Paper;
  let leaves: Leaf[];
  let figures: StructureNode[];
  beforeAll(async () => {
    bytes = await renderReportPdf(model);
    paper = await readPaper(bytes, model);
    leaves = paper.pdf.pages.flatMap((page) => leavesOf(page.tree));
    figures = paper.pdf.pages.flatMap((page) => elementsOf(page.tree, 'Figure'));
  });
  const ownerOf = (line: PlacedLine | undefined): StructureNode | undefined => leaves.find(({ id }) => id === line?.contentId)?.owner;
  const words = (): string => letters(paper.parts.map((part) => part.text).join(''));

  it('says the words of the report in order and no other', () => {
    const lines = paper.pdf.pages.flatMap((page) => page.lines).filter((line) => line.tag !== 'Artifact' && line.tag !== 'Figure');
    expect(letters(lines.map((line) => line.text).join(''))).toBe(words());
  });

  it('says them in the same order along its structure', () => {
    const lines = paper.pdf.pages.flatMap((page) => page.lines);
    const read = leaves.filter(({ owner }) => owner.role !== 'Figure').flatMap(({ id }) => lines.filter((line) => line.contentId === id));
    expect(letters(read.map((line) => line.text).join(''))).toBe(words());
  });

  it('gives every text to an element or calls it an artifact', () => {
    expect(paper.pdf.pages.flatMap((page) => page.lines).filter((line) => line.tag !== 'Artifact' && ownerOf(line) === undefined)).toEqual([]);
  });

  it('calls headings, paragraphs, list items and cells what they are', () => {
    const wrong = paper.parts.filter((part) => part.lines.some((line) => ROLES[part.kind]?.includes(ownerOf(line)?.role ?? '') === false));
    expect(wrong).toEqual([]);
  });

  it('names the columns of every table by its headers, the total by its name', () => {
    const scopes = (kind: PartKind): (string | undefined)[] => paper.parts.filter((part) => part.kind === kind).flatMap((part) => part.lines.map((line) => ownerOf(line)?.scope));
    expect(new Set(scopes('header'))).toEqual(new Set(['Column']));
    const totals = new Map<number | null, Part>();
    for (const part of paper.parts) if (part.kind === 'total' && !totals.has(part.table)) totals.set(part.table, part);
    for (const { lines } of totals.values()) expect(ownerOf(lines[0])).toMatchObject({ role: 'TH', scope: 'Row' });
  });

  it('is tagged, in Vietnamese, with its title in the window', () => {
    expect(paper.pdf.isMarked).toBe(true);
    expect(paper.pdf.info).toMatchObject({ Language: 'vi-VN', Title: model.metadata.title, Author: model.metadata.author });
    expect(bytes.toString('latin1')).toContain('/DisplayDocTitle true');
  });

  it('has a bookmark for each heading, nested as they are, and for each appendix', () => {
    const marks = paper.pdf.outline.flatMap(({ title, items }) => [`1 ${title}`, ...items.map((item) => `2 ${item.title}`)]);
    const headings = paper.parts.filter((part) => part.kind === 'heading1' || part.kind === 'heading2').map((part) => `${part.kind === 'heading1' ? 1 : 2} ${part.text}`);
    const names = paper.parts.filter((part) => part.kind === 'appendixName').map((part) => part.text);
    expect(marks).toEqual([...headings, ...model.appendices.map((appendix, index) => `1 ${names[index]}. ${appendix.titleLines.join(' ')}`)]);
  });

  it('says each chart in words', () => {
    const blocks: Block[] = [...model.body, ...model.appendices.flatMap((appendix) => appendix.blocks)];
    expect(figures.map((figure) => figure.alt)).toEqual(blocks.flatMap((block) => (block.kind === 'chart' ? [block.alternativeText] : [])));
  });
});
