import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unitListSchema } from '@ocop/contracts';
import { compareVietnamese } from '@ocop/domain';
import { TestApp } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

describe('administrative units', () => {
  it('are the province, the town and its nine communes, by the Vietnamese alphabet', async () => {
    const { items, total } = await app.read(unitListSchema, '/api/v1/units');
    expect(total).toBe(11);
    expect(items.map(({ level }) => level).sort()).toEqual([...Array.from({ length: 9 }, () => 'commune'), 'district', 'province']);
    const names = items.map(({ name }) => name);
    expect(names).toEqual([...names].sort(compareVietnamese));
    expect(new Set(items.filter(({ level }) => level === 'commune').map(({ parentId }) => parentId)).size).toBe(1);
  });

  it('keep Hương Vân and Hương Văn apart: equal without diacritics is not equal', async () => {
    const { items } = await app.read(unitListSchema, '/api/v1/units');
    expect(items.filter(({ name }) => name.startsWith('Hương V')).map(({ code, fullName }) => [code, fullName])).toEqual([
      ['20011', 'Phường Hương Văn'],
      ['20008', 'Phường Hương Vân'],
    ]);
  });

  it('know the spelling of plan 1227, “Hương Chử”, as another name of Phường Hương Chữ', async () => {
    const { items } = await app.read(unitListSchema, '/api/v1/units');
    expect(items.find(({ code }) => code === '20020')).toMatchObject({ fullName: 'Phường Hương Chữ', aliases: ['Hương Chử'] });
  });

  it('end with their last valid day: the district level after 30/6/2025, the province after 31/12/2024', async () => {
    const count = async (asOf: string) => (await app.read(unitListSchema, `/api/v1/units?asOf=${asOf}`)).total;
    expect(await count('2024-12-31')).toBe(11);
    expect(await count('2025-01-01')).toBe(10);
    expect(await count('2025-06-30')).toBe(10);
    expect(await count('2025-07-01')).toBe(0);
  });

  it('name their successor of 1/7/2025', async () => {
    const { items } = await app.read(unitListSchema, '/api/v1/units?asOf=2024-04-09');
    expect(items.find(({ name }) => name === 'Hương Toàn')?.successor).toBe('Phường Kim Trà');
  });

  it('are listed whole with ever=true, also those that have ended: an account may be for the past', async () => {
    app.clock.day = '2026-01-01';
    const now = await app.read(unitListSchema, '/api/v1/units');
    const ever = await app.read(unitListSchema, '/api/v1/units?ever=true');
    app.clock.day = '2024-04-09';
    expect(now.items.map(({ fullName }) => fullName)).not.toContain('Phường Tứ Hạ');
    expect(ever.items.map(({ fullName }) => fullName)).toContain('Phường Tứ Hạ');
    await app.refused(400, '/api/v1/units?ever=1');
  });
});
