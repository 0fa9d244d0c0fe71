import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localViewer } from '../../platform/access/viewer.js';
import { withRowScope } from '../../platform/database/row-scope.js';
import { differences, ledger } from '../../testing/funding.js';
import { TestApp } from '../../testing/test-app.js';
import { LEDGER_FILE_COLUMNS, LedgerFileService } from './ledger-file.service.js';

let app: TestApp;
let folder: string;
beforeAll(async () => {
  app = await TestApp.start({ today: '2024-12-31' });
  folder = await mkdtemp(join(tmpdir(), 'ocop-ledger-'));
});
afterAll(async () => {
  expect(await differences(app.db)).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  await app.close();
});

const HEADER = LEDGER_FILE_COLUMNS.join(';');
let files = 0;
async function load(lines: readonly string[], { reason = null as string | null, header = HEADER, mark = '' } = {}) {
  const file = join(folder, `so-${(files += 1)}.csv`);
  await writeFile(file, `${mark}${[header, ...lines].join('\r\n')}\r\n`);
  return withRowScope('all', () => app.app.get(LedgerFileService).load(localViewer('command'), 2024, file, reason));
}
const refusal = async (...args: Parameters<typeof load>): Promise<string[]> => {
  const before = (await ledger(app)).total;
  const error = await load(...args).then(() => null, (thrown: unknown) => thrown as Error);
  expect((await ledger(app)).total).toBe(before);
  return error?.message.split('\n') ?? [];
};

describe('a ledger from a file', () => {
  it('is written whole, by the rules of a posting, with the mark that Excel puts first and text in one Unicode form', async () => {
    const activity = 'Hội chợ Huế'.normalize('NFD');
    const loaded = await load(
      [
        'nq-20-2020;allocated;300000000;2024-03-01;;2;12/QĐ-UBND;2024-02-28;;',
        `nq-20-2020;disbursed;120000000;2024-05-06;20005;5;;;"${activity}; gian hàng ""A""";ghi chú`,
        'socialised;contributed;80000000;2024-06-07;19996;2;;;;',
      ],
      { mark: '\uFEFF' },
    );
    expect(loaded).toEqual({ entries: 3, amount: '500000000', warnings: 0 });
    const { items } = await ledger(app, '&search=hoi%20cho');
    expect(items).toMatchObject([{ amount: '120000000', activity: 'Hội chợ Huế; gian hàng "A"', unitName: expect.any(String), workArea: 5, note: 'ghi chú' }]);
  });

  it('is written once: the same file again is known', async () => {
    const lines = ['socialised;contributed;81000000;2024-06-07;19996;2;;;;'];
    await load(lines);
    expect(await refusal(lines)).toEqual([expect.stringMatching(/đã được nạp rồi/)]);
  });

  it('that cannot be read says which line and column', async () => {
    expect(
      await refusal(['socialised;contributed;1,5 tỷ;2024-06-07;19996;2;;;;', 'vay-von;lent;5;2024-02-30;1;x;;;;', 'socialised;contributed;;2024-06-07;;;;;;']),
    ).toEqual([
      'Dòng 2: Số tiền “1,5 tỷ” không đúng.',
      ...['Ngày phát sinh', 'Nguồn kinh phí', 'Bước', 'Địa phương', 'Nội dung công việc'].map((field) => expect.stringContaining(`Dòng 3: ${field} `)),
      'Dòng 4: Số tiền còn trống.',
    ]);
    expect(await refusal([], { header: 'nguồn;khâu' })).toEqual([expect.stringMatching(/^Không đọc được .* dòng đầu là: source;stage;amount/)]);
    expect(await refusal(['socialised;contributed'])).toEqual([expect.stringMatching(/^Không đọc được /)]);
  });

  it('against a rule is refused whole, with the rule and the line', async () => {
    expect(await refusal(['nq-20-2020;disbursed;100000000;2024-07-01;;;;;;', 'nq-20-2020;disbursed;100000000;2024-07-02;;;;;;'])).toEqual([
      expect.stringMatching(/^Dòng 2: Số giải ngân của .* sẽ là 320\.000\.000 đồng, vượt số đã phân bổ 300\.000\.000 đồng\.$/),
      'Chưa ghi gì: 1 lỗi, 0 cảnh báo.',
    ]);
  });

  it('with a doubtful line needs a reason, which stays with the warning', async () => {
    const lines = ['nq-30-2021;planned;12;2024-02-01;;;;;;'];
    expect(await refusal(lines)).toEqual(['Dòng 2: Số tiền chỉ 12 đồng: có phải đơn vị là triệu đồng hay nghìn đồng?', 'Chưa ghi gì: 0 lỗi, 1 cảnh báo. Nếu số liệu đúng, hãy chạy lại kèm --reason "lý do".']);
    expect(await load(lines, { reason: 'chuyển từ sổ cũ' })).toMatchObject({ entries: 1, warnings: 1 });
    expect((await ledger(app, '&warned=open')).total).toBe(1);
  });
});
