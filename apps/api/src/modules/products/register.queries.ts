import type { Producer, ProducerQuery, Product, ProductQuery, SimilarProduct } from '@ocop/contracts';
import { searchKey, type Day } from '@ocop/domain';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { NAME_SEPARATOR } from '../../platform/database/vietnamese-name.js';

const DEFAULT_PAGE_SIZE = 50;
/** Certificates read as expiring in their last 180 days, as the domain's certificateState says. */
const EXPIRING_WITHIN_DAYS = 180;
/** How alike two names without diacritics must be to be shown side by side (pg_trgm, 0 to 1). */
const ALIKE = 0.6;

type Scope = Viewer['units'];

/** Conditions with numbered parameters, each search word found without diacritics in one of the columns. */
class Where {
  private readonly conditions: string[] = [];
  constructor(readonly values: unknown[]) {}

  add(value: unknown, condition: (parameter: string) => string): void {
    if (value === undefined) return;
    this.values.push(value);
    this.conditions.push(condition(`$${this.values.length}`));
  }

  search(text: string | undefined, columns: readonly string[]): void {
    // PostgreSQL text holds no NUL.
    const words = searchKey((text ?? '').replaceAll('\0', ' ')).split(' ').filter((word) => word !== '');
    for (const word of words) this.add(word, (value) => `(${columns.map((column) => `strpos(${column}, ${value}) > 0`).join(' or ')})`);
  }

  get sql(): string {
    return this.conditions.map((condition) => ` and ${condition}`).join('');
  }
}

async function page<T>(
  db: EntityManager,
  { columns, from, where, order }: { columns: string; from: string; where: Where; order: string },
  { page: no = 1, pageSize = DEFAULT_PAGE_SIZE }: { page?: number | undefined; pageSize?: number | undefined },
): Promise<{ items: T[]; total: number }> {
  const items = await db.query<T[]>(`select ${columns} ${from}${where.sql} order by ${order} limit ${pageSize} offset ${(no - 1) * pageSize}`, where.values);
  const [count] = await db.query<{ total: number }[]>(`select count(*)::int as total ${from}${where.sql}`, where.values);
  return { items, total: count?.total ?? 0 };
}

const PRODUCER_COLUMNS = `m.id, m.name, m.aliases, m.kind, m.unit_id as "unitId", u.type || ' ' || u.name as "unitName",
  (select count(*)::int from product p where p.producer_id = m.id) as products, m.version`;
const PRODUCERS = `from producer m join unit u on u.id = m.unit_id where ($1::integer[] is null or m.unit_id = any($1))`;
const producerOrders: Readonly<Record<NonNullable<ProducerQuery['sort']>, string>> = {
  name: 'm.name', kind: 'm.kind', unitName: 'u.name', products: 'products',
};

function producersThatMatch(scope: Scope, query: ProducerQuery) {
  const where = new Where([scope]);
  where.add(query.kind, (value) => `m.kind = ${value}`);
  where.add(query.unit, (value) => `m.unit_id = ${value}`);
  where.search(query.search, ['m.search_key', 'u.search_key']);
  const order = `${producerOrders[query.sort ?? 'name']} ${query.order === 'desc' ? 'desc' : 'asc'}, m.name, m.id`;
  return { columns: PRODUCER_COLUMNS, from: PRODUCERS, where, order };
}

export const findProducers = (db: EntityManager, scope: Scope, query: ProducerQuery): Promise<{ items: Producer[]; total: number }> =>
  page<Producer>(db, producersThatMatch(scope, query), query);

/** Every producer that matches, in the order asked. */
export function findAllProducers(db: EntityManager, scope: Scope, query: ProducerQuery): Promise<Producer[]> {
  const { columns, from, where, order } = producersThatMatch(scope, query);
  return db.query<Producer[]>(`select ${columns} ${from}${where.sql} order by ${order}`, where.values);
}

export async function findProducer(db: EntityManager, scope: Scope, id: number): Promise<Producer | null> {
  const [found] = await db.query<Producer[]>(`select ${PRODUCER_COLUMNS} ${PRODUCERS} and m.id = $2`, [scope, id]);
  return found ?? null;
}

const PRODUCTS = `
  from product p
  join producer m on m.id = p.producer_id
  join unit u on u.id = m.unit_id`;
const IN_FORCE = 'c.decided_on <= $2 and (c.revoked_on is null or c.revoked_on > $2)';
const CERTIFICATE = `case when c.valid_to is null then 'none' when c.valid_to < $2 then 'expired'
  when c.valid_to <= $2::date + ${EXPIRING_WITHIN_DAYS} then 'expiring' else 'valid' end`;
const PRODUCT_COLUMNS = `p.id, p.name, p.aliases, m.id as "producerId", m.name as "producerName", m.kind as "producerKind",
  u.id as "unitId", u.type || ' ' || u.name as "unitName", p.product_set_no as "productSetNo", p.version,
  ${CERTIFICATE} as certificate, c.stars, c.decided_on as "decidedOn", c.valid_to as "validTo"`;
// The recognition in force: the latest by its day, as the domain's currentRecognition says. Of all products at once, or of each.
const CURRENT_OF_ALL = `
  left join (select distinct on (c.product_id) c.product_id, c.stars, c.decided_on, c.valid_to from standing_recognition c
    where ${IN_FORCE} order by c.product_id, c.decided_on desc, c.stars desc) c on c.product_id = p.id`;
