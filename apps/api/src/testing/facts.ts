import type { Authority, Day, FundingStage, PeriodKind, RegistrationKind, RegistrationStage } from '@ocop/domain';
import { nameKey, searchKey } from '@ocop/domain';
import type { DataSource } from 'typeorm';

/** Facts written straight into the tables, as a test's story needs them. Products and units are named as people name them. */

async function idOf(db: DataSource, sql: string, name: string): Promise<number> {
  const rows = await db.query<{ id: number }[]>(sql, [name]);
  const [row] = rows;
  if (!row || rows.length !== 1) throw new Error(`${rows.length} rows for ${name}`);
  return row.id;
}

const productId = (db: DataSource, name: string) => idOf(db, 'select id from product where name = $1', name);
export const unitId = (db: DataSource, fullName: string) => idOf(db, `select id from unit where type || ' ' || name = $1`, fullName);
const registrationId = (db: DataSource, product: string) =>
  idOf(db, 'select r.id from registration r join product p on p.id = r.product_id where p.name = $1', product);

/** A product that is on no plan's list, with its producer. */
export async function addProduct(db: DataSource, name: string, unit = 'Phường Tứ Hạ'): Promise<void> {
  const producer = `HTX ${name}`;
  await db.query(
    `with m as (
       insert into producer (unit_id, name, kind, name_key, search_key) values ($1, $2, 'cooperative', $3, $4) returning id)
     insert into product (producer_id, name, name_key, search_key) select id, $5, $6, $7 from m`,
    [await unitId(db, unit), producer, nameKey(producer), searchKey(producer), name, nameKey(name), searchKey(name)],
  );
}

/** A product put on the list of the plan of 2024. */
export async function register(db: DataSource, name: string, kind: RegistrationKind, registeredOn: Day, unit?: string): Promise<void> {
  await addProduct(db, name, unit);
  await db.query(
    `with r as (
       insert into registration (plan_id, position, product_id, unit_id, kind, address_as_written, registered_on)
       select p.id, (select max(position) + 1 from registration), $1, m.unit_id, $2, 'như danh mục', $3
       from plan p, product o join producer m on m.id = o.producer_id where p.year = 2024 and o.id = $1 returning id)
     insert into registration_step (registration_id, stage, happened_on) select id, 'registered', $3 from r`,
    [await productId(db, name), kind, registeredOn],
  );
}

export async function reachStage(
  db: DataSource,
  product: string,
  stage: RegistrationStage,
  happenedOn: Day,
  roundNo: number | null = null,
  paper: string | null = null,
): Promise<void> {
  await db.query(
    'insert into registration_step (registration_id, stage, happened_on, round_no, paper) values ($1, $2, $3, $4, $5)',
    [await registrationId(db, product), stage, happenedOn, roundNo, paper],
  );
}

/** A recognition decision; one of a registered product belongs to its registration unless `registered` is false. */
export async function recognise(
  db: DataSource,
  product: string,
  fact: { kind: RegistrationKind; stars: number; decidedOn: Day; registered?: boolean; decisionNumber?: string; authority?: Authority },
): Promise<void> {
  await db.query(
    `insert into recognition (product_id, registration_id, kind, stars, decided_on, decision_number, authority)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      await productId(db, product),
      fact.registered === false ? null : await registrationId(db, product),
      fact.kind,
      fact.stars,
      fact.decidedOn,
      fact.decisionNumber ?? `${fact.decidedOn}/QĐ-UBND`,
      fact.authority ?? 'town',
    ],
  );
}

export async function revoke(db: DataSource, product: string, decidedOn: Day, revokedOn: Day): Promise<void> {
  await db.query(
    `insert into revocation (recognition_id, revoked_on, paper) select id, $3, 'quyết định thu hồi' from recognition where product_id = $1 and decided_on = $2`,
    [await productId(db, product), decidedOn, revokedOn],
  );
}

export async function score(db: DataSource, product: string, evaluatedOn: Day, points: string, starCap: number, stars: number): Promise<void> {
  await db.query(
    `insert into evaluation (registration_id, level, evaluated_on, points, star_cap, stars) values ($1, 'town', $2, $3, $4, $5)`,
    [await registrationId(db, product), evaluatedOn, points, starCap, stars],
  );
}

export async function receiveReport(db: DataSource, unit: string, period: PeriodKind, receivedOn: Day): Promise<void> {
  await db.query(
    `insert into commune_report (plan_id, unit_id, period, received_on) select id, $1, $2, $3 from plan where year = 2024`,
    [await unitId(db, unit), period, receivedOn],
  );
}

export interface Held {
  name: string;
  heldOn: Day;
  /** Null = of the whole town. */
  unit: string | null;
  workArea: number;
  participants: number | null;
}

/** Something done in a work area of the plan of 2024, where nothing else is said in the first one and of the whole town. */
export async function holdActivity(db: DataSource, { name, heldOn, unit = null, workArea = 1, participants = null }: Pick<Held, 'name' | 'heldOn'> & Partial<Held>): Promise<void> {
  await db.query(
    `insert into activity (plan_id, work_area_no, name, name_key, search_key, held_on, unit_id, participants) select id, $1, $2, $3, $4, $5, $6, $7 from plan where year = 2024`,
    [workArea, name, nameKey(name), searchKey(name), heldOn, unit === null ? null : await unitId(db, unit), participants],
  );
}

export interface Entry {
  source: string;
  stage: FundingStage;
  amount: bigint;
  occurredOn: Day;
  unit: string | null;
  workArea: number | null;
}

export async function enterFunding(db: DataSource, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, amount: entry.amount.toString() }));
  await db.query(
    `insert into funding_entry (posting, plan_id, source_id, stage, amount, occurred_on, unit_id, work_area_no)
     select gen_random_uuid(), p.id, s.id, e.stage, e.amount::bigint, e."occurredOn"::date, u.id, e."workArea"
     from jsonb_to_recordset($1::jsonb)
       as e(source text, stage text, amount text, "occurredOn" text, unit text, "workArea" integer)
     join plan p on p.year = 2024
     join funding_source s on s.plan_id = p.id and s.code = e.source
     left join unit u on u.type || ' ' || u.name = e.unit`,
    [JSON.stringify(rows)],
  );
}
