import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indicatorListSchema, productListSchema, productStorySchema, registrationListSchema, type ProductStory } from '@ocop/contracts';
import { addDays, certificateState, currentRecognition, evaluationOutcome, REGISTRATION_MOVES, type Day, type RegistrationStage, type Stars } from '@ocop/domain';
import fc from 'fast-check';
import { addProduct } from '../../testing/facts.js';
import { detail, idOf, newDecision, newResult, newStep } from '../../testing/programme.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

// Random histories typed by people over HTTP, right and wrong. Whatever was taken and whatever was refused, the records
// agree with the rules of the domain, and what happened after a day never changes what is answered for that day.

const START = '2024-05-02';
const TODAY = '2024-12-31';
const STAGES = Object.keys(REGISTRATION_MOVES) as RegistrationStage[];

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: TODAY });
});
afterAll(() => app.close());

const act = fc.record({
  kind: fc.constantFrom('step', 'step', 'score', 'score', 'province', 'correct', 'decide', 'decide', 'undo', 'earlier', 'revoke', 'revoke'),
  /** Days after the last thing that happened; sometimes before it. */
  after: fc.integer({ min: -3, max: 30 }),
  stage: fc.nat(STAGES.length - 1),
  next: fc.boolean(),
  total: fc.constantFrom('29,9999', '55', '69,9999', '70', '72,5', '90', '95'),
  cap: fc.constantFrom<Stars>(3, 4, 5),
  disqualified: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
  stars: fc.constantFrom(3, 4, 5),
  authority: fc.constantFrom('town' as const, 'town' as const, 'province' as const, 'ministry' as const),
  roundNo: fc.constantFrom(null, 1, 2),
});
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** The day something happens: after the last thing, never after today. */
const dayAfter = (last: Day, days: number): Day => {
  const day = addDays(last, days);
  return day > TODAY ? TODAY : day;
};

async function perform(registration: number, product: number, one: Act): Promise<Answer> {
  const { registration: now, moves, evaluations } = await detail(app, registration);
  const { version } = now;
  const on = dayAfter(now.stageOn, one.after);
  const post = (path: string, body: object) => app.post(`/api/v1/${path}`, body);
  const possible = moves[one.stage % Math.max(moves.length, 1)]?.stage;
  const stage = one.next && possible !== undefined ? possible : (STAGES[one.stage] ?? 'registered');
  const result = { starCap: one.cap, roundNo: one.roundNo, reason: 'bỏ bước', disqualification: one.disqualified ? 'nguyên liệu nhập khẩu' : null };
  switch (one.kind) {
    case 'step':
      return post(`registrations/${registration}/steps`, newStep(version, stage, on, { reason: 'lý do', roundNo: stage === 'moved-to-next-round' ? 2 : one.roundNo }));
    case 'score':
      return post(`registrations/${registration}/evaluations`, newResult(version, on, one.total, result));
    case 'province':
      return post(`registrations/${registration}/evaluations`, newResult(version, on, one.total, { ...result, level: 'province' }));
    case 'correct': {
      const of = evaluations.findLast(({ annulled }) => annulled === null);
      return post(`registrations/${registration}/evaluations`, newResult(version, of?.evaluatedOn ?? on, one.total, { ...result, level: of?.level ?? 'town', corrects: { id: of?.id ?? 1, reason: 'nhầm' } }));
    }
    case 'decide': {
      const rightly = now.stage === 'sent-to-province' ? ([4, 'province'] as const) : ([3, 'town'] as const);
      const [stars, authority] = one.next ? rightly : ([one.stars, one.authority] as const);
      return post(`registrations/${registration}/recognitions`, newDecision(version, on, stars, authority, { reason: 'lý do' }));
    }
    case 'undo':
      return post(`registrations/${registration}/undo`, { version, reason: 'ghi nhầm' });
    case 'earlier':
      return post(`products/${product}/recognitions`, { stars: 3, decidedOn: addDays('2023-06-01', one.after), decisionNumber: 'cũ', authority: 'town', kind: one.next ? 'new' : 'upgrade' });
    default: {
      const { recognitions } = await app.read(productStorySchema, `/api/v1/products/${product}`);
      const of = recognitions.findLast(({ annulled }) => annulled === null);
      const revocation = of?.revocations.find(({ annulled }) => annulled === null);
      if (revocation !== undefined && one.next) return post(`revocations/${revocation.id}/annulment`, { reason: 'ghi nhầm' });
      return post(`recognitions/${of?.id ?? 999_999}/revocation`, { revokedOn: dayAfter(of?.decidedOn ?? on, Math.abs(one.after)), paper: 'thu hồi', reason: 'vi phạm' });
    }
  }
}

