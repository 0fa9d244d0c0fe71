import type { Block, ReportModel } from '../model.js';

/** What a block says; tables and charts say nothing here. */
export function wordsOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${block.number} ${block.text}`;
    case 'paragraph':
      return block.runs.map((run) => run.text).join('');
    case 'list':
      return block.items.map((runs) => `- ${runs.map((run) => run.text).join('')}`).join('\n');
    case 'note':
      return block.text;
    default:
      return '';
  }
}

/** Opening and body of a report, a line for each paragraph and item. */
export function wordsOfReport(model: ReportModel): string {
  return [...model.opening.map((runs) => runs.map((run) => run.text).join('')), ...model.body.map(wordsOf)].join('\n');
}
