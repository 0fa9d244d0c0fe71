import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleWorkspace } from './sample-workspace.js';

interface Findings {
  diagnostics: { code: string; filename: string }[];
}

const ROOT = join(import.meta.dirname, '..', '..', '..');

/** rule, the file that breaks it, its text */
const bad: [string, string, string][] = [
  ['typescript(no-explicit-any)', 'packages/domain/src/any.ts', 'export const read = (value: any): boolean => value === 1;'],
  ['typescript(no-unsafe-assignment)', 'packages/reports/src/unsafe.ts', "export const plan: { year: number } = JSON.parse('{}');"],
  ['typescript(no-unsafe-call)', 'packages/reports/src/unsafe-call.ts', "JSON.parse('{}').run();"],
  ['typescript(no-unsafe-member-access)', 'packages/reports/src/unsafe-member.ts', "export const isOne = JSON.parse('{}').year === 1;"],
  ['typescript(no-unsafe-argument)', 'packages/reports/src/unsafe-argument.ts', "export const text = String.fromCharCode(JSON.parse('1'));"],
  ['typescript(no-unsafe-return)', 'packages/reports/src/unsafe-return.ts', "export const year = (): number => JSON.parse('1');"],
  ['typescript(no-non-null-assertion)', 'packages/domain/src/sure.ts', 'export const first = (list: string[]): string => list[0]!;'],
  ['typescript(ban-ts-comment)', 'packages/domain/src/hush.ts', "// @ts-ignore\nexport const year: number = '2024';"],
  ['typescript(no-floating-promises)', 'apps/api/src/floating.ts', 'const save = async (): Promise<number> => 1;\nexport function run(): void { save(); }'],
  ['typescript(no-misused-promises)', 'apps/api/src/misused.ts', 'export const each = (list: number[]): void => list.forEach(async (n) => { await Promise.resolve(n); });'],
  [
    'typescript(switch-exhaustiveness-check)',
    'packages/domain/src/kinds.ts',
    "export function stars(kind: 'three' | 'four' | 'five'): number {\n  switch (kind) {\n    case 'three': return 3;\n    case 'four': return 4;\n  }\n  return 0;\n}",
  ],
  ['typescript(consistent-type-imports)', 'packages/charts/src/types.ts', "import { Star } from './star.js';\nexport const of = (star: Star): Star => star;"],
  ['eslint(no-unused-vars)', 'packages/domain/src/unused.ts', 'const left = 1;\nexport const right = 2;'],
  ['eslint(no-console)', 'apps/api/src/modules/plans/plans.service.ts', "export const log = (): void => console.log('plans');"],
  ['node(no-process-env)', 'apps/api/src/platform/clock/clock.ts', "export const zone = process.env['TZ'];"],
  ['import(no-default-export)', 'apps/dashboard/src/components/panel.tsx', 'export default function Panel() { return null; }'],
  ['unicorn(filename-case)', 'apps/dashboard/src/components/StarPanel.tsx', 'export const StarPanel = () => null;'],
  ['eslint(max-lines)', 'packages/domain/src/long.ts', Array.from({ length: 251 }, (_, n) => `export const line${n} = ${n};`).join('\n')],
  ['eslint(eqeqeq)', 'packages/domain/src/equal.ts', "export const isStar = (text: unknown): boolean => text == '5';"],
  ['jest(no-focused-tests)', 'packages/domain/src/only.spec.ts', "import { it } from '@jest/globals';\nit.only('counts', () => {});"],
  ['jest(no-disabled-tests)', 'packages/domain/src/skip.spec.ts', "import { it } from '@jest/globals';\nit.skip('counts', () => {});"],
  ['jest(expect-expect)', 'packages/domain/src/nothing.spec.ts', "import { it } from '@jest/globals';\nit('counts', () => { String(1); });"],
  ['eslint(no-restricted-globals)', 'packages/domain/src/today.ts', 'export const today = (): number => Date.now();'],
  ['eslint(no-restricted-globals)', 'packages/domain/src/born.ts', "export const born = new Date('2024-01-01');"],
  ['eslint(no-restricted-globals)', 'packages/domain/src/timed.ts', 'export const since = (): number => performance.now();'],
  ['eslint(no-restricted-globals)', 'packages/domain/src/home.ts', 'export const home = (): string => process.cwd();'],
  ['eslint(no-restricted-properties)', 'packages/domain/src/dice.ts', 'export const dice = (): number => Math.random();'],
  ['eslint(no-restricted-properties)', 'packages/domain/src/zone.ts', "export const zone = new Intl.DateTimeFormat('vi');"],
  [
    'react-hooks(rules-of-hooks)',
    'apps/dashboard/src/features/overview/hook.tsx',
    'declare function useYear(): number;\nexport function Year(props: { known: boolean }) { if (props.known) { return useYear(); } return null; }',
  ],
  [
    'react-hooks(exhaustive-deps)',
    'apps/dashboard/src/features/overview/effect.tsx',
    "import { useEffect } from 'react';\nexport function Title(props: { title: string }) { useEffect(() => { document.title = props.title; }, []); return null; }",
  ],
  ['ocop(catalogue-only)', 'apps/api/src/modules/plans/wording.ts', "export const title = 'Kế hoạch';"],
  ['ocop(catalogue-only)', 'apps/api/src/modules/plans/apart.ts', `export const title = '${'Kế hoạch'.normalize('NFD')}';`],
  ['ocop(catalogue-only)', 'packages/reports/src/template.ts', 'export const of = (n: number): string => `Phụ lục ${n}`;'],
  ['ocop(catalogue-only)', 'apps/dashboard/src/features/overview/text.tsx', 'export const Text = () => <p>Sản phẩm</p>;'],
  ['ocop(catalogue-only)', 'apps/dashboard/src/features/overview/label.tsx', 'export const Label = () => <p aria-label="Năm kế hoạch" />;'],
  ['ocop(exact-money)', 'apps/api/src/modules/funding/sum.ts', 'export const sum = (row: { amount: string }): number => Number(row.amount);'],
  ['ocop(exact-money)', 'apps/api/src/modules/funding/parse.ts', 'export const of = (totalDong: string): number => Number.parseFloat(totalDong);'],
  ['ocop(exact-money)', 'apps/dashboard/src/features/overview/plus.ts', 'export const of = (moneySpent: string): number => +moneySpent;'],
  ['ocop(exact-money)', 'apps/dashboard/src/features/funding/fixed.ts', 'export const of = (amount: number): string => amount.toFixed(1);'],
  ['ocop(exact-money)', 'apps/dashboard/src/features/funding/share.ts', 'export const of = (row: { amount: bigint }): string => (Number(row.amount) / 1e6).toFixed(1);'],
  ['ocop(authorize-first)', 'apps/api/src/modules/plans/open.service.ts', 'export class Open { async list(viewer: { id: number }): Promise<number> { return viewer.id; } }'],
  [
    'ocop(authorize-first)',
    'apps/api/src/modules/plans/late.service.ts',
    'declare function authorize(viewer: object): void;\nexport class Late { list(viewer: object): number { const one = 1; authorize(viewer); return one; } }',
  ],
  ['ocop(viewer-first)', 'apps/api/src/modules/plans/open.controller.ts', 'export class Open { constructor(private readonly plans: { list(): number }) {} list(): number { return this.plans.list(); } }'],
  ['eslint(no-eval)', 'apps/api/src/modules/plans/evaluated.ts', 'export const of = (text: string): unknown => eval(text);'],
  ['eslint(no-new-func)', 'apps/dashboard/src/lib/made.ts', 'export const of = (text: string): unknown => new Function(text);'],
  ['typescript(no-implied-eval)', 'apps/dashboard/src/lib/later.ts', "export const later = (): number => setTimeout('run()', 1);"],
  ['eslint(no-script-url)', 'apps/dashboard/src/components/script-link.tsx', 'export const ScriptLink = () => <a href={"javascript:run()"}>1</a>;'],
  ['react(no-danger)', 'apps/dashboard/src/components/raw.tsx', 'export const Raw = (props: { text: string }) => <p dangerouslySetInnerHTML={{ __html: props.text }} />;'],
  ['eslint(no-restricted-properties)', 'apps/dashboard/src/lib/inner.ts', 'declare const element: { innerHTML: string };\nexport const show = (text: string): void => { element.innerHTML = text; };'],
  ['eslint(no-restricted-properties)', 'packages/charts/src/outer.ts', 'declare const element: { outerHTML: string };\nexport const show = (text: string): void => { element.outerHTML = text; };'],
  ['eslint(no-restricted-properties)', 'apps/dashboard/src/lib/adjacent.ts', "declare const element: { insertAdjacentHTML(where: string, text: string): void };\nexport const show = (text: string): void => element.insertAdjacentHTML('beforeend', text);"],
  ['eslint(no-restricted-properties)', 'apps/dashboard/src/lib/written.ts', 'declare const document: { write(text: string): void };\nexport const show = (text: string): void => document.write(text);'],
  ['eslint(no-restricted-properties)', 'apps/api/src/platform/access/guessable.ts', 'export const token = (): string => String(Math.random());'],
  ['eslint(no-restricted-properties)', 'apps/dashboard/src/lib/guessable.ts', 'export const key = (): string => String(Math.random());'],
  ['ocop(fixed-patterns)', 'apps/api/src/modules/products/pattern.ts', "export const matches = (text: string, search: string): boolean => new RegExp(search, 'i').test(text);"],
  ['ocop(fixed-patterns)', 'packages/domain/src/pattern.ts', 'export const matches = (text: string, search: string): boolean => RegExp(`^${search}`).test(text);'],
  ['ocop(no-shell)', 'apps/api/src/platform/database/by-shell.ts', "import { exec } from 'node:child_process';\nexec('ls');"],
  ['ocop(no-shell)', 'apps/api/src/worker-shell.ts', "import { spawn } from 'node:child_process';\nspawn('ls', { shell: true });"],
  ['eslint(no-restricted-globals)', 'apps/api/src/modules/reports/ask.ts', "export const ask = (): unknown => fetch('https://noi-khac.example');"],
  ['eslint(no-restricted-globals)', 'packages/reports/src/ask.ts', "export const ask = (): unknown => new WebSocket('wss://noi-khac.example');"],
];

