import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificateState, certificateValidTo, currentRecognition, type RecognitionFact } from './certificate.js';
import { addDays, type Day } from './day.js';
import { REGISTRATION_KINDS } from './registration.js';
import { STARS, type Stars } from './stars.js';

const recognition = (decidedOn: Day, stars: Stars = 3, revokedOn: Day | null = null): RecognitionFact => ({
  productId: 7,
  kind: 'new',
  stars,
  decidedOn,
  validTo: certificateValidTo(decidedOn, 36),
  revokedOn,
});

describe('a certificate (QĐ 148/QĐ-TTg: 36 months from the decision)', () => {
  it.each([
    ['2021-08-31', '2024-08-31'],
    ['2024-02-29', '2027-02-28'],
    ['2021-07-09', '2024-07-09'],
    ['2021-12-31', '2024-12-31'],
  ])('decided on %s is valid to %s', (decidedOn, validTo) => {
    expect(certificateValidTo(decidedOn, 36)).toBe(validTo);
  });

  it.each([
    ['2024-03-03', 'valid'],
    ['2024-03-04', 'expiring'],
    ['2024-08-31', 'expiring'],
    ['2024-09-01', 'expired'],
  ])('valid to 31/8/2024 is, on %s, %s (180 days ahead; the last day is still valid)', (asOf, state) => {
    expect(certificateState('2024-08-31', asOf)).toBe(state);
  });

  it.each([
    [0, '2024-08-30', 'valid'],
    [0, '2024-08-31', 'expiring'],
    [30, '2024-07-31', 'valid'],
    [30, '2024-08-01', 'expiring'],
  ])('with a window of %i days is, on %s, %s', (days, asOf, state) => {
    expect(certificateState('2024-08-31', asOf, days)).toBe(state);
  });
});

describe('the recognition in force', () => {
  const three2021 = recognition('2021-08-31', 3);
  const four2023 = recognition('2023-11-20', 4);

  it.each<[string, RecognitionFact[], Day, RecognitionFact | null]>([
    ['none before the first decision', [three2021], '2021-08-30', null],
    ['the first from its own day', [three2021], '2021-08-31', three2021],
    ['the latest by decision day', [three2021, four2023], '2024-04-09', four2023],
    ['the latest by decision day whatever the order of entry', [four2023, three2021], '2024-04-09', four2023],
    ['the earlier one as of a day before the later', [four2023, three2021], '2023-11-19', three2021],
    ['still the last one when it has expired', [three2021], '2025-01-01', three2021],
  ])('is %s', (_rule, recognitions, asOf, expected) => {
    expect(currentRecognition(recognitions, asOf)).toBe(expected);
  });

  it('is lower when the later decision gave fewer stars', () => {
    const three2024 = recognition('2024-07-05', 3);
    expect(currentRecognition([four2023, three2024], '2024-12-31')).toBe(three2024);
  });

  it('is the higher of two decisions of one day', () => {
    const four = recognition('2024-07-05', 4);
    const three = recognition('2024-07-05', 3);
    expect(currentRecognition([three, four], '2024-12-31')).toBe(four);
    expect(currentRecognition([four, three], '2024-12-31')).toBe(four);
  });

  it('ends on its revocation day and not the day before; the one under it, if not revoked, stands again', () => {
    const revoked = recognition('2023-11-20', 4, '2024-05-10');
    expect(currentRecognition([three2021, revoked], '2024-05-09')).toBe(revoked);
    expect(currentRecognition([three2021, revoked], '2024-05-10')).toBe(three2021);
    expect(currentRecognition([revoked], '2024-05-10')).toBeNull();
  });

  it('is never one of 1★ or 2★: they get no decision (QĐ 148/QĐ-TTg)', () => {
    expect(currentRecognition([recognition('2024-07-05', 2), recognition('2024-07-05', 1)], '2024-12-31')).toBeNull();
  });

  it('is never lowered by an older recognition entered later', () => {
    const day = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2020-01-01', n));
    const any = fc.record({
      productId: fc.constant(7),
      kind: fc.constantFrom(...REGISTRATION_KINDS),
      stars: fc.constantFrom(...STARS),
      decidedOn: day,
      revokedOn: fc.option(day),
    }).map((row) => ({ ...row, validTo: certificateValidTo(row.decidedOn, 36) }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), any, fc.nat(6), day, (recognitions, older, at, asOf) => {
        const before = currentRecognition(recognitions, asOf);
        fc.pre(before !== null && older.decidedOn < before.decidedOn);
        expect(currentRecognition(recognitions.toSpliced(at, 0, older), asOf)).toBe(before);
      }),
    );
  });
});
