import { describe, expect, it } from '@jest/globals';
import { newActivitySchema, type Activity, type Unit } from '@ocop/contracts';
import { FormReader } from '../../lib/reading.js';
import { placesOf } from './activity-places.js';
import { newActivity, nextActivity, readActivity, typedActivity, WHOLE } from './activity-state.js';

const reader = () => new FormReader({ day: 'D', choice: 'C', text: 'T' });
const read = (changes: Partial<ReturnType<typeof newActivity>>) =>
  readActivity(2024, { participantsFault: 'P' })({ ...newActivity('12/4/2024', '3'), workArea: '1', name: 'Lớp tập huấn', ...changes }, reader());
const activity: Activity = {
  id: 7, workArea: 5, workAreaName: 'Xúc tiến thương mại sản phẩm OCOP', name: 'Hội chợ', heldOn: '2024-05-01', endedOn: '2024-05-03', unitId: null, unitName: null,
  participants: 1200, paper: '12/BC-UBND', note: null, enteredBy: null, enteredAt: '2024-05-04T01:00:00.000Z',
};

describe('the form of an activity (KH 1227, III) becomes the request of its contract', () => {
  it('of a commune and a day, or of the whole town, with those who came', () => {
    expect(read({})).toEqual({
      body: { year: 2024, workArea: 1, name: 'Lớp tập huấn', heldOn: '2024-04-12', endedOn: null, unitId: 3, participants: null, paper: null, note: null },
    });
    const whole = read({ place: WHOLE, participants: '1.200' });
    expect(whole).toMatchObject({ body: { unitId: null, participants: 1200 } });
    expect(newActivitySchema.safeParse('body' in whole ? whole.body : null).success).toBe(true);
  });

  it('has a last day only when it took several', () => {
    expect(read({ endedOn: '14/4/2024' })).toMatchObject({ body: { endedOn: null } });
    expect(read({ severalDays: true, endedOn: '14/4/2024' })).toMatchObject({ body: { endedOn: '2024-04-14' } });
    expect(read({ severalDays: true, endedOn: '12/4/2024' })).toMatchObject({ body: { endedOn: null } });
    expect(read({ severalDays: true })).toEqual({ faults: [{ path: 'endedOn', message: 'T' }] });
  });

  it('names everything that is missing or cannot be read', () => {
    expect(read({ workArea: '', name: ' ', heldOn: '31/4/2024', place: '', participants: '1,5' })).toEqual({
      faults: [
        { path: 'workArea', message: 'C' }, { path: 'name', message: 'T' }, { path: 'heldOn', message: 'D' }, { path: 'unitId', message: 'C' }, { path: 'participants', message: 'P' },
      ],
    });
  });

  it('is filled with one taken back as that was, and with what the next one is likely to share', () => {
    expect(readActivity(2024, { participantsFault: 'P' })(typedActivity(activity), reader())).toEqual({
      body: { year: 2024, workArea: 5, name: 'Hội chợ', heldOn: '2024-05-01', endedOn: '2024-05-03', unitId: null, participants: 1200, paper: '12/BC-UBND', note: null },
    });
    expect(nextActivity(typedActivity(activity))).toEqual({ ...newActivity('01/5/2024', WHOLE), workArea: '5' });
  });
});

describe('where somebody may enter activities', () => {
  const unit = (id: number, parentId: number | null, name: string, more: Partial<Unit> = {}): Unit => ({
    id, code: String(id), type: 'Xã', name, fullName: `Xã ${name}`, level: 'commune', parentId, validFrom: null, validTo: null, successor: null, aliases: [], ...more,
  });
  const units = [
    unit(1, null, 'Thừa Thiên Huế', { level: 'province' }), unit(2, 1, 'Hương Trà', { level: 'district' }), unit(3, 2, 'Tứ Hạ'), unit(4, 2, 'Bình Thành'),
    unit(5, 1, 'của huyện khác'),
  ];
  const places = (scope: number[] | null) => {
    const { communes, whole } = placesOf(units, 2, scope?.map((id) => ({ id, fullName: '' })) ?? null);
    return [communes.map(({ id }) => id), whole];
  };

  it.each([
    ['everywhere', null, [[4, 3], true]],
    ['in the whole town', [2], [[4, 3], true]],
    ['in the province above it', [1], [[4, 3], true]],
    ['in one commune: there alone, and not of the whole town', [3], [[3], false]],
  ])('who sees rows %s', (_who, scope, expected) => expect(places(scope)).toEqual(expected));
});