const good: [string, string][] = [
  ['packages/charts/src/star.ts', "export type Star = 3 | 4 | 5;\nexport const first = 3 satisfies Star;"],
  ['packages/domain/src/messages/vi.ts', "export const vi = { plan: 'Kế hoạch' };"],
  ['packages/domain/src/day.spec.ts', "import { expect, it } from '@jest/globals';\nit('Kế hoạch', () => { expect(new Date(0).getTime()).toBe(0); });"],
  ['packages/domain/src/sums.spec.ts', "import { it } from '@jest/globals';\ndeclare function expectSum(): void;\nit('adds up', () => expectSum());"],
  ['packages/domain/src/commented.ts', '// Kế hoạch\n/** Sản phẩm */\nexport const year = 2024;'],
  ['packages/domain/src/recognised.ts', 'export const capital = /[A-ZĐ]/u;'],
  ['packages/domain/src/currency.ts', "export const complaint = 'Not an amount of whole đồng';"],
  ['packages/charts/src/chart-value.ts', 'export const position = (dong: string): number => Number(dong);'],
  ['apps/api/src/modules/funding/count.ts', 'export const count = (rows: string): number => Number(rows);'],
  ['apps/api/src/modules/plans/plans.module.ts', "import { Plans } from './plans.js';\nexport class PlansModule { constructor(readonly plans: Plans) {} }"],
  ['apps/api/src/modules/plans/plans.ts', 'export class Plans {}'],
  ['apps/api/src/settings.ts', "declare const process: { env: Record<string, string | undefined> };\nexport const port = process.env['PORT'];"],
  ['apps/api/src/cli/report.ts', "console.log('done');"],
  ['apps/dashboard/vite.config.ts', 'export default {};'],
  ['apps/api/src/platform/fixed.ts', "const MARK = /[&<]/;\nexport const marks = [new RegExp(MARK, 'g'), new RegExp('^a')];"],
  ['apps/dashboard/src/lib/asked.ts', "export const ask = (): Promise<Response> => fetch('/api/v1/plans');"],
  [
    'apps/api/src/modules/plans/asked.service.ts',
    'declare function authorize(viewer: object): void;\nexport class Asked { list(viewer: object): number { authorize(viewer); return this.one(viewer); } private one(viewer: object): number { return Object.keys(viewer).length; } open(visitor: object): number { return Object.keys(visitor).length; } }',
  ],
  [
    'apps/api/src/modules/plans/asked.controller.ts',
    'export class Asked { constructor(private readonly plans: { list(viewer: object): number }) {} list(viewer: object): number { return this.plans.list(viewer); } }',
  ],
];

const workspace = new SampleWorkspace();
let findings: Findings;

beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'tools/lint/src/ocop-rules.ts']) workspace.write(file, readFileSync(join(ROOT, file), 'utf8'));
  workspace.write(
    'tsconfig.json',
    JSON.stringify({ compilerOptions: { strict: true, noUncheckedIndexedAccess: true, module: 'NodeNext', jsx: 'preserve', noEmit: true, types: [] } }),
  );
  for (const [, path, text] of bad) workspace.write(path, text);
  for (const [path, text] of good) workspace.write(path, text);
  findings = workspace.run('oxlint/bin/oxlint', ['--format', 'json']) as Findings;
}, 120_000);

afterAll(() => workspace.remove());

const brokenBy = (path: string): string[] => findings.diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code);

describe('rules within a file (docs/style.md)', () => {
  it.each(bad)('%s catches %s', (rule, path) => {
    expect(brokenBy(path)).toContain(rule);
  });

  it.each(good)('lets %s be', (path) => {
    expect(brokenBy(path)).toEqual([]);
  });
});
