import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  awardedStars,
  dueForReEvaluation,
  isInTime,
  newlyRecognised,
  parsePoints,
  reRecognised,
  toNfc,
  certificateValidTo,
  type RecognitionFact,
  type Stars,
} from '@ocop/domain';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readPlanFile, readUnitsFile } from '../modules/imports/plan-file.js';
import { COMMUNE_CODES, type DemoData, type DemoEvaluation, type DemoRegistration } from './demo-data.js';
import { generateDemo } from './generate-demo.js';
import { TOWN_RECOGNISES_FROM } from './registrations.js';

const dataFolder = join(import.meta.dirname, '..', '..', 'data');
const issued = readPlanFile(readFileSync(join(dataFolder, 'plan-1227.json'))).value;
const units = readUnitsFile(readFileSync(join(dataFolder, 'admin-units.json'))).value;

/** Runs a check over the shipped seed and a few others. */
function ofAnySeed(check: (data: DemoData) => void): void {
  check(generateDemo(1227));
  fc.assert(fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), (seed) => check(generateDemo(seed))), { numRuns: 8 });
}

const stepsOf = (data: DemoData, { no }: DemoRegistration) => data.steps.filter(({ registrationNo }) => registrationNo === no);

function starsByPoints({ points, starCap }: DemoEvaluation): Stars {
  const sumTenThousandths = parsePoints(points);
  if (sumTenThousandths === null) throw new RangeError(`Not points: ${points}`);
  return awardedStars({ sumTenThousandths, members: 1 }, starCap).stars;
}

const facts = (data: DemoData): RecognitionFact[] => data.recognitions.map((recognition) => ({ ...recognition, productId: recognition.productNo, validTo: certificateValidTo(recognition.decidedOn, 36) }));

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);

describe('invented data', () => {
  it('is the same for the same seed and another for another seed', () => {
    expect(generateDemo(7)).toEqual(generateDemo(7));
    expect(generateDemo(8)).not.toEqual(generateDemo(7));
  });

  it('says of every name and paper that it is invented, in NFC', () => {
    ofAnySeed((data) => {
      const names = [
        ...data.producers.map(({ name }) => name),
        ...data.products.map(({ name }) => name),
        ...data.plans.map(({ title }) => title),
        ...data.steps.map(({ paper }) => paper).filter((paper) => paper !== null && !/^MH-\d{4}\/KH$/.test(paper)),
        ...data.recognitions.flatMap(({ decisionNumber, revocationPaper }) => [decisionNumber, revocationPaper ?? decisionNumber]),
        ...data.fundingEntries.map(({ paperNumber }) => paperNumber),
        ...data.communeReports.map(({ paper }) => paper),
        ...data.activities.flatMap(({ name, paper }) => [name, paper ?? name]),
      ];
      expect(names.filter((name) => !name?.includes('minh họa') || name !== toNfc(name))).toEqual([]);
    });
  });

  it('uses the real communes and the sources and work areas of the issued plan (IV, III)', () => {
    ofAnySeed((data) => {
      expect(units.communes.map(({ code }) => code)).toEqual([...COMMUNE_CODES]);
      expect(new Set(data.producers.map(({ commune }) => commune)).size).toBe(COMMUNE_CODES.length);
      for (const { year } of data.plans) {
        const codes = new Set(data.fundingEntries.filter((entry) => entry.year === year).map(({ sourceCode }) => sourceCode));
        expect([...codes].sort()).toEqual(issued.fundingSources.map(({ id }) => id).sort());
      }
      const areas = new Set(issued.workAreas.map(({ no }) => no));
      expect(data.fundingEntries.filter(({ workAreaNo }) => workAreaNo !== null && !areas.has(workAreaNo))).toEqual([]);
    });
  });

  it('lists a product once a year and gives each year five to ten registrations', () => {
    ofAnySeed(({ plans, registrations, products }) => {
      expect(products.length).toBeGreaterThanOrEqual(33);
      for (const { year } of plans) {
        const own = registrations.filter((registration) => registration.year === year);
        expect(own.length).toBeGreaterThanOrEqual(5);
        expect(own.length).toBeLessThanOrEqual(10);
        expect(new Set(own.map(({ productNo }) => productNo)).size).toBe(own.length);
        expect(own.map(({ position }) => position)).toEqual(own.map((_, index) => index + 1));
      }
    });
  });
});

