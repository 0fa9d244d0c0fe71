import { REQUIRED_SECTIONS } from '@ocop/domain';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { seenOf } from '../modules/reconciliation/reconciled-cells.js';
import { addProduct, reachStage, register, score } from './facts.js';
import type { Known } from './fuzz-requests.js';
import { NEW_PLAN } from './plan-entry.js';

/** Products of the list; more are on none. Few rows would soon be where no request goes on from. */
export const LISTED = 20;
const PRODUCTS = 34;

/** Registrations scored by the town, some of Phường Tứ Hạ, and of each kind of fact some that may be annulled. */
export async function enterFacts(db: DataSource): Promise<void> {
  for (let no = 8; no <= PRODUCTS; no += 1) {
    const unit = no % 3 === 0 ? 'Phường Tứ Hạ' : 'Xã Bình Tiến';
    if (no <= LISTED) await register(db, `Bánh số ${no}.`, 'new', '2024-05-02', unit);
    else await addProduct(db, `Bánh số ${no}.`, unit);
  }
  await db.query(
    `insert into evaluation (registration_id, level, evaluated_on, points, star_cap, stars) select id, 'province', '2024-07-01', 75, 5, 4 from registration order by id`,
  );
  await db.query(
    `insert into recognition (product_id, kind, stars, decided_on, decision_number, authority) select id, 'new', 3, '2023-07-01', 'thử', 'town' from product where id > ${LISTED} order by id`,
  );
  await db.query(
    `with more as (
       insert into recognition (product_id, kind, stars, decided_on, decision_number, authority)
       select id, 'upgrade', 3, '2023-07-02', 'thử', 'town' from product where id > ${LISTED} order by id returning id)
     insert into revocation (recognition_id, revoked_on, paper) select id, '2024-07-01', 'thử' from more order by id`,
  );
  await db.query(
    `insert into commune_report (plan_id, unit_id, period, received_on)
     select p.id, u.id, d.period, '2024-06-10' from plan p join plan_report_due d on d.plan_id = p.id join unit u on u.parent_id = p.unit_id
     where not (d.period = 'FY' and u.type || ' ' || u.name = 'Phường Tứ Hạ')`,
  );
  await db.query(
    `insert into activity (plan_id, work_area_no, name, name_key, search_key, held_on, unit_id)
     select p.id, 1, 'Lớp ' || no, 'lớp ' || no, 'lop ' || no, '2024-06-10', u.id from plan p, generate_series(1, ${LISTED}) no
     left join unit u on no % 3 = 0 and u.type || ' ' || u.name = 'Phường Tứ Hạ'`,
  );
  await db.query(`insert into council_rule (plan_id, level) select p.id, level from plan p, unnest(array['commune', 'town', 'province', 'ministry']) level`);
  // Of days after today: what is decided is judged by the law that was shipped.
  await db.query(
    `insert into law_rule (topic, valid_from, legal_basis, value) select 'certificate-months', date '2027-01-01' + no, 'thử', '36' from generate_series(1, 20) no`,
  );
  await db.query(`insert into inspection (product_id, inspected_on, outcome) select id, '2024-07-01', 'met' from product order by id`);
  // As many sources as there are numbers in the requests.
  await db.query(`insert into funding_source (plan_id, position, code, name, kind, clause, principal) select p.id, 100 + no, 'thu-' || no, 'Nguồn thử ' || no, 'budget', 'IV.2', false from plan p, generate_series(1, ${LISTED}) no`);
  // Of days before, in no commune, each doubted: what may be taken back and resolved.
  await db.query(
    `with f as (
       insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on) select gen_random_uuid(), s.plan_id, s.id, 'registered', 1000000 * no, '2024-05-02'
       from generate_series(1, ${LISTED}) no, funding_source s where s.code = 'socialised' returning id)
     insert into funding_warning (entry_id, doubt, detail, reason) select id, 'tiny', '{"amount": "5"}', 'thử' from f`,
  );
  for (const { id, name } of await db.query<{ id: number; name: string }[]>(`select r.id, p.name from registration r join product p on p.id = r.product_id where r.id <> 1 order by r.id`)) {
    await reachStage(db, name, id === 2 ? 'preparing' : 'scored-by-town', '2024-06-20', 1);
    if (id !== 2) await score(db, name, '2024-06-20', '60', 5, 3);
  }
}

