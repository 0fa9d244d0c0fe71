import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SampleWorkspace } from './sample-workspace.js';

interface Cruise {
  summary: {
    violations: { from: string; rule: { name: string } }[];
    ruleSetUsed: { forbidden: { name: string }[] };
  };
}

const parts = {
  'packages/domain': {},
  'packages/charts': { dependencies: { '@ocop/domain': '*', echarts: '*' } },
  'packages/contracts': { dependencies: { '@ocop/domain': '*', zod: '*' } },
  'packages/reports': { dependencies: { '@ocop/domain': '*', '@ocop/charts': '*' }, devDependencies: { 'pdfjs-dist': '*' } },
  'apps/api': { dependencies: { '@ocop/domain': '*', '@ocop/contracts': '*', '@ocop/reports': '*', nodemailer: '*' } },
  'apps/dashboard': { dependencies: { '@ocop/domain': '*', '@ocop/contracts': '*', '@ocop/charts': '*' } },
};

/** rule, the file that breaks it, its text */
const bad: [string, string, string][] = [
  ['arrows-of-domain', 'packages/domain/src/paint.ts', "import '@ocop/charts';"],
  ['arrows-of-charts', 'packages/charts/src/print.ts', "import '@ocop/reports';"],
  ['arrows-of-charts', 'packages/charts/src/deep.ts', "export { day } from '../../domain/src/day.js';"],
  ['arrows-of-contracts', 'packages/contracts/src/draw.ts', "import type { Chart } from '@ocop/charts';"],
  ['arrows-of-reports', 'packages/reports/src/ask.ts', "import '@ocop/contracts';"],
  ['arrows-of-api', 'apps/api/src/screen.ts', "import type { App } from '../../dashboard/src/main.js';"],
  ['arrows-of-dashboard', 'apps/dashboard/src/server.ts', "const api = await import('../../api/src/main.js');"],
  ['arrows-of-dashboard', 'apps/dashboard/src/paper.tsx', "import '@ocop/reports'; export const A = () => <p>1</p>;"],
  ['no-missing-file', 'packages/charts/src/closed-door.ts', "import '@ocop/domain/dist/day.js';"],
  ['libraries-of-domain', 'packages/domain/src/parse.ts', "import { z } from 'zod';"],
  ['libraries-of-charts', 'packages/charts/src/parse.ts', "import { z } from 'zod';"],
  ['libraries-of-contracts', 'packages/contracts/src/bars.ts', "import 'echarts';"],
  ['no-node-built-in', 'packages/domain/src/read.ts', "import { readFile } from 'node:fs/promises';"],
  ['no-node-built-in', 'packages/contracts/src/read.ts', "import type { Stats } from 'node:fs';"],
  ['no-node-built-in', 'apps/dashboard/src/read.ts', "import 'node:path';"],
  ['platform-knows-no-module', 'apps/api/src/platform/clock/plan-clock.ts', "import '../../modules/plans/plans.service.js';"],
  ['module-through-its-service', 'apps/api/src/modules/funding/by-entity.ts', "import type { Plan } from '../plans/plan.entity.js';"],
  ['module-through-its-service', 'apps/api/src/modules/funding/by-query.ts', "import '../plans/plan.queries.js';"],
  ['feature-knows-no-feature', 'apps/dashboard/src/features/overview/page.ts', "import '../funding/table.js';"],
  ['features-on-top', 'apps/dashboard/src/components/panel.ts', "import '../features/funding/table.js';"],
  ['features-on-top', 'apps/dashboard/src/lib/panel.ts', "import type { Table } from '../features/funding/table.js';"],
  ['outward-by-few', 'apps/api/src/modules/funding/mail.ts', "import 'nodemailer';"],
  ['outward-by-few', 'apps/api/src/platform/exports/send.ts', "import { connect } from 'node:net';"],
  ['outward-by-few', 'packages/reports/src/load.ts', "const { get } = await import('node:https');"],
  ['no-circle', 'packages/domain/src/egg.ts', "import type { Hen } from './hen.js';"],
  ['no-test-code-shipped', 'packages/domain/src/sample.ts', "import './day.spec.js';"],
  ['declared-dependency', 'apps/api/src/undeclared.ts', "import 'zod';"],
  ['run-time-dependency', 'packages/reports/src/read-pdf.ts', "import 'pdfjs-dist';"],
];

