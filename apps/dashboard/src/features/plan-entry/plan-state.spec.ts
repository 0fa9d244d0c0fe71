import { describe, expect, it } from '@jest/globals';
import { changePlanSchema, newPlanSchema, type PlanForm } from '@ocop/contracts';
import { FormReader } from '../../lib/reading.js';
import { changeOf, planAfter, presentPlan, readPlan, readPlanChange, titleFor, type NewPlanState } from './plan-state.js';

const BEFORE: PlanForm = {
  year: 2024,
  version: 1,
  number: '1227/KH-UBND',
  issuedOn: '2024-04-09',
  title: 'Triển khai Chương trình OCOP thị xã Hương Trà năm 2024',
  supplementBefore: '2024-06-10',
  targets: [{ indicatorId: 'newly-recognised-products', clause: 'II.2', text: 'công nhận thêm ít nhất 02 sản phẩm OCOP', minimum: 2 }],
  rounds: [{ no: 1, clause: 'III.3', townRecognitionBefore: '2024-07-10', dossiersToProvinceBefore: '2024-07-15' }],
  reports: [{ period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueBefore: '2024-06-15' }],
  legalBasis: [{ number: '148/QĐ-TTg', date: '2023-02-24', issuer: 'Thủ tướng Chính phủ' }],
  signature: { onBehalfOf: 'TM. ỦY BAN NHÂN DÂN', capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Việt Hà' },
  recipients: ['UBND tỉnh'],
};
const words = { yearFault: 'Y', minimumFault: 'M' };
const empty = planAfter(BEFORE);
const filled: NewPlanState = {
  ...empty,
  number: '910/KH-UBND', issuedOn: '8/4/2025', supplementBefore: '10/6/2025',
  rounds: [{ clause: 'III.3', townRecognitionBefore: '10/7/2025', dossiersToProvinceBefore: '15/7/2025' }],
};
const read = (changes: Partial<NewPlanState>) => readPlan(2024, words)({ ...filled, ...changes }, new FormReader({ day: 'D', choice: 'C', text: 'T' }));

describe('the form of the plan of a new year', () => {
  it('carries texts and papers over, the title with the new year, and invents no number, day or least number', () => {
    expect(empty).toEqual({
      year: '2025', number: '', issuedOn: '', supplementBefore: '', title: 'Triển khai Chương trình OCOP thị xã Hương Trà năm 2025',
      targets: [{ indicatorId: 'newly-recognised-products', clause: 'II.2', text: 'công nhận thêm ít nhất 02 sản phẩm OCOP', minimum: '' }],
      rounds: [{ clause: 'III.3', townRecognitionBefore: '', dossiersToProvinceBefore: '' }],
      reports: [{ period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueBefore: '' }],
      legalBasis: [{ number: '148/QĐ-TTg', date: '24/02/2023', issuer: 'Thủ tướng Chính phủ' }],
      onBehalfOf: 'TM. ỦY BAN NHÂN DÂN', capacity: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH', signatory: 'Nguyễn Việt Hà', recipients: ['UBND tỉnh'],
    });
    expect(titleFor(BEFORE, '2027')).toBe('Triển khai Chương trình OCOP thị xã Hương Trà năm 2027');
  });

  it('becomes what the API takes: rounds by their place, days, lines, nothing where nothing is set', () => {
    const reading = read({ targets: [{ ...empty.targets[0], indicatorId: 'newly-recognised-products', clause: 'II.2', text: 'ít nhất 03', minimum: ' 3 ' }], capacity: ' CHỦ TỊCH \n\n' });
    expect(reading).toMatchObject({
      body: {
        fromYear: 2024, year: 2025, issuedOn: '2025-04-08', targets: [{ minimum: 3 }], rounds: [{ no: 1, townRecognitionBefore: '2025-07-10' }],
        reports: [{ dueBefore: null }], legalBasis: [{ date: '2023-02-24' }], signature: { capacity: ['CHỦ TỊCH'], name: 'Nguyễn Việt Hà' },
      },
    });
    expect('body' in reading && newPlanSchema.safeParse(reading.body).success).toBe(true);
  });

  it('tells everything that cannot be read, each at its own field', () => {
    const faults = read({
      year: '25', number: ' ', issuedOn: '31/2/2025', targets: [{ indicatorId: null, clause: 'II.2', text: '', minimum: 'hai' }],
      rounds: [{ clause: '', townRecognitionBefore: '', dossiersToProvinceBefore: 'mai' }], recipients: [''], signatory: '',
    });
    expect('faults' in faults ? faults.faults.map(({ path, message }) => `${path} ${message}`) : []).toEqual([
      'year Y', 'number T', 'issuedOn D', 'targets.0.indicatorId C', 'targets.0.text T', 'targets.0.minimum M',
      'rounds.0.clause T', 'rounds.0.townRecognitionBefore T', 'rounds.0.dossiersToProvinceBefore D', 'signature.name T', 'recipients.0 T',
    ]);
  });
});

describe('the form that puts a plan right', () => {
  const reader = () => new FormReader({ day: 'D', choice: 'C', text: 'T' });

  it('holds all that the plan says, and sends the same back with why; without a reason nothing', () => {
    const reading = readPlanChange(words)({ ...changeOf(BEFORE), reason: 'ghi nhầm' }, reader());
    const { year: _, ...plan } = BEFORE;
    expect(reading).toEqual({ body: { ...plan, reason: 'ghi nhầm' } });
    expect('body' in reading && changePlanSchema.safeParse(reading.body).success).toBe(true);
    expect(readPlanChange(words)(changeOf(BEFORE), reader())).toEqual({ faults: [{ path: 'reason', message: 'T' }] });
  });

  it('knows the plan as it stands now, when somebody else changed it', () => {
    expect(presentPlan({ ...BEFORE, version: 2, number: '1228/KH-UBND' })).toMatchObject({ version: 2, number: '1228/KH-UBND', issuedOn: '09/4/2024' });
    expect(presentPlan({ year: 2024 })).toBeNull();
  });
});
