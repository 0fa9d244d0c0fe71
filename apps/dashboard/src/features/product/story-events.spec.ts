import { describe, expect, it } from '@jest/globals';
import type { Evaluation, ProductStory, Recognition, RegistrationDetail, RegistrationStep, Revocation } from '@ocop/contracts';
import { byYear, storyEvents } from './story-events.js';

const entered = { enteredBy: 'Phòng Kinh tế', enteredAt: '2024-06-20T08:00:00.000Z', annulled: null };
const gone = { at: '2024-06-21T08:00:00.000Z', by: 'Phòng Kinh tế', reason: 'Ghi nhầm' };
const step = (id: number, stage: RegistrationStep['stage'], happenedOn: string, changes: Partial<RegistrationStep> = {}): RegistrationStep => ({
  id, stage, happenedOn, roundNo: 1, paper: null, reason: null, ...entered, ...changes,
});
const result = (id: number, changes: Partial<Evaluation> = {}): Evaluation => ({
  id, level: 'town', evaluatedOn: '2024-06-20', roundNo: 1, members: null, memberCount: 7, partA: null, partB: null, partC: null, points: '72.5',
  starCap: 3, band: 4, stars: 3, disqualification: null, paper: null, corrects: null, ...entered, ...changes,
});
const decision = (id: number, changes: Partial<Recognition> = {}): Recognition => ({
  id, productId: 1, registrationId: 1, kind: 'new', stars: 3, decidedOn: '2024-07-05', decisionNumber: '05/QĐ-UBND', authority: 'town',
  validTo: '2027-07-05', revokedOn: null, revocations: [], ...entered, ...changes,
});
const revocation = (id: number, changes: Partial<Revocation> = {}): Revocation => ({
  id, revokedOn: '2022-03-01', paper: '9/QĐ-UBND', reason: 'Vi phạm', ...entered, ...changes,
});

function story(detail: Partial<RegistrationDetail>, recognitions: Recognition[]): ProductStory {
  const registration = { id: 1, kind: 'new', version: 4 } as RegistrationDetail['registration'];
  const registrations = [{ registration, year: 2024, steps: [], evaluations: [], moves: [], ...detail, recognitions: recognitions.filter(({ registrationId }) => registrationId === 1) }];
  return { registrations, recognitions, inspections: [] } as unknown as ProductStory;
}
const told = (events: ReturnType<typeof storyEvents>) => events.map(({ key }) => key);

describe('the story of a product', () => {
  it('is told newest first; a step stands with the result or the decision it came with', () => {
    const steps = [step(1, 'registered', '2024-05-02'), step(2, 'scored-by-town', '2024-06-20'), step(3, 'recognised-3', '2024-07-05')];
    const events = storyEvents(story({ steps, evaluations: [result(7)] }, [decision(9)]));
    expect(told(events)).toEqual(['step-3', 'step-2', 'step-1']);
    expect(events.map((event) => event.kind === 'step' && [event.result?.id, event.decision?.id, event.last])).toEqual([
      [undefined, 9, true], [7, undefined, false], [undefined, undefined, false],
    ]);
  });

  it('keeps a corrected result beside the one that stands, and never ties it to the step that stands', () => {
    const steps = [step(1, 'registered', '2024-05-02'), step(2, 'scored-by-town', '2024-06-20')];
    const events = storyEvents(story({ steps, evaluations: [result(7, { annulled: gone }), result(8, { corrects: 7 })] }, []));
    expect(events.map((event) => [event.key, event.kind === 'step' ? event.result?.id : undefined, event.annulled !== null])).toEqual([
      ['result-7', undefined, true], ['step-2', 8, false], ['step-1', undefined, false],
    ]);
  });

  it('offers the last step that stands for taking back, the registering never', () => {
    const steps = [step(1, 'registered', '2024-05-02'), step(2, 'received', '2024-05-20', { annulled: gone })];
    expect(storyEvents(story({ steps }, [])).some((event) => event.kind === 'step' && event.last)).toBe(false);
  });

  it('tells a revocation on its own day, decisions of before without a registration, and each year by itself', () => {
    const before = decision(4, { registrationId: null, decidedOn: '2021-08-31', validTo: '2024-08-31', revokedOn: '2022-03-01', revocations: [revocation(6)] });
    expect(byYear(storyEvents(story({}, [before]))).map(({ year, events }) => [year, ...told(events)])).toEqual([
      ['2022', 'revocation-6'], ['2021', 'decision-4'],
    ]);
  });

  it('tells a revocation that was taken back, by whom and why, beside the one that stands', () => {
    const twice = decision(4, { revokedOn: '2022-03-01', revocations: [revocation(5, { annulled: gone }), revocation(6)] });
    const events = storyEvents(story({}, [twice])).filter(({ kind }) => kind === 'revocation');
    expect(events.map(({ key, annulled }) => [key, annulled?.reason ?? null])).toEqual([['revocation-6', null], ['revocation-5', 'Ghi nhầm']]);
    const withDecision = storyEvents(story({}, [decision(4, { annulled: gone, revocations: [revocation(6)] })]));
    expect(withDecision.every(({ annulled }) => annulled !== null)).toBe(true);
  });
});
