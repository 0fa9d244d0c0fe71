import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withRowScope } from '../database/row-scope.js';
import { TestApp } from '../../testing/test-app.js';
import { GuessesService } from './guesses.service.js';

let app: TestApp;
let guesses: GuessesService;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-04-09' });
  guesses = app.app.get(GuessesService);
});
afterAll(() => app.close());

describe('an attempt that is judged while it is counted', () => {
  const counts = [{ countedUnder: 'name and address ai-do 127.0.0.1', free: 3 }];
  const attempt = async (judge: () => Promise<string>) => guesses.attemptWhile(counts, await guesses.standing(counts), judge);

  it('is told only once it is counted, and not judged at all by who has to wait (ASVS 6.3.1)', async () => {
    let judged = 0;
    const judge = () => Promise.resolve(`judged ${(judged += 1)}`);
    for (const answer of ['judged 1', 'judged 2', 'judged 3']) {
      expect(await attempt(judge)).toBe(answer);
      const [kept] = await app.db.query<{ count: number }[]>('select count from wrong_guess where counted_under = $1', [counts[0]?.countedUnder]);
      expect(`judged ${kept?.count}`).toBe(answer);
    }
    await expect(attempt(judge)).rejects.toMatchObject({ code: 'too-many-attempts', retryAfter: 1 });
    expect(judged).toBe(3);
  });

  it('is not told when others at the same moment came before it', async () => {
    await app.db.query('delete from wrong_guess');
    const before = await guesses.standing(counts);
    const answers = await Promise.allSettled(Array.from({ length: 9 }, () => guesses.attemptWhile(counts, before, () => Promise.resolve('told'))));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });
});

describe('right attempts of many at once, behind one address', () => {
  it('are all taken back, and none waits for another in a circle', async () => {
    const names = ['binh', 'an', 'cuc'];
    const from = (name: string, address: string) => [
      { countedUnder: `name and address ${name} ${address}`, free: 1_000 },
      { countedUnder: `address ${address}`, free: 1_000, shared: true },
      { countedUnder: `name ${name}`, free: 1_000, shared: true },
    ];
    const person = async (no: number) => {
      for (let time = 0; time < 30; time += 1) {
        const counts = from(names[(no + time) % 3] ?? '', `10.0.0.${(no * time) % 2}`);
        await guesses.attempt(counts);
        await guesses.succeed(counts);
      }
    };
    await app.db.query('delete from wrong_guess');
    await withRowScope(null, () => Promise.all(Array.from({ length: 10 }, (_, no) => person(no))));
    expect(await app.db.query('select counted_under, count from wrong_guess where count > 0')).toEqual([]);
  });
});
