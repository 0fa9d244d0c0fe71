import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attentionCalendarDay, attentionItems, compareAttention } from './attention.js';
import { NEXT_STEPS, URGENCIES, type AttentionFacts, type CertificateFacts, type RegistrationFacts } from './attention-item.js';
import { attentionDue, attentionNextStep, attentionSentence } from './attention-words.js';
import { addDays, daysBetween } from './day.js';
import { LOCALES } from './messages/index.js';
import { PERIOD_KINDS } from './period.js';
import { REGISTRATION_KINDS, REGISTRATION_STAGES } from './registration.js';
import { STARS } from './stars.js';
import { dossier, factsOn, scored } from './testing/attention-facts.js';

describe('the order of what waits', () => {
  it('is what is late, then what is near, then what is far; by day, then by the Vietnamese alphabet', () => {
    const certificate = (recognitionId: number, productName: string, validTo: string): CertificateFacts => ({
      recognitionId,
      productId: recognitionId,
      productName,
      unitName: 'Xã Hương Toàn',
      stars: 3,
      validTo,
      reEvaluationOpen: false,
    });
    const certificates = [
      certificate(1, 'Xoài sấy', '2024-07-01'),
      certificate(2, 'Đậu phộng', '2024-07-01'),
      certificate(3, 'Ớt bột', '2024-05-01'),
      certificate(4, 'Bún Vân Cù', '2024-10-01'),
    ];
    const reports = [{ period: 'H1' as const, before: '2024-06-02', expected: 9, received: 0 }];
    const keys = attentionItems(factsOn('2024-06-05', { certificates, reports })).map(({ key }) => key);
    expect(keys).toEqual(['certificate-3', 'reports-H1', 'supplements', 'certificate-2', 'certificate-1', 'certificate-4']);
  });

  it('puts what has no day after what is near and before what is far', () => {
    const registrations = [scored('60', 3, '2024-07-03'), dossier('received', { id: 2 })];
    const sent = { ...scored('80', 4, '2024-07-04', { id: 3, stage: 'sent-to-province' }), stageOn: '2024-07-01' };
    const keys = attentionItems(factsOn('2024-07-05', { registrations: [...registrations, sent] })).map(({ key }) => key);
    expect(keys).toEqual(['recognition-1', 'result-1', 'sending-1', 'result-3', 'recognition-2', 'sending-2']);
  });
});

const day = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2024-01-01', n));
const names = fc.constantFrom('Bún Vân Cù', 'Đậu phộng', 'Dưa cải', 'Thanh trà', 'Bun Van Cu');
const round = fc.record({ townRecognitionBefore: day, dossiersToProvinceBefore: day, recognised: fc.nat(2) });
const registration: fc.Arbitrary<Omit<RegistrationFacts, 'id'>> = fc
  .record({
    productName: names,
    unitName: fc.constant('Xã Hương Toàn'),
    kind: fc.constantFrom(...REGISTRATION_KINDS),
    stage: fc.constantFrom(...REGISTRATION_STAGES),
    stageOn: day,
    roundNo: fc.option(fc.integer({ min: 1, max: 4 })),
    result: fc.option(fc.record({ points: fc.integer({ min: 0, max: 100 }).map(String), awardedStars: fc.option(fc.constantFrom(...STARS)), resultOn: day })),
  })
  .map(({ result, ...rest }) => ({ ...rest, ...(result ?? { points: null, awardedStars: null, resultOn: null }) }));
