import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import { withRowScope } from '../../platform/database/row-scope.js';
import { openEmptyApp } from '../../testing/test-database.js';
import { ImportsService } from './imports.service.js';
import { BrokenFileError } from './plan-file.js';

const dataFolder = join(import.meta.dirname, '..', '..', '..', 'data');

let units: Buffer;
let plan: string;
let db: DataSource;
let app: NestFastifyApplication;

let close: () => Promise<void>;

async function open(): Promise<void> {
  ({ db, app, close } = await openEmptyApp('2024-04-09'));
}

beforeAll(async () => {
  units = await readFile(join(dataFolder, 'admin-units.json'));
  plan = await readFile(join(dataFolder, 'plan-1227.json'), 'utf8');
});

const load = (planText: string | Uint8Array) =>
  withRowScope('all', () => app.get(ImportsService).loadPlan(units, typeof planText === 'string' ? Buffer.from(planText) : planText));

/** Rows and a fingerprint of the content of every table. */
// The law, the product sets and the count of changes come with the migrations.
const SHIPPED = new Set(['facts_version', 'law_rule', 'product_set']);

async function content(): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { tableName } of db.entityMetadatas.filter((entity) => !SHIPPED.has(entity.tableName))) {
    const [row] = await db.query<{ mark: string }[]>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as mark from ${tableName} t`);
    found[tableName] = row?.mark ?? '';
  }
  return found;
}

describe('the issued plan', () => {
  beforeAll(open);
  afterAll(() => close());

  it('is loaded once by two loaders at once, and a later run changes nothing', async () => {
    const loaded = await Promise.all([load(plan), load(plan)]);
    expect(loaded.toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
    const first = await content();
    expect(first['registration']).toMatch(/^7 /);
    expect(first['registration_step']).toMatch(/^7 /);
    expect(first['unit']).toMatch(/^11 /);
    expect(first['funding_entry']).toBe('0 ');
    expect(await load(plan)).toBe(false);
    expect(await content()).toEqual(first);
  });
});

describe('a plan in decomposed Unicode (as files from macOS come)', () => {
  beforeAll(open);
  afterAll(() => close());

  it('is accepted, its communes are found, and it is stored composed', async () => {
    expect(await load(plan.normalize('NFD'))).toBe(true);
    const [row] = await db.query<{ title: string; address: string }[]>(
      `select p.title, r.address_as_written as address from plan p join registration r on r.plan_id = p.id and r.position = 3`,
    );
    expect(row).toEqual({ title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2024', address: 'Phường Hương Chử' });
    const [loose] = await db.query<{ count: number }[]>(
      `select count(*)::int as count from (select t::text as line from plan t union all select t::text from product t union all
         select t::text from producer t union all select t::text from registration t union all select t::text from work_area t) s
       where line is not nfc normalized`,
    );
    expect(loose?.count).toBe(0);
  });
});

describe('a broken plan loads nothing and names line and reason', () => {
  beforeAll(open);
  afterAll(() => close());

  /** The plan with one text replaced, and the line where it stood. */
  const changed = (from: string, to: string, nth = 0): [string, number] => {
    const at = [...plan.matchAll(new RegExp(from.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'g'))][nth]?.index ?? -1;
    if (at < 0) throw new Error(`${from} is not in the plan`);
    return [plan.slice(0, at) + to + plan.slice(at + from.length), plan.slice(0, at).split('\n').length];
  };

  async function reasons(text: string | Uint8Array): Promise<readonly string[]> {
    const error: unknown = await load(text).then(() => null, (reason: unknown) => reason);
    if (!(error instanceof BrokenFileError)) throw new Error(`not a BrokenFileError: ${String(error)}`);
    for (const mark of Object.values(await content())) expect(mark).toBe('0 ');
    return error.reasons;
  }

  it.each<[string, string, string, string, number?]>([
    ['a day that does not exist', '"townRecognitionBefore": "2024-07-10"', '"townRecognitionBefore": "2024-02-30"', 'rounds.0.townRecognitionBefore: phải là một ngày có thật'],
    ['a commune that is not on the list of units', '"commune": "Xã Bình Thành"', '"commune": "Xã Bình Thanh"', 'products.3.commune: không có xã, phường “Xã Bình Thanh” trong danh mục đơn vị hành chính'],
    ['a producer whose kind its name does not tell', 'HTX NN La Chử', 'La Chử', 'products.2.producer: không rõ loại chủ thể của “La Chử”'],
    ['an unknown kind of registration', '"kind": "re-evaluation"', '"kind": "again"', 'products.6.kind: '],
    ['a negative target', '"minimum": 2', '"minimum": -2', 'targets.0.minimum: '],
    ['a year as text', '"year": 2024', '"year": "2024"', 'year: '],
    ['an empty name', '"name": "Kiệu Hương Chử"', '"name": " "', 'products.2.name: '],
    ['a number of the list twice', '"no": 2,\n   "name": "Tinh', '"no": 1,\n   "name": "Tinh', 'products.1.no: '],
    ['a round twice', '"no": 2,\n   "month"', '"no": 1,\n   "month"', 'rounds.1.no: '],
    ['dossiers due before the recognition they come from (III.3)', '"dossiersToProvinceBefore": "2024-07-15"', '"dossiersToProvinceBefore": "2024-07-09"', 'rounds.0.dossiersToProvinceBefore: phải từ ngày thị xã công nhận trở đi'],
    ['supplements due before the plan was issued (V.4)', '"productListSupplementBefore": "2024-06-10"', '"productListSupplementBefore": "2024-04-09"', 'productListSupplementBefore: phải sau ngày ban hành kế hoạch'],
    ['a source twice', '"id": "nq-30-2021"', '"id": "nq-20-2020"', 'fundingSources.3.id: '],
  ])('%s', async (_, from, to, reason) => {
    const [text, line] = changed(from, to);
    expect(await reasons(text)).toEqual([expect.stringContaining(`dòng ${line}: ${reason}`)]);
  });

  it('a product twice, however its name is written', async () => {
    const product = { no: 8, name: 'KIỆU  hương chử', producer: 'HTX NN La Chử', commune: 'Phường Hương Chữ', kind: 'new' };
    const text = plan.replace('"products": [', `"products": [\n${JSON.stringify(product)},`);
    expect(await reasons(text)).toEqual([expect.stringMatching(/^dòng \d+: products\.3\.name: sản phẩm “Kiệu Hương Chử” lặp lại trong danh mục$/)]);
  });

  it('several faults are told at once', async () => {
    const text = plan.replace('"Xã Bình Thành"', '"Xã Không Có"').replaceAll('"Xã Hương Bình"', '"Xã Chẳng Có"');
    expect((await reasons(text)).map((reason) => reason.replace(/^dòng \d+: /, '').split(':')[0])).toEqual(['products.3.commune', 'products.4.commune', 'products.5.commune']);
  });

  it.each<[string, () => string, RegExp]>([
    ['a missing comma', () => plan.replace('"number": "1227/KH-UBND",', '"number": "1227/KH-UBND"'), /^dòng 3: không phải JSON hợp lệ/],
    ['a comment', () => plan.replace('{', '{ // thử'), /^dòng 1: không phải JSON hợp lệ/],
    ['an empty file', () => '', /^dòng 1: không phải JSON hợp lệ/],
    ['a cut file', () => plan.slice(0, 2000), /^dòng \d+: không phải JSON hợp lệ/],
    ['a list instead of a plan', () => '[]', /^dòng 1: /],
  ])('%s is not JSON of a plan', async (_, text, reason) => {
    expect((await reasons(text()))[0]).toMatch(reason);
  });

  it('text in the old encoding TCVN3 is refused rather than stored as mojibake', async () => {
    const old = JSON.stringify({ number: '1227/KH-UBND', title: 'ThÞ x· H­¬ng Trµ' });
    expect(await reasons(old)).toEqual(['chữ viết theo bảng mã cũ TCVN3, hãy chuyển sang Unicode']);
  });

  it('bytes that are not UTF-8 are refused', async () => {
    expect((await reasons(Buffer.from(plan, 'utf16le')))[0]).toMatch(/./);
    expect(await reasons(Buffer.from('{"number": "Trà"}', 'latin1'))).toEqual(['không phải văn bản Unicode UTF-8']);
  });
});