function expectLawful({ product, registrations, recognitions }: ProductStory, asOf: Day): void {
  const standing = recognitions.filter(({ annulled }) => annulled === null);
  const current = currentRecognition(standing.map((one) => ({ ...one, stars: one.stars as Stars })), asOf);
  expect({ stars: product.stars, decidedOn: product.decidedOn, validTo: product.validTo, certificate: product.certificate }).toEqual({
    stars: current?.stars ?? null, decidedOn: current?.decidedOn ?? null, validTo: current?.validTo ?? null,
    certificate: current === null ? 'none' : certificateState(current.validTo, asOf),
  });
  for (const { revokedOn, revocations } of standing) {
    expect([revokedOn].filter((day) => day !== null)).toEqual(revocations.filter(({ annulled }) => annulled === null).map((one) => one.revokedOn));
  }
  expect(standing.filter(({ kind }) => kind === 'new').length).toBeLessThanOrEqual(1);
  expect(new Set(standing.map(({ decidedOn }) => decidedOn)).size).toBe(standing.length);
  for (const { registration, steps, evaluations, recognitions: decided } of registrations) {
    const path = steps.filter(({ annulled }) => annulled === null);
    expect(path.at(-1)?.stage).toBe(registration.stage);
    expect(path.map(({ happenedOn }) => happenedOn)).toEqual(path.map(({ happenedOn }) => happenedOn).sort());
    for (const [index, { stage, reason }] of path.entries()) {
      const from = path[index - 1]?.stage;
      const kind = from === undefined ? 'next' : REGISTRATION_MOVES[from][stage];
      expect({ from, stage, kind: kind ?? 'impossible', reasoned: kind === 'next' || reason !== null }).toEqual({ from, stage, kind: kind ?? 'a move', reasoned: true });
    }
    const results = evaluations.filter(({ annulled }) => annulled === null);
    for (const { points, starCap, disqualification, stars, band } of results) {
      const outcome = evaluationOutcome([{ a: null, b: null, c: null, total: points }], starCap as Stars, disqualification !== null);
      expect({ points, stars, band }).toEqual({ points, stars: outcome?.stars ?? null, band: outcome?.band });
    }
    for (const { stars, decidedOn, authority, annulled } of decided) {
      if (annulled !== null) continue;
      const known = results.filter(({ evaluatedOn }) => evaluatedOn <= decidedOn);
      const ground = known.findLast(({ level }) => level === authority) ?? known.findLast(({ level }) => level === 'town');
      expect({ stars, enough: (ground?.stars ?? 0) >= stars }).toEqual({ stars, enough: true });
    }
  }
}

/** What is answered for a day. */
async function answers(asOf: Day): Promise<object> {
  const list = await app.read(registrationListSchema, `/api/v1/registrations?year=2024&asOf=${asOf}&pageSize=200`);
  const indicators = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${asOf}`);
  // The version counts changes to the record, whenever they happened.
  return { list: { ...list, items: list.items.map((item) => ({ ...item, version: 0 })) }, indicators };
}

describe('whatever people enter', () => {
  it('the records agree with the domain, and what happens after a day changes nothing that is answered for it', async () => {
    let made = 0;
    const taken = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), fc.array(act, { minLength: 1, maxLength: 3 }), async (before, after) => {
        const name = `Bánh ngẫu nhiên số ${(made += 1)}.`;
        await addProduct(app.db, name);
        const product = await idOf(app, 'product', name);
        const registered = await app.post('/api/v1/registrations', { year: 2024, productId: product, kind: 'new', registeredOn: START, roundNo: null, paper: null, note: null });
        const { id } = registered.body as { id: number };
        const enter = async (one: Act) => {
          const answer = await perform(id, product, one);
          expect([200, 201, 400, 404]).toContain(answer.status);
          if (answer.status < 300) taken.add(one.kind);
          return answer.status < 300;
        };
        for (const one of before) await enter(one);
        const story = await app.read(productStorySchema, `/api/v1/products/${product}`);
        expectLawful(story, TODAY);
        const { items } = await app.read(productListSchema, `/api/v1/products?${new URLSearchParams({ search: name }).toString()}`);
        expect(items.filter((item) => item.id === product)).toEqual([story.product]);
        const listed = await app.read(registrationListSchema, `/api/v1/registrations?year=2024&${new URLSearchParams({ search: name }).toString()}`);
        expect(listed.items.find((item) => item.id === id)).toEqual(story.registrations[0]?.registration);

        // What is entered now happens after the last day on record; corrections and undoing are of the past and change it.
        const asOf = story.registrations[0]?.registration.stageOn ?? START;
        if (asOf === TODAY) return;
        const frozen = await answers(asOf);
        for (const one of after.filter(({ kind }) => ['step', 'score', 'province', 'decide'].includes(kind))) await enter({ ...one, after: Math.abs(one.after) + 1 });
        expect(await answers(asOf)).toEqual(frozen);
      }),
      { numRuns: 50, seed: 1227, endOnFailure: true },
    );
    // Nothing of this was vacuous.
    expect([...taken].sort()).toEqual(['correct', 'decide', 'earlier', 'province', 'revoke', 'score', 'step', 'undo']);
  }, 240_000);
});
