import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCommand, readFiles } from './plan.js';

const data = join(import.meta.dirname, '..', '..', 'data');
const units = join(data, 'admin-units.json');
const plan = join(data, 'plan-1227.json');
const USAGE = 'Cách dùng: npm run plan -- load --units TỆP.json --plan TỆP.json';

describe('npm run plan', () => {
  it('reads its two files from the folder one stands in', () => {
    expect(readCommand(['load', '--units', 'a.json', '--plan', '/b/c.json'], '/somewhere')).toEqual({ units: '/somewhere/a.json', plan: '/b/c.json' });
  });

  it.each([[[]], [['load']], [['load', '--units', 'a.json']], [['load', '--units', '', '--plan', 'b.json']], [['reload', '--units', 'a', '--plan', 'b']], [['load', '--units', 'a', '--plan', 'b', '--demo']]])(
    'says how it is used when asked by %j',
    (args) => {
      expect(() => readCommand(args, '/')).toThrow(USAGE);
    },
  );

  it('names the file that cannot be read, or is not what it should be, before anything is opened', async () => {
    expect(await readFiles({ units, plan })).toMatchObject({ plan: expect.any(Uint8Array) });
    await expect(readFiles({ units: join(data, 'none.json'), plan })).rejects.toThrow(`không đọc được tệp ${join(data, 'none.json')}: ENOENT`);
    await expect(readFiles({ units, plan: data })).rejects.toThrow(`không đọc được tệp ${data}: EISDIR`);
    await expect(readFiles({ units: plan, plan })).rejects.toThrow(`Tệp kế hoạch ${plan} có lỗi, chưa nạp gì cả: dòng 1: province: `);
  });
});
