/// <reference types="node" />
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { vi } from './messages/vi.js';
import { MOVE_KINDS, REGISTRATION_MOVES, type MoveKind } from './registration-moves.js';
import { REGISTRATION_STAGES, type RegistrationStage } from './registration.js';

// The picture of the table of moves in the documents. UPDATE_MOVES_DIAGRAM=1 writes it anew; the difference is then
// reviewed and committed.

const DOCUMENT = join(import.meta.dirname, '..', '..', '..', 'docs', 'registration-moves.md');
const LABELS: Readonly<Record<MoveKind, string>> = { next: '', skip: ' : bỏ qua', back: ' : quay lại' };

const id = (stage: RegistrationStage) => stage.replaceAll('-', '_');
const goals = (from: RegistrationStage, kind: MoveKind) => REGISTRATION_STAGES.filter((to) => REGISTRATION_MOVES[from][to] === kind);
const names = (stages: readonly RegistrationStage[]) => stages.map((stage) => vi.stageNames[stage]).join('; ') || '-';

function drawn(): string {
  const states = REGISTRATION_STAGES.map((stage) => `  state "${vi.stageNames[stage]}" as ${id(stage)}`);
  const arrows = REGISTRATION_STAGES.flatMap((from) =>
    MOVE_KINDS.flatMap((kind) => goals(from, kind).map((to) => `  ${id(from)} --> ${id(to)}${LABELS[kind]}`)),
  );
  const rows = REGISTRATION_STAGES.map((from) => `| ${vi.stageNames[from]} | ${MOVE_KINDS.map((kind) => names(goals(from, kind))).join(' | ')} |`);
  return [
    '```mermaid', 'stateDiagram-v2', '  direction TB', ...states, `  [*] --> ${id(REGISTRATION_STAGES[0])}`, ...arrows, '```', '',
    '| từ bước | đi tiếp | bỏ qua bước (cần lý do) | quay lại (cần lý do) |', '|---|---|---|---|', ...rows,
  ].join('\n');
}

describe('the picture of the moves (clause III.3)', () => {
  it('shows every move of the table and no other', async () => {
    const kept = (text: string) => text.slice(0, text.indexOf('```mermaid'));
    const before = await readFile(DOCUMENT, 'utf8');
    // oxlint-disable-next-line node/no-process-env -- The one switch of this spec.
    if (process.env['UPDATE_MOVES_DIAGRAM'] === '1') await writeFile(DOCUMENT, `${kept(before)}${drawn()}\n`);
    const document = await readFile(DOCUMENT, 'utf8');
    expect(document.slice(document.indexOf('```mermaid')).trimEnd().split('\n')).toEqual(drawn().split('\n'));
  });

  it('names every stage by a word of its own', () => {
    expect(new Set(REGISTRATION_STAGES.map((stage) => vi.stageNames[stage])).size).toBe(REGISTRATION_STAGES.length);
  });
});
