import { describe, expect, it } from '@jest/globals';
import { changeProductSchema, changeRegistrationSchema, earlierRecognitionSchema, newProductSchema, newRecognitionSchema, newRegistrationSchema, newStepSchema, type Product } from '@ocop/contracts';
import type { LawRule } from '@ocop/domain';
import { FormReader, type Reading } from '../../lib/reading.js';
import { byLaw, readDecision, readEarlierDecision } from './decision-state.js';
import { changeOf, NEW_PRODUCT, presentProduct, readProduct, readProductChange } from './product-state.js';
import { presentRegistration } from './registration-seen.js';
import { readRegistration, readRegistrationChange } from './registration-state.js';
import { readStep } from './step-state.js';

const reader = () => new FormReader({ day: 'D', choice: 'C', text: 'T' });
const body = <B>(reading: Reading<B>): B | null => ('body' in reading ? reading.body : null);
const seen = { version: 5, kind: 'new', note: '', stage: 'scored-by-town', stageOn: '2024-06-20', roundNo: 1 } as const;
const decided = { stars: 3, decidedOn: '5/7/2024', decisionNumber: '05/QĐ-UBND', authority: 'town' } as const;
const product: Product = {
  id: 1, name: 'Bún Vân Cù', aliases: ['Bún tươi'], producerId: 2, producerName: 'HTX Vân Cù', producerKind: 'cooperative', unitId: 3, unitName: 'Xã Hương Toàn',
  productSetNo: null, version: 2, certificate: 'none', stars: null, decidedOn: null, validTo: null,
};

describe('each form becomes the request of its contract', () => {
  it.each([
    [newStepSchema, readStep({ seen, to: 'sent-to-province', happenedOn: '12/7/2024', round: '', paper: '', reason: '' }, reader())],
    [newRecognitionSchema, readDecision({ seen, ...decided, reason: '' }, reader())],
    [earlierRecognitionSchema, readEarlierDecision({ ...decided, kind: 'new' }, reader())],
    [newProductSchema, readProduct({ ...NEW_PRODUCT, name: 'Bún', producerId: 2 }, reader())],
    [changeProductSchema, readProductChange(changeOf(product), reader())],
    [newRegistrationSchema, readRegistration({ year: 2024, productId: 1, productName: 'Bún', kind: 'new', registeredOn: '2/5/2024', round: '1', paper: '', note: '' }, reader())],
    [changeRegistrationSchema, readRegistrationChange({ seen, kind: 'upgrade', note: '', reason: 'Ghi nhầm loại' }, reader())],
  ])('%#', (schema, reading: Reading<object>) => expect(schema.safeParse(body(reading)).error?.issues).toBeUndefined());

  it('names everything that is not chosen or no day', () => {
    expect(readStep({ seen, to: null, happenedOn: '31/6/2024', round: '', paper: '', reason: '' }, reader())).toEqual({
      faults: [{ path: 'stage', message: 'C' }, { path: 'happenedOn', message: 'D' }],
    });
    expect(readProduct({ ...NEW_PRODUCT, name: 'Bún', producerName: 'htx' }, reader())).toEqual({ faults: [{ path: 'producerId', message: 'C' }] });
  });
});

describe('the record as the API says it stands now', () => {
  it('is read into the fields of the form', () => {
    expect(presentProduct({ ...product, version: 3 })).toMatchObject({ version: 3, aliases: 'Bún tươi', producerName: 'HTX Vân Cù' });
    const state = { id: 1, planId: 1, productName: 'Bún', steps: 4, version: 6, kind: 'new', note: null, stage: 'received', stageOn: '2024-05-20', roundNo: null };
    expect(presentRegistration(state)).toEqual({ version: 6, kind: 'new', note: '', stage: 'received', stageOn: '2024-05-20', roundNo: null });
    expect(presentRegistration(undefined)).toBeNull();
  });
});

describe('the authority of a decision', () => {
  const law: LawRule[] = [
    { topic: 'recognition-authority', validFrom: '2023-02-24', legalBasis: 'QĐ 148/QĐ-TTg', value: { 3: 'town', 4: 'province', 5: 'ministry' } },
    { topic: 'recognition-authority', validFrom: '2025-07-06', legalBasis: 'QĐ 1489/QĐ-TTg', value: { 3: 'province', 4: 'province', 5: 'ministry' } },
  ];
  const typed = { stars: 3 as const, decidedOn: '5/7/2024', decisionNumber: '99/QĐ-UBND', authority: null };

  it('is that of the law of the day, also when the law arrives after stars and day were typed', () => {
    expect(byLaw(typed, []).authority).toBeNull();
    expect(byLaw(typed, law).authority).toBe('town');
    expect(byLaw({ ...typed, decidedOn: '6/7/2025' }, law).authority).toBe('province');
  });

  it('is one’s own choice once made, and nothing on a day before any law on record', () => {
    expect(byLaw({ ...typed, authority: 'province' as const }, law).authority).toBe('province');
    expect(byLaw({ ...typed, decidedOn: '23/02/2023' }, law).authority).toBeNull();
  });
});
