import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createApp } from '../../create-app.js';
import { FixedClock } from '../../testing/fixed-clock.js';
import { addPerson } from '../../testing/people.js';
import { TestApp } from '../../testing/test-app.js';
import { silentLog, testInstallation } from '../../testing/test-database.js';
import { Housekeeping } from './housekeeping.js';
import { checkEveryRouteDeclared, Public } from './route-access.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
});
afterAll(() => app.close());

@Controller('open')
class OpenController {
  @Get('declared')
  @Public()
  declared() {
    return {};
  }

  @Get('forgotten')
  forgotten() {
    return {};
  }
}
@Module({ controllers: [OpenController] })
class OpenModule {}

describe('deny by default', () => {
  it('a route that does not say who may use it keeps the program from starting (ASVS 8.2.1)', async () => {
    const open = await NestFactory.createApplicationContext(OpenModule, { logger: false });
    expect(() => checkEveryRouteDeclared(open)).toThrow('OpenController.forgotten');
    await open.close();
  });
});

describe('two processes over one database', () => {
  it('a session ended or a role taken away in one is gone in the other within a moment', async () => {
    const second = await createApp({ dataSource: app.appData, clock: new FixedClock('2024-04-09'), installation: testInstallation, log: silentLog, dashboard: null });
    const { cookie, accountId } = await addPerson(app.db, app.clock.now(), ['finance']);
    const status = async () => (await second.inject({ url: '/api/v1/plans', headers: { cookie } })).statusCode;
    expect(await status()).toBe(200);
    await app.db.query(`update account set roles = array['administrator'] where id = $1`, [accountId]);
    await expect(eventually(status, 403)).resolves.toBe(403);
    await app.as({ cookie }).request('/api/v1/session', { method: 'DELETE' });
    await expect(eventually(status, 401)).resolves.toBe(401);
    await second.close();
  });
});

describe('housekeeping', () => {
  it('forgets ended sessions after 90 days, wrong guesses after a day, unused devices after a year, and nothing sooner', async () => {
    const { accountId } = await addPerson(app.db, app.clock.now(), ['finance']);
    const ages = async () => {
      const [row] = await app.db.query<{ sessions: number; guesses: number; devices: number }[]>(
        `select (select count(*)::int from session where account_id = $1) as sessions, (select count(*)::int from wrong_guess) as guesses,
           (select count(*)::int from known_device where account_id = $1) as devices`,
        [accountId],
      );
      return row;
    };
    const ago = (days: number) => new Date(app.clock.now().getTime() - days * 86_400_000);
    await app.db.query('update session set signed_in_at = $2, ended_at = $2 where account_id = $1', [accountId, ago(89)]);
    await app.db.query(`insert into wrong_guess (counted_under, count, last_at) values ('a', 1, $1), ('b', 1, $2)`, [ago(0.9), ago(1.1)]);
    await app.db.query(`insert into known_device values (repeat('1', 64), $1, $2), (repeat('2', 64), $1, $3)`, [accountId, ago(364), ago(366)]);
    const housekeeping = app.app.get(Housekeeping);
    await housekeeping.tidy();
    expect(await ages()).toEqual({ sessions: 1, guesses: 1, devices: 1 });
    await app.db.query('update session set signed_in_at = $2, ended_at = $2 where account_id = $1', [accountId, ago(91)]);
    await housekeeping.tidy();
    expect(await ages()).toEqual({ sessions: 0, guesses: 1, devices: 1 });
  });
});

/** Asks until the answer is the expected one, for less than the ten seconds that a session is kept; gives the last answer. */
async function eventually(ask: () => Promise<number>, expected: number): Promise<number> {
  let answer = await ask();
  for (const since = performance.now(); answer !== expected && performance.now() - since < 8_000; ) answer = await ask();
  return answer;
}