const good: [string, string][] = [
  ['packages/domain/src/day.ts', 'export const day = 1;'],
  ['packages/domain/src/day.spec.ts', "import 'node:fs'; import './day.js';"],
  // The other half of the circle, which is told once.
  ['packages/domain/src/hen.ts', "import './egg.js';"],
  ['packages/charts/src/bars.ts', "import 'echarts'; import '@ocop/domain';"],
  ['packages/contracts/src/plans.ts', "import 'zod'; import '@ocop/domain';"],
  ['packages/reports/src/write.ts', "import 'node:fs'; import '@ocop/charts';"],
  ['apps/api/src/main.ts', "import '@ocop/reports'; import './modules/funding/funding.service.js';"],
  ['apps/api/src/platform/mail/mailer.service.ts', "import 'nodemailer';"],
  ['apps/api/src/platform/http/log.ts', "import type { IncomingMessage } from 'node:http';"],
  ['apps/api/src/modules/plans/plan.entity.ts', 'export class Plan {}'],
  ['apps/api/src/modules/plans/plan.queries.ts', "import './plan.entity.js';"],
  ['apps/api/src/modules/plans/plans.service.ts', "import './plan.queries.js';"],
  ['apps/api/src/modules/funding/funding.service.ts', "import '../plans/plans.service.js';"],
  ['apps/dashboard/src/main.tsx', "import './features/funding/table.js';"],
  ['apps/dashboard/src/features/funding/table.ts', "import '@ocop/contracts';"],
];

const workspace = new SampleWorkspace();
let cruise: Cruise;

beforeAll(() => {
  for (const [part, dependencies] of Object.entries(parts)) {
    const name = part.slice(part.indexOf('/') + 1);
    workspace.write(`${part}/package.json`, JSON.stringify({ name: `@ocop/${name}`, type: 'module', exports: './dist/index.js', ...dependencies }));
    workspace.write(`${part}/dist/index.js`, '');
    workspace.write(`${part}/dist/day.js`, '');
    workspace.link(`node_modules/@ocop/${name}`, part);
  }
  for (const library of ['echarts', 'zod', 'pdfjs-dist', 'nodemailer']) {
    workspace.write(`node_modules/${library}/package.json`, JSON.stringify({ name: library, exports: './index.js' }));
    workspace.write(`node_modules/${library}/index.js`, '');
  }
  for (const [, path, text] of bad) workspace.write(path, text);
  for (const [path, text] of good) workspace.write(path, text);
  const config = join(import.meta.dirname, '..', 'arrows.mjs');
  cruise = workspace.run('dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', config, '--output-type', 'json', 'apps', 'packages']) as Cruise;
}, 120_000);

afterAll(() => workspace.remove());

const brokenBy = (path: string): string[] => cruise.summary.violations.filter(({ from }) => from === path).map(({ rule }) => rule.name);

describe('arrows between files (docs/architecture.md)', () => {
  it.each(bad)('%s catches %s: %s', (rule, path) => {
    expect(brokenBy(path)).toContain(rule);
  });

  it.each(good)('lets %s be', (path) => {
    expect(brokenBy(path)).toEqual([]);
  });

  it('has no rule that was never seen to fail', () => {
    const rules = cruise.summary.ruleSetUsed.forbidden.map(({ name }) => name);
    expect(rules.toSorted()).toEqual([...new Set(bad.map(([rule]) => rule))].toSorted());
  });
});