describe('invented registrations', () => {
  it('walk through their stages in the order of days, within their year, from the plan on', () => {
    ofAnySeed((data) => {
      for (const registration of data.registrations) {
        const days = stepsOf(data, registration).map(({ happenedOn }) => happenedOn);
        const issuedOn = data.plans.find(({ year }) => year === registration.year)?.issuedOn ?? '';
        expect(days).toEqual(days.toSorted());
        expect(new Set(days).size).toBe(days.length);
        expect(days.filter((day) => day < issuedOn || day > `${registration.year}-12-31`)).toEqual([]);
      }
    });
  });

  it('keep the deadlines of the rounds (III.3: the town before 10/7 and 10/10, to the province before 15/7 and 15/10)', () => {
    ofAnySeed((data) => {
      for (const registration of data.registrations) {
        const rounds = data.plans.find(({ year }) => year === registration.year)?.rounds ?? [];
        const recognition = data.recognitions.find(({ registrationNo }) => registrationNo === registration.no);
        for (const step of stepsOf(data, registration)) {
          const round = rounds.find(({ no }) => no === step.roundNo);
          if (step.stage === 'sent-to-province') expect(isInTime(step.happenedOn, round?.dossiersToProvinceBefore ?? '')).toBe(true);
          if (step.stage === 'recognised-3' && recognition?.authority === 'town') {
            expect(isInTime(step.happenedOn, round?.townRecognitionBefore ?? '')).toBe(true);
          }
        }
      }
    });
  });
});

describe('invented evaluations and recognitions', () => {
  it('give the stars of the points and the cap (QĐ 148/QĐ-TTg), with points just below a band and points under a cap', () => {
    ofAnySeed(({ evaluations }) => {
      for (const evaluation of evaluations) {
        expect(evaluation.points).toMatch(/^\d{2}\.\d{2,4}$/);
        expect(evaluation.stars).toBe(starsByPoints(evaluation));
      }
      expect(evaluations.some(({ points, starCap, stars }) => points.startsWith('69.9') && starCap >= 4 && stars === 3)).toBe(true);
      expect(evaluations.some(({ points, stars }) => Number(points) >= 70 && stars === 3)).toBe(true);
    });
  });

  it('recognise from 3 stars, as the last evaluation before the decision gave, on the day of the recognised step', () => {
    ofAnySeed((data) => {
      for (const { registrationNo, stars, decidedOn, decisionNumber } of data.recognitions) {
        expect(stars).toBeGreaterThanOrEqual(3);
        if (registrationNo === null) continue;
        expect(data.evaluations.filter((one) => one.registrationNo === registrationNo && one.evaluatedOn < decidedOn).at(-1)?.stars).toBe(stars);
        expect(data.steps.filter((step) => step.registrationNo === registrationNo).at(-1)).toMatchObject({
          stage: `recognised-${stars}`, happenedOn: decidedOn, paper: decisionNumber,
        });
      }
      const recognised = data.steps.filter(({ stage }) => stage.startsWith('recognised'));
      expect(recognised.length).toBe(data.recognitions.filter(({ registrationNo }) => registrationNo !== null).length);
    });
  });

  it('are decided by the town at 3 stars and by the province at 4 (QĐ 148/QĐ-TTg), before it all by the province (II.2)', () => {
    ofAnySeed(({ recognitions, steps }) => {
      for (const { stars, decidedOn, authority, registrationNo } of recognitions) {
        expect(authority).toBe(stars === 3 && decidedOn >= TOWN_RECOGNISES_FROM ? 'town' : 'province');
        if (registrationNo === null) continue;
        const sent = steps.some((step) => step.registrationNo === registrationNo && step.stage === 'sent-to-province');
        expect(sent).toBe(authority === 'province');
      }
    });
  });

  it('recognise a product first once, then re-evaluate it or raise it, never two on one day', () => {
    ofAnySeed(({ recognitions, registrations }) => {
      for (const productNo of new Set(recognitions.map((one) => one.productNo))) {
        const own = recognitions.filter((one) => one.productNo === productNo);
        expect(own.map(({ kind }) => kind === 'new')).toEqual(own.map((_, index) => index === 0));
        expect(own.map(({ decidedOn }) => decidedOn)).toEqual([...new Set(own.map(({ decidedOn }) => decidedOn))].sort());
      }
      for (const { kind, productNo, year } of registrations) {
        const before = recognitions.some((one) => one.productNo === productNo && one.decidedOn < `${year}-01-01`);
        expect(before).toBe(kind !== 'new');
      }
      expect(recognitions.filter(({ revokedOn }) => revokedOn !== null).length).toBe(1);
    });
  });

  it('reach the target of 2024 (II.2: at least 02) only after 9/7/2024', () => {
    ofAnySeed((data) => {
      expect(newlyRecognised(facts(data), 2024, '2024-07-09').length).toBe(1);
      expect(newlyRecognised(facts(data), 2024, '2024-12-31').length).toBe(3);
    });
  });
});