const certificate: fc.Arbitrary<Omit<CertificateFacts, 'recognitionId'>> = fc.record({
  productId: fc.nat(9),
  productName: names,
  unitName: fc.constant('Xã Hương Toàn'),
  stars: fc.constantFrom(...STARS),
  validTo: day,
  reEvaluationOpen: fc.boolean(),
});
const anyFacts: fc.Arbitrary<AttentionFacts> = fc.record({
  asOf: day,
  supplementBefore: day,
  rounds: fc.array(round, { maxLength: 3 }).map((list) => list.map((one, index) => ({ ...one, no: index + 1 }))),
  reports: fc.tuple(day, fc.nat(9)).map(([before, received]) => PERIOD_KINDS.map((period) => ({ period, before, expected: 9, received }))),
  registrations: fc.array(registration, { maxLength: 6 }).map((list) => list.map((one, id) => ({ ...one, id }))),
  certificates: fc.array(certificate, { maxLength: 4 }).map((list) => list.map((one, recognitionId) => ({ ...one, recognitionId }))),
  settings: fc.record({
    stuckAfterDays: fc.integer({ min: 1, max: 90 }),
    reEvaluationWindow: fc.option(fc.constant({ fromDays: 180, toDays: 120 })),
  }),
});

describe('everything that waits for somebody', () => {
  it('comes once, in one order whatever the order of the facts', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const items = attentionItems(facts);
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        for (const [index, item] of items.entries()) {
          for (const later of items.slice(index + 1)) expect(Math.sign(compareAttention(item, later)) - Math.sign(compareAttention(later, item))).toBe(-2);
        }
        const turned = {
          ...facts,
          rounds: facts.rounds.toReversed(),
          reports: facts.reports.toReversed(),
          registrations: facts.registrations.toReversed(),
          certificates: facts.certificates.toReversed(),
        };
        expect(attentionItems(turned)).toEqual(items);
      }),
    );
  });

  it('is known on its day: stages and results that came later change nothing', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const known = facts.registrations
          .filter(({ stageOn }) => stageOn <= facts.asOf)
          .map((one) => (one.resultOn !== null && one.resultOn > facts.asOf ? { ...one, points: null, awardedStars: null, resultOn: null } : one));
        const items = attentionItems(facts);
        expect(items).toEqual(attentionItems({ ...facts, registrations: known }));
        for (const { subject } of items) if (subject.type === 'registration') expect(subject.since <= facts.asOf).toBe(true);
      }),
    );
  });

  it('is as urgent as its last day says, and no further off than 180 days', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { kind, dueOn, daysLeft, urgency, nextStep } of attentionItems(facts)) {
          const left = dueOn === null ? null : daysBetween(facts.asOf, dueOn);
          expect(daysLeft).toBe(left);
          expect((left ?? 0) <= 180).toBe(true);
          const longLapsed = kind === 'certificate-lapsed' && nextStep !== 'finish-re-evaluation' && (left ?? 0) < -365;
          expect(urgency).toBe(URGENCIES[longLapsed ? 3 : left === null ? 1 : left < 0 ? 0 : left <= 30 ? 1 : 2]);
        }
      }),
    );
  });

  it('has a sentence, a next step and, when dated, its day in words, in both languages', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...LOCALES), (facts, locale) => {
        for (const item of attentionItems(facts)) {
          const words = [attentionSentence(item, locale), attentionNextStep(item, locale), attentionDue(item, locale)];
          for (const text of words) expect(text === null ? item.dueOn : text).toBe(text === null ? null : text.normalize('NFC').trim());
          expect(words.join(' ')).not.toMatch(/undefined|null|NaN|!|\{|\}|^ /u);
          expect(NEXT_STEPS).toContain(item.nextStep);
        }
      }),
    );
  });
});

describe('the day of an item in a calendar', () => {
  it('is its last day in time, else the day since which it waits', () => {
    const registrations = [scored('60', 3, '2024-07-03')];
    const dayOf = (more: Partial<AttentionFacts>) =>
      attentionItems(factsOn('2024-07-05', { registrations, ...more })).filter(({ key }) => key === 'result-1').map(attentionCalendarDay);
    expect(dayOf({})).toEqual(['2024-07-09']);
    expect(dayOf({ rounds: [] })).toEqual(['2024-07-03']);
  });
});
