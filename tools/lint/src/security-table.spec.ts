import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** The requirements of OWASP ASVS 5.0.0 of levels 1 and 2, by section. */
const REQUIREMENTS: Readonly<Record<string, string>> = {
  '1.1': '1 2',
  '1.2': '1 2 3 4 5 6 7 8 9',
  '1.3': '1 2 3 4 5 6 7 8 9 10 11',
  '1.4': '1 2 3',
  '1.5': '1 2',
  '2.1': '1 2 3',
  '2.2': '1 2 3',
  '2.3': '1 2 3 4',
  '2.4': '1',
  '3.2': '1 2',
  '3.3': '1 2 3 4',
  '3.4': '1 2 3 4 5 6',
  '3.5': '1 2 3 4 5',
  '3.7': '1 2',
  '4.1': '1 2 3',
  '4.2': '1',
  '4.3': '1 2',
  '4.4': '1 2 3 4',
  '5.1': '1',
  '5.2': '1 2 3',
  '5.3': '1 2',
  '5.4': '1 2 3',
  '6.1': '1 2 3',
  '6.2': '1 2 3 4 5 6 7 8 9 10 11 12',
  '6.3': '1 2 3 4',
  '6.4': '1 2 3 4',
  '6.5': '1 2 3 4 5',
  '6.6': '1 2 3',
  '6.8': '1 2 3 4',
  '7.1': '1 2 3',
  '7.2': '1 2 3 4',
  '7.3': '1 2',
  '7.4': '1 2 3 4 5',
  '7.5': '1 2',
  '7.6': '1 2',
  '8.1': '1 2',
  '8.2': '1 2 3',
  '8.3': '1',
  '8.4': '1',
  '9.1': '1 2 3',
  '9.2': '1 2 3 4',
  '10.1': '1 2',
  '10.2': '1 2',
  '10.3': '1 2 3 4',
  '10.4': '1 2 3 4 5 6 7 8 9 10 11',
  '10.5': '1 2 3 4 5',
  '10.6': '1 2',
  '10.7': '1 2 3',
  '11.1': '1 2',
  '11.2': '1 2 3',
  '11.3': '1 2 3',
  '11.4': '1 2 3 4',
  '11.5': '1',
  '11.6': '1',
  '12.1': '1 2 3',
  '12.2': '1 2',
  '12.3': '1 2 3 4',
  '13.1': '1',
  '13.2': '1 2 3 4 5',
  '13.3': '1 2',
  '13.4': '1 2 3 4 5',
  '14.1': '1 2',
  '14.2': '1 2 3 4',
  '14.3': '1 2 3',
  '15.1': '1 2 3',
  '15.2': '1 2 3',
  '15.3': '1 2 3 4 5 6 7',
  '16.1': '1',
  '16.2': '1 2 3 4 5',
  '16.3': '1 2 3 4',
  '16.4': '1 2 3',
  '16.5': '1 2 3',
  '17.1': '1',
  '17.2': '1 2 3 4',
  '17.3': '1 2',
};

const table = readFileSync(join(ROOT, 'docs', 'security.md'), 'utf8');
const rows = table
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+/.test(line))
  .map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
const specs = globSync(['apps/*/src/**/*.spec.ts', 'packages/*/src/**/*.spec.ts', 'tools/*/src/**/*.spec.ts'], { cwd: ROOT });

const DOCUMENT = 'tài liệu: ';
const textOf = (path: string): string => (existsSync(join(ROOT, path)) ? readFileSync(join(ROOT, path), 'utf8') : '');

/** A document, beside the table, with one of its headings or what a paragraph of it begins with. */
function isDocument(name: string): boolean {
  const [file = '', heading] = name.split(' › ');
  const lines = textOf(join('docs', file)).split('\n');
  return lines.length > 1 && (heading === undefined || lines.some((line) => line.replace(/^#+ /, '') === heading || line.startsWith(`**${heading}**`)));
}

function isTest(name: string): boolean {
  const [file, part] = name.split(' › ');
  return part !== undefined && specs.some((path) => basename(path) === file && textOf(path).includes(part));
}

describe('the table of docs/security.md', () => {
  it('holds each requirement of levels 1 and 2 once, and no other', () => {
    const expected = Object.entries(REQUIREMENTS).flatMap(([section, numbers]) => numbers.split(' ').map((number) => `${section}.${number}`));
    const listed = rows.flatMap(([numbers = '']) => numbers.split(', '));
    expect(listed.sort()).toEqual(expected.sort());
  });

  it('counts its own results', () => {
    const count = (word: string) =>
      rows.filter((cells) => (cells[2] ?? '').replaceAll('*', '') === word).reduce((sum, [numbers = '']) => sum + numbers.split(', ').length, 0);
    const words = ['đạt', 'một phần', 'chưa đạt', 'không áp dụng'];
    expect(table).toContain(`**${words.map((word) => `${count(word)} ${word}`).join(' · ')}.**`);
  });

  it('shows each result by tests and documents that exist; what applies is shown by something', () => {
    const missing = rows.flatMap(([number, , result = '', , shown = '-']) => {
      if (shown === '-') return ['không áp dụng', '**chưa đạt**'].includes(result) ? [] : [`${number}: ${shown}`];
      if (shown === 'đọc mã') return [];
      const parts = shown.split('; ');
      return parts.filter((part) => !(part.startsWith(DOCUMENT) ? isDocument(part.slice(DOCUMENT.length)) : isTest(part))).map((part) => `${number}: ${part}`);
    });
    expect(missing).toEqual([]);
  });
});
