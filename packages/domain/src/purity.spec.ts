/// <reference types="node" />
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const SOURCE = import.meta.dirname;
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))
  .map((name) => ({ name, text: readFileSync(join(SOURCE, name), 'utf8') }));

/** What a source names that the domain must not know. */
function trespasses(name: string, text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const imported = [...code.matchAll(/(?:from|import)\s*\(?\s*(['"])(.+?)\1/g)].map((match) => match[2] ?? '');
  const outside = imported.filter(
    (path) => !path.startsWith('.') || relative(SOURCE, resolve(SOURCE, dirname(name), path)).startsWith('..'),
  );
  const globals = code.match(/\b(?:Date|performance|process|globalThis|Buffer|console|setTimeout|fetch|DateTimeFormat|Math\.random)\b/g);
  return [...outside, ...(globals ?? [])];
}

describe('the domain is pure', () => {
  it('is looked at whole', () => {
    expect(files.length).toBeGreaterThan(10);
  });

  it.each(files)('$name knows only its own files, no clock and no machine', ({ name, text }) => {
    expect(trespasses(name, text)).toEqual([]);
  });

  it.each([
    ["import { readFile } from 'node:fs';", 'node:fs'],
    ["import type { Chart } from '@ocop/charts';", '@ocop/charts'],
    ["export * from '../../charts/src/index.js';", '../../charts/src/index.js'],
    ["const zod = await import('zod');", 'zod'],
    ['const today = Date.now();', 'Date'],
    ['const home = process.cwd();', 'process'],
  ])('and would be caught at %s', (text, trespass) => {
    expect(trespasses('day.ts', text)).toEqual([trespass]);
  });
});