const CURRENT_OF_EACH = `
  left join lateral (select c.stars, c.decided_on, c.valid_to from standing_recognition c
    where c.product_id = p.id and ${IN_FORCE} order by c.decided_on desc, c.stars desc limit 1) c on true`;
const productOrders: Readonly<Record<NonNullable<ProductQuery['sort']>, string>> = {
  name: 'p.name', producerName: 'm.name', unitName: 'u.name', stars: 'c.stars', validTo: 'c.valid_to',
};

function productsThatMatch(scope: Scope, asOf: Day, query: ProductQuery) {
  const { sort = 'name', order, certificate } = query;
  const where = new Where([scope, asOf]);
  where.add(query.unit, (value) => `m.unit_id = ${value}`);
  where.add(query.producer, (value) => `m.id = ${value}`);
  where.add(query.productSet, (value) => `p.product_set_no = ${value}`);
  where.add(certificate, (value) => `${CERTIFICATE} = ${value}`);
  where.search(query.search, ['p.search_key', 'm.search_key', 'u.search_key']);
  const byCertificate = certificate !== undefined || sort === 'stars' || sort === 'validTo';
  const matching = `${PRODUCTS}${byCertificate ? CURRENT_OF_ALL : ''} where ($1::integer[] is null or m.unit_id = any($1)) and $2::date is not null${where.sql}`;
  const inOrder = `select p.id, count(*) over ()::int as total ${matching} order by ${productOrders[sort]} ${order === 'desc' ? 'desc' : 'asc'} nulls last, p.name, p.id`;
  return { matching, inOrder, values: where.values };
}

/** A page of the register: first which products, then what is shown of them, so that certificates are looked up for a page and not for all. */
export async function findProducts(db: EntityManager, scope: Scope, asOf: Day, query: ProductQuery): Promise<{ items: Product[]; total: number }> {
  const { page: no = 1, pageSize = DEFAULT_PAGE_SIZE } = query;
  const { matching, inOrder, values } = productsThatMatch(scope, asOf, query);
  const rows = await db.query<{ id: number; total: number }[]>(`${inOrder} limit ${pageSize} offset ${(no - 1) * pageSize}`, values);
  // Counted in passing, as all that match are sorted anyway; a page behind the last has no row to say it.
  const [count] = rows.length > 0 ? rows : await db.query<{ total: number }[]>(`select count(*)::int as total ${matching}`, values);
  const items = await productsOf(db, scope, asOf, rows.map(({ id }) => id));
  return { items, total: count?.total ?? 0 };
}

/** The ids of every product that matches, in the order asked. */
export async function findProductIds(db: EntityManager, scope: Scope, asOf: Day, query: ProductQuery): Promise<number[]> {
  const { inOrder, values } = productsThatMatch(scope, asOf, query);
  const rows = await db.query<{ id: number }[]>(inOrder, values);
  return rows.map(({ id }) => id);
}

/** These products within the scope, in this order. */
export const productsOf = (db: EntityManager, scope: Scope, asOf: Day, ids: readonly number[]): Promise<Product[]> =>
  db.query<Product[]>(
    `select ${PRODUCT_COLUMNS} ${PRODUCTS}${CURRENT_OF_EACH} where ($1::integer[] is null or m.unit_id = any($1)) and p.id = any($3)
     order by array_position($3, p.id)`,
    [scope, asOf, ids],
  );

export async function findProduct(db: EntityManager, scope: Scope, asOf: Day, id: number): Promise<Product | null> {
  const [found] = await productsOf(db, scope, asOf, [id]);
  return found ?? null;
}

/** Products one of whose names, without diacritics, reads alike; those of the unit first. “Hương Văn” and “Hương Vân” are shown, and stay two. */
export function findSimilarProducts(db: EntityManager, scope: Scope, name: string, unitId: number | null): Promise<SimilarProduct[]> {
  return db.query<SimilarProduct[]>(
    `select p.id, p.name, m.name as "producerName", u.type || ' ' || u.name as "unitName", coalesce(m.unit_id = $3, false) as "sameUnit"
     from product p join producer m on m.id = p.producer_id join unit u on u.id = m.unit_id
     cross join lateral (select max(similarity(one, $2)) as alike from unnest(string_to_array(p.search_key, '${NAME_SEPARATOR}')) one) a
     where ($1::integer[] is null or m.unit_id = any($1)) and $2 <% p.search_key and a.alike >= ${ALIKE}
     order by "sameUnit" desc, a.alike desc, p.name limit 5`,
    [scope, searchKey(name.replaceAll('\0', ' ')), unitId],
  );
}

/** Whether any product of a producer (or the product itself) is on a year's list: a list stays with the commune that sent it. */
export async function isListed(db: EntityManager, which: { producerId: number } | { productId: number }): Promise<boolean> {
  const [column, id] = 'producerId' in which ? ['p.producer_id', which.producerId] : ['p.id', which.productId];
  const rows = await db.query<unknown[]>(`select 1 from registration r join product p on p.id = r.product_id where ${column} = $1 limit 1`, [id]);
  return rows.length > 0;
}
