import { describe, expect, it } from '@jest/globals';
import { openEmptyApp } from '../../testing/test-database.js';
import { FirstAdministrator } from './first-administrator.js';

describe('the first administrator', () => {
  it('is made once, also by two processes that start at the same moment', async () => {
    const { db, app: empty, close } = await openEmptyApp('2024-04-09');
    const first = empty.get(FirstAdministrator);
    const made = await Promise.all([first.makeOnce(null), first.makeOnce(null), first.makeOnce('mat khau cua nguoi cai dat')]);
    expect(made.filter((one) => one !== null)).toHaveLength(1);
    expect(await db.query('select username, roles from account')).toEqual([{ username: 'admin', roles: ['administrator', 'economic-office', 'finance'] }]);
    await close();
  });
});