/** The report kept, once more for each of the days after its period, a few in every state. */
export async function enterReports(db: DataSource): Promise<void> {
  await db.query(
    `insert into report (plan_id, period, first_day, last_day, as_of, snapshot, snapshot_sha256)
     select plan_id, period, first_day, last_day, last_day + day, snapshot, snapshot_sha256 from report, generate_series(1, ${LISTED - 1}) day order by day`,
  );
  await db.query(`insert into report_step (report_id, no, state, taken_at) select id, 1, 'in-review', now() from report where id between 4 and 8 or id > 12`);
  await db.query(
    `insert into report_issue (report_id, unit_id, number, issued_on, signature_lines, signatory_name, pdf, pdf_sha256)
     select r.id, p.unit_id, r.id || '/BC-THU', '2024-07-12', '{CHỦ TỊCH}', 'Người ký thử', '', encode(sha256(''), 'hex') from report r join plan p on p.id = r.plan_id where r.id > 17`,
  );
  await db.query(`insert into report_step (report_id, no, state, taken_at) select id, 2, 'issued', now() from report where id > 17`);
  await db.query(`insert into report_text (report_id, section, version, text, written_at) select id, section, 1, 'thử', now() from report, unnest($1::text[]) section where id <= 8`, [REQUIRED_SECTIONS]);
  await db.query(`insert into report_run (plan_id, period, planned_at) select p.id, k, '2024-06-15' from plan p, unnest(array['H1', 'FY']) k`);
  await db.query(`insert into report_recipient (unit_id, name, address, added_at) select unit_id, 'Nơi nhận thử', 'thu' || no || '@tinh.example', now() from plan, generate_series(1, ${LISTED}) no`);
  await failAgain(db);
  await approveAgain(db);
}

/** Planned reports could not be made, so that there are some to try again. */
export const failAgain = (db: DataSource): Promise<unknown> => db.query(`update report_run set outcome = 'failed', ended_at = now(), report_id = null where outcome is null`);

/** Reports returned are approved once more, so that there are some to issue; and others handed in, so that there are some to approve. */
export const approveAgain = async (db: DataSource): Promise<void> => {
  await db.query(
    `insert into report_step (report_id, no, state, taken_at)
     select report_id, max(no) + 1, 'in-review', now() from report_step where report_id between 4 and 8
     group by report_id having (array_agg(state order by no desc))[1] in ('draft', 'approved') on conflict do nothing`,
  );
  await db.query(
    `insert into report_step (report_id, no, state, taken_at)
     select report_id, max(no) + 1, 'approved', now() from report_step where report_id > 8 and report_id < 18
     group by report_id having (array_agg(state order by no desc))[1] in ('draft', 'in-review') on conflict do nothing`,
  );
};

/** A plan of the year before, which leaves the newest as it is: the same with its days two years earlier. */
function ofEarlierYear(): Known {
  const { fromYear, ...plan } = JSON.parse(JSON.stringify(NEW_PLAN).replaceAll('2025-', '2023-')) as object & { fromYear: number };
  return {
    'fromYear of plans': fc.constant(fromYear),
    ...Object.fromEntries(Object.entries(plan).map(([name, value]) => [`${name} of plans`, fc.constant(value)])),
    'year of plans': fc.constantFrom(2024, 2023),
  };
}