describe('invented re-evaluations', () => {
  it('are asked for six certificates of 2021 that end in 2024 and given to five in time (II.2)', () => {
    ofAnySeed((data) => {
      const due = dueForReEvaluation(facts(data), 2024, '2024-12-31').map(({ productId }) => productId);
      expect(due.length).toBe(6);
      const asked = data.registrations.filter(({ year, kind }) => year === 2024 && kind === 're-evaluation').map(({ productNo }) => productNo);
      expect(new Set(asked)).toEqual(new Set(due));
      expect(reRecognised(facts(data), 2024, '2024-12-31').length).toBe(5);
    });
  });
});

describe('invented money (IV)', () => {
  it('never pays more than was allocated or pledged, by source and year on any day', () => {
    ofAnySeed(({ fundingEntries }) => {
      for (const last of fundingEntries) {
        const until = fundingEntries.filter(
          ({ year, sourceCode, occurredOn }) => year === last.year && sourceCode === last.sourceCode && occurredOn <= last.occurredOn,
        );
        const total = (...stages: string[]) => sum(until.filter(({ stage }) => stages.includes(stage)).map(({ amount }) => amount));
        expect(total('disbursed', 'contributed')).toBeLessThanOrEqual(total('allocated', 'registered'));
        expect(total('disbursed', 'contributed')).toBeLessThanOrEqual(total('allocated', 'adjusted', 'registered'));
      }
    });
  });

  it('adjusts once a year, never with zero, and leaves one source of 2024 unpaid', () => {
    ofAnySeed(({ plans, fundingEntries }) => {
      expect(fundingEntries.filter(({ amount, stage }) => amount === 0n || (amount < 0n && stage !== 'adjusted'))).toEqual([]);
      for (const { year } of plans) {
        expect(fundingEntries.filter((entry) => entry.year === year && entry.stage === 'adjusted').length).toBe(1);
      }
      const paid = new Set(fundingEntries.filter(({ year, stage }) => year === 2024 && /disbursed|contributed/.test(stage)).map(({ sourceCode }) => sourceCode));
      expect(issued.fundingSources.map(({ id }) => id).filter((id) => !paid.has(id))).toEqual(['integrated-science-technology']);
    });
  });
});

describe('invented activities (III)', () => {
  it('lie in every work area of the plan each year, within the year, of communes and of the whole town, of one day and of two', () => {
    ofAnySeed(({ plans, activities }) => {
      for (const { year } of plans) {
        const own = activities.filter((activity) => activity.year === year);
        expect(new Set(own.map(({ workAreaNo }) => workAreaNo))).toEqual(new Set(issued.workAreas.map(({ no }) => no)));
        expect(own.filter(({ heldOn, endedOn }) => !heldOn.startsWith(`${year}-`) || (endedOn ?? '9') <= heldOn)).toEqual([]);
        for (const has of [own.map(({ commune }) => commune), own.map(({ endedOn }) => endedOn), own.map(({ participants }) => participants)]) expect(new Set(has.map((one) => one === null)).size).toBe(2);
      }
    });
  });
});

describe('invented commune reports (V.4)', () => {
  it('miss one commune and are late for one or two in every period', () => {
    ofAnySeed(({ plans, communeReports }) => {
      for (const { year } of plans) {
        for (const [period, before] of [['H1', `${year}-06-15`], ['FY', `${year}-12-15`]] as const) {
          const own = communeReports.filter((report) => report.year === year && report.period === period);
          expect(new Set(own.map(({ commune }) => commune)).size).toBe(COMMUNE_CODES.length - 1);
          expect([6, 7]).toContain(own.filter(({ receivedOn }) => isInTime(receivedOn, before)).length);
        }
      }
    });
  });
});
