/// <reference types="node" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { forecast } from './forecast.js';
import { LEAST_HISTORY, passRates, type PastRegistration } from './pass-rates.js';
import { REGISTRATION_STAGES, type RegistrationStage } from './registration.js';
import { domainMessages } from './messages/index.js';
import { formatPercent } from './wording.js';

const page = readFileSync(join(import.meta.dirname, '../../../docs/forecast.md'), 'utf8');

/** The example's table: how many stood at each stage and how many were recognised. */
const history = [...page.matchAll(/^\| (?<name>[^|]+) \| (?<reached>\d+) \| (?<recognised>\d+) \|/gmu)].map(({ groups }) => ({
  stage: REGISTRATION_STAGES.find((stage) => domainMessages.vi.stageNames[stage] === groups?.['name']),
  reached: Number(groups?.['reached']),
  recognised: Number(groups?.['recognised']),
}));

const past: PastRegistration[] = history.flatMap(({ stage, reached, recognised }) =>
  Array.from({ length: reached }, (_, index) => ({ stages: stage === undefined ? [] : [stage], recognised: index < recognised })),
);

describe('the example of docs/forecast.md (plan 1227, clause II.2)', () => {
  it('has the shares and intervals that the program finds', () => {
    expect(history.map(({ stage }) => stage)).toEqual(['preparing', 'scored-by-town']);
    for (const { stage, percent, low, high } of passRates(past).filter(({ reached }) => reached > 0)) {
      const row = page.split('\n').find((line) => line.startsWith(`| ${domainMessages.vi.stageNames[stage]} |`));
      expect(row).toContain(`| ${formatPercent(percent ?? -1)} | ${formatPercent(low ?? -1)}–${formatPercent(high ?? -1)} |`);
    }
  });

  it('has the probability that the program finds', () => {
    const stages: RegistrationStage[] = ['scored-by-town', 'preparing', 'preparing'];
    const found = forecast({
      value: 0,
      target: 2,
      contenders: stages.map((stage, id) => ({ id, stage, recognisedBefore: false })),
      rounds: [
        { no: 1, townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' },
        { no: 2, townRecognitionBefore: '2024-10-10', dossiersToProvinceBefore: '2024-10-15' },
      ],
      past,
      supplementBefore: '2024-06-10',
      year: 2024,
      asOf: '2024-08-01',
    })?.probability;
    const [percent, low, high] = [found?.percent, found?.low, found?.high].map((one) => formatPercent(one ?? -1));
    expect(page).toContain(`**Xác suất đạt: ${percent} (khoảng ${low}–${high}).**`);
  });

  it('names the least history in both languages', () => {
    expect(page).toContain(`Ít hơn ${LEAST_HISTORY} hồ sơ`);
    expect(page).toContain(`fewer than ${LEAST_HISTORY} passed`);
  });
});