/** What means something to these facts, by the name of the field. */
export const programme = (unit: number): Known => ({
  version: fc.constant(1),
  ...ofEarlierYear(),
  productId: fc.integer({ min: 1, max: PRODUCTS }),
  // Those on no list may go to a producer of another commune, too.
  'id of products': fc.integer({ min: 1, max: PRODUCTS }).map(String),
  // Of a posting: of a product with its producer, or of none.
  'productId of funding': fc.constantFrom(null, 1),
  'producerId of funding': fc.constant(null),
  'stage of funding': fc.constantFrom('registered', 'planned,registered'),
  producerId: fc.integer({ min: 1, max: PRODUCTS }),
  unitId: fc.constant(unit),
  name: fc.uuid().map((text) => `Bánh ${text}`),
  aliases: fc.constantFrom([], ['Tên khác'], ['Hương Văn'.normalize('NFD')]),
  productSetNo: fc.constantFrom(null, 1, 26),
  reason: fc.constant('lý do thử'),
  // Those that most of the registrations can go to.
  stage: fc.constantFrom('sent-to-province', 'withdrawn', 'not-recognised', 'preparing', 'recognised-3'),
  roundNo: fc.constantFrom(null, 1, 2),
  paper: fc.constantFrom(null, '1/QĐ'),
  note: fc.constantFrom(null, 'ghi chú thử'),
  findings: fc.constant(null),
  ...Object.fromEntries(['happenedOn', 'evaluatedOn', 'decidedOn', 'revokedOn', 'receivedOn', 'inspectedOn', 'registeredOn', 'occurredOn', 'heldOn'].map((name) => [name, fc.constant('2024-07-12')])),
  // After today: who decides what on the days above stays as it is.
  validFrom: fc.constantFrom('2024-08-01', '2024-09-01', '2024-10-01', '2024-11-01', '2024-12-01'),
  legalBasis: fc.constant('Quyết định thử'),
  decisionNumber: fc.constant('1/QĐ'),
  stars: fc.constant(3),
  authority: fc.constant('town'),
  scoring: fc.constant('mean'),
  scores: fc.constantFrom([{ a: null, b: null, c: null, total: '60' }], [{ a: '20', b: '20', c: '20', total: '60,0' }]),
  memberCount: fc.constantFrom(null, 7),
  starCap: fc.constantFrom(3, 5),
  disqualification: fc.constantFrom(null, null, 'không truy xuất được'),
  corrects: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ id: fc.integer({ min: 1, max: 20 }), reason: fc.constant('nhầm') }) }),
  members: fc.constantFrom(null, 9),
  quorum: fc.constant(null),
  source: fc.constant('socialised'),
  workArea: fc.constantFrom(2, 5),
  month: fc.constant('2024-07'),
  product: fc.constantFrom('none', '1'),
  parts: fc.constantFrom([{ source: 'socialised', stage: 'registered', amount: '5000000' }], [{ source: 'nq-20-2020', stage: 'planned', amount: '7000000' }]),
  total: fc.constant(null),
  accepted: fc.constant([]),
  activity: fc.constantFrom(null, 'Hội chợ'),
  paperNumber: fc.constant(null),
  paperOn: fc.constant(null),
  position: fc.integer({ min: 10, max: 99 }),
  clause: fc.constant('IV.2'),
  validTo: fc.constant(null),
  endedOn: fc.constant(null),
  participants: fc.constantFrom(null, 45),
  ceiling: fc.constant(null),
  eligibility: fc.constant(null),
  spreadLimit: fc.constantFrom(null, '10,5'),
  figure: fc.constantFrom('listed', 'newly'),
  figures: fc.constantFrom([{ source: 'socialised', measure: 'planned', amount: '5000000' }], [{ source: 'nq-20-2020', measure: 'disbursed', amount: '0' }]),
  tolerance: fc.constant('0'),
  'number of reports': fc.integer({ min: 10, max: 9_999 }).map((no) => `${no}/BC-UBND`),
  'id of report-calendar': fc.constantFrom('1', '2'),
  at: fc.constant('06:00'),
  afterDays: fc.constant(1),
  remindDays: fc.constant(14),
  'version of reports': fc.constantFrom(0, 0, 1),
  'text of reports': fc.constantFrom('', 'Nội dung thử.\n- một ý;'),
  recipientIds: fc.constantFrom([1], [2, 3]),
  address: fc.uuid().map((text) => `${text}@tinh.example`),
  issuedOn: fc.constant('2024-07-12'),
  signatureLines: fc.constant(['CHỦ TỊCH']),
  signatoryName: fc.constant('Người ký thử'),
  // What is seen of a commune that reported nothing.
  seen: fc.constant(seenOf([], '0')),
});
