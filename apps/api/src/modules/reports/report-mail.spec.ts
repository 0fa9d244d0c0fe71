import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../create-app.js';
import { installJobs } from '../../platform/jobs/install-jobs.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { MailServer } from '../../testing/mail-server.js';
import { TestApp } from '../../testing/test-app.js';
import { silentLog, testInstallation } from '../../testing/test-database.js';

const RECIPIENTS = 12;
const MINUTE = 60_000;
let mail: MailServer;
let app: TestApp;
let other: NestFastifyApplication;
beforeAll(async () => {
  mail = await MailServer.start();
  app = await TestApp.start({ today: '2024-06-14', installation: { mail: mail.settings } });
  other = await createApp({ dataSource: app.appData, clock: app.clock, installation: { ...testInstallation, mail: mail.settings }, log: silentLog, dashboard: null });
  await app.post('/api/v1/reports', { year: 2024, period: 'H1' });
  await app.db.query(
    `insert into report_issue (report_id, unit_id, number, issued_on, signature_lines, signatory_name, pdf, pdf_sha256)
     select r.id, p.unit_id, '11/BC-UBND', '2024-06-14', '{CHỦ TỊCH}', 'Người ký thử', 'thử', encode(sha256('thử'::bytea), 'hex') from report r join plan p on p.id = r.plan_id`,
  );
  await app.db.query(`insert into report_step (report_id, no, state, taken_at) select id, 1, 'issued', now() from report`);
  await app.db.query(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, 'Nơi nhận ' || no, 'noi-' || no || '@tinh.example', now() from plan, generate_series(1, ${RECIPIENTS}) no`);
  await installJobs(String((app.db.options as { url?: string }).url));
}, MINUTE);
afterAll(async () => {
  await other.close();
  await app.close();
  await mail.stop();
}, MINUTE);

it(
  'letters asked for go out by themselves, whoever of several does the work: each recipient gets one, and one that fails holds up no other',
  async () => {
    mail.answers = (address) => (address === 'noi-3@tinh.example' ? { code: 550, words: '5.1.1 No such user' } : null);
    const [{ id } = { id: 0 }] = await app.db.query<{ id: number }[]>('select id from report');
    const ids = (await app.db.query<{ id: number }[]>('select id from report_recipient')).map((one) => one.id);
    // Asked for while nobody works: found by the first look of who begins.
    expect((await app.post(`/api/v1/reports/${id}/deliveries`, { recipientIds: ids.slice(0, 4), note: null })).status).toBe(201);
    for (const one of [app.app, other]) await one.get(Jobs).start();
    expect((await app.post(`/api/v1/reports/${id}/deliveries`, { recipientIds: ids, note: null })).status).toBe(201);
    const waiting = async () => (await app.db.query<{ n: number }[]>(`select count(*)::int as n from report_delivery where state = 'waiting'`))[0]?.n;
    for (const until = Date.now() + MINUTE; (await waiting()) !== 0 && Date.now() < until; ) await wait(200);
    const states = await app.db.query<{ state: string; n: number; attempts: number }[]>('select state, count(*)::int as n, max(attempts) as attempts from report_delivery group by 1 order by 1');
    expect(states).toEqual([{ state: 'failed', n: 1, attempts: 1 }, { state: 'sent', n: RECIPIENTS - 1, attempts: 1 }]);
    expect(mail.letters.map(({ to: [address = ''] }) => address).toSorted()).toEqual(Array.from({ length: RECIPIENTS }, (_, index) => `noi-${index + 1}@tinh.example`).filter((address) => address !== 'noi-3@tinh.example').toSorted());
  },
  2 * MINUTE,
);
