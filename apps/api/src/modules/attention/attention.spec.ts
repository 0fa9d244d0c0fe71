import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { attentionListSchema, forecastAnswerSchema, indicatorListSchema, newCalendarFeedSchema } from '@ocop/contracts';
import { addDays, type Day } from '@ocop/domain';
import { addProduct, reachStage, recognise, register, revoke, score } from '../../testing/facts.js';
import { addPerson } from '../../testing/people.js';
import { TestApp, type Answer } from '../../testing/test-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
});
afterAll(() => app.close());
beforeEach(() => {
  app.clock.day = '2024-12-31';
});

const attention = async (asOf: Day) => (await app.read(attentionListSchema, `/api/v1/attention?year=2024&asOf=${asOf}`)).items;
const keys = async (asOf: Day) => (await attention(asOf)).map(({ kind, key }) => `${kind} ${key}`);
const forecastOn = async (asOf: Day) => (await app.read(forecastAnswerSchema, `/api/v1/forecast?year=2024&asOf=${asOf}`)).forecast;

describe('what waits for somebody', () => {
  it('on the eve of 10/6/2024 the supplements are due that day, and on 10/6 no longer (V.4)', async () => {
    expect((await attention('2024-06-09')).find(({ kind }) => kind === 'supplements-due')).toMatchObject({ daysLeft: 0, dueOn: '2024-06-09', urgency: 'soon' });
    expect(await keys('2024-06-10')).not.toContain('supplements-due supplements');
  });

  it('round 1 is missed from 10/7/2024 while nothing is recognised (III.3), and a decision in time ends that', async () => {
    expect(await keys('2024-07-10')).toContain('recognition-missed recognition-1');
    await reachStage(app.db, 'Kiệu Hương Chử', 'recognised-3', '2024-07-09', 1);
    await recognise(app.db, 'Kiệu Hương Chử', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    expect(await keys('2024-07-10')).not.toContain('recognition-missed recognition-1');
  });

  it('a dossier of 72 points is to be sent to the province before 15/7/2024 (III.3), one capped at 3★ waits for its decision', async () => {
    await score(app.db, 'Quýt Thanh Bình', '2024-07-01', '72', 4, 4);
    await reachStage(app.db, 'Quýt Thanh Bình', 'scored-by-town', '2024-07-01', 1);
    await score(app.db, 'Bưởi da xanh Bình Thành', '2024-07-01', '72', 3, 3);
    await reachStage(app.db, 'Bưởi da xanh Bình Thành', 'scored-by-town', '2024-07-01', 1);
    const items = await attention('2024-07-10');
    expect(items.find(({ key }) => key === 'sending-1')).toMatchObject({ kind: 'sending-due', count: 1, dueOn: '2024-07-14', daysLeft: 4 });
    expect(items.filter(({ kind }) => kind === 'result-without-decision').map(({ subject }) => 'name' in subject && subject.name)).toEqual(['Bưởi da xanh Bình Thành']);
  });

  it('a certificate is told 180, 90 and 30 days before its end and after it; a revoked one no more', async () => {
    await addProduct(app.db, 'Tinh dầu tràm');
    await recognise(app.db, 'Tinh dầu tràm', { kind: 'new', stars: 4, decidedOn: '2021-08-31', registered: false });
    const on = async (asOf: Day) => (await attention(asOf)).filter(({ subject }) => 'name' in subject && subject.name === 'Tinh dầu tràm').map(({ kind }) => kind);
    expect(await on(addDays('2024-08-31', -144))).toEqual(['certificate-lapses-in-180-days']);
    expect(await on(addDays('2024-08-31', -90))).toEqual(['certificate-lapses-in-90-days']);
    expect(await on(addDays('2024-08-31', -30))).toEqual(['certificate-lapses-in-30-days']);
    expect(await on('2024-09-01')).toEqual(['certificate-lapsed']);
    await revoke(app.db, 'Tinh dầu tràm', '2021-08-31', '2024-09-10');
    expect(await on('2024-09-10')).toEqual([]);
    expect(await on('2024-09-09')).toEqual(['certificate-lapsed']);
  });

  it('of a commune is what belongs to it', async () => {
    const commune = await app.asRole('commune-officer', ['Xã Bình Thành']);
    const { items } = await commune.read(attentionListSchema, '/api/v1/attention?year=2024&asOf=2024-07-10');
    const units = new Set(items.flatMap(({ subject }) => ('unitName' in subject ? [subject.unitName] : [])));
    expect([...units]).toEqual(['Xã Bình Thành']);
  });
});

describe('“will we make it?” (II.2: at least 02 newly recognised products)', () => {
  it('says too little history while no earlier year is on record, and until when each can still make it', async () => {
    const forecast = await forecastOn('2024-07-09');
    expect(forecast).toMatchObject({ value: 1, target: 2, needed: 1, probability: null, why: 'too-little-history' });
    expect(new Set(forecast?.prospects.map(({ lastDay }) => lastDay))).toEqual(new Set(['2024-10-09']));
  });

  it('is out of reach when both rounds are over and nothing is on its way', async () => {
    const forecast = await forecastOn('2024-10-10');
    expect(forecast).toMatchObject({ needed: 1, probability: { percent: 0, low: 0, high: 0 }, why: 'out-of-reach' });
    expect(forecast?.prospects.every(({ canStill, why }) => !canStill && why === 'rounds-over')).toBe(true);
  });

  it('agrees with the indicator on every day of the year', async () => {
    for (let day: Day = '2024-04-09'; day <= '2024-12-31'; day = addDays(day, 19)) {
      const { items } = await app.read(indicatorListSchema, `/api/v1/indicators?year=2024&asOf=${day}`);
      const figure = items.find(({ id }) => id === 'newly-recognised-products');
      const forecast = await forecastOn(day);
      expect({ day, value: String(forecast?.value), target: String(forecast?.target) }).toEqual({ day, value: figure?.value, target: figure?.target });
    }
  });

  it('is not made by a dossier at the province whose recognition was revoked: another would not be its first', async () => {
    await register(app.db, 'Mắm ruốc', 'new', '2024-06-09', 'Xã Hương Toàn');
    await recognise(app.db, 'Mắm ruốc', { kind: 'new', stars: 3, decidedOn: '2024-07-09' });
    await reachStage(app.db, 'Mắm ruốc', 'sent-to-province', '2024-07-12', 1);
    await revoke(app.db, 'Mắm ruốc', '2024-07-09', '2024-09-01');
    expect(await forecastOn('2024-08-31')).toMatchObject({ needed: 0, why: 'achieved' });
    const forecast = await forecastOn('2024-11-02');
    expect(forecast).toMatchObject({ needed: 1, probability: { percent: 0 }, why: 'out-of-reach' });
    expect(forecast?.prospects.find(({ productName }) => productName === 'Mắm ruốc')).toMatchObject({ canStill: false, why: 'already-recognised' });
  });

  it('is not told to who sees some communes only: the target is the whole plan’s', async () => {
    const commune = await app.asRole('commune-officer', ['Xã Bình Thành']);
    expect(await commune.read(forecastAnswerSchema, '/api/v1/forecast?year=2024&asOf=2024-07-09')).toEqual({ forecast: null });
  });
});

describe('the calendar feed', () => {
  const lines = ({ text }: Answer) => text.replaceAll('\r\n ', '').split('\r\n');

  it('has each matter on its day, is of who made it, and ends with its address', async () => {
    const who = app.as(await addPerson(app.db, app.clock.now(), ['leadership']));
    app.clock.day = '2024-07-01';
    const first = newCalendarFeedSchema.parse((await who.post('/api/v1/calendar-feed', {})).body);
    const answer = await app.as(null).get(first.path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const waiting = (await who.read(attentionListSchema, '/api/v1/attention?year=2024&asOf=2024-07-01')).items;
    const feed = lines(answer);
    expect(feed.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(waiting.length);
    expect(feed).toContain('UID:2024-recognition-1@ocop-monitor');
    expect(feed[feed.indexOf('UID:2024-recognition-1@ocop-monitor') + 3]).toBe('DTSTART;VALUE=DATE:20240709');

    const second = newCalendarFeedSchema.parse((await who.post('/api/v1/calendar-feed', {})).body);
    expect((await app.as(null).get(first.path)).status).toBe(404);
    expect((await app.as(null).get(second.path)).status).toBe(200);
    expect((await who.request('/api/v1/calendar-feed', { method: 'DELETE' })).status).toBe(204);
    expect((await app.as(null).get(second.path)).status).toBe(404);
  });

  it('of a commune officer holds its own only, and of a disabled account nothing', async () => {
    const person = await addPerson(app.db, app.clock.now(), ['commune-officer'], ['Xã Bình Thành']);
    const { path } = newCalendarFeedSchema.parse((await app.as(person).post('/api/v1/calendar-feed', {})).body);
    app.clock.day = '2024-09-20';
    await register(app.db, 'Mật ong rừng', 'new', '2024-05-02', 'Xã Bình Tiến');
    const feed = lines(await app.as(null).get(path)).join('\n');
    expect(feed).toContain('Bưởi da xanh Bình Thành');
    expect(feed).not.toMatch(/Mật ong rừng|Quýt Thanh Bình/);
    await app.db.query('update account set disabled_at = now() where id = $1', [person.accountId]);
    expect((await app.as(null).get(path)).status).toBe(404);
  });

  it.each(['x.ics', `${'a'.repeat(43)}.ics`, '%00.ics', '..%2f..%2fetc'])('is not had by the address %s', async (file) => {
    expect((await app.as(null).get(`/api/v1/calendar/${file}`)).status).toBe(404);
  });
});
