import { open } from 'node:fs/promises';

const SOURCES = ['socialised', 'ntm-2021-2025', 'nq-20-2020', 'nq-30-2021', 'integrated-industry-promotion', 'integrated-science-technology'];
const BUDGET = ['planned', 'allocated', 'disbursed', 'disbursed', 'settled'];
const SOCIALISED = ['registered', 'contributed', 'contributed', 'registered', 'contributed'];
const SHARES = [3, 2, 1, 1, 1];
const AT_ONCE = 10_000;

/** A number that looks like chance and is always the same. */
function scatter(number: number): number {
  let mixed = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** Line `number` of a ledger that keeps every rule: five belong together, as in funding.sql. */
function line(number: number, year: number): string {
  const [five, place] = [Math.floor(number / 5), number % 5];
  const [luck, chance] = [scatter(five + 1), scatter(number + 77_777_777)];
  const source = luck % SOURCES.length;
  const amount = ((10 + (five % 90)) * 1_000_000 + (five % 999_983)) * (SHARES[place] ?? 1);
  const day = new Date(Date.UTC(year, 2, 1 + (chance % 260))).toISOString().slice(0, 10);
  const area = Math.floor(chance / 260) % 7;
  const unit = 10_001 + (Math.floor(luck / SOURCES.length) % 3321);
  return [SOURCES[source], (source === 0 ? SOCIALISED : BUDGET)[place], amount, day, unit, area === 0 ? '' : area, `${number}/TEP`, day, `Tep so ${five}`, ''].join(';');
}

/** Writes the ledger of a year as the file that `npm run ledger -- load` reads. */
export async function writeLedgerFile(file: string, year: number, lines: number): Promise<void> {
  const out = await open(file, 'w');
  try {
    await out.write('source;stage;amount;occurredOn;unit;workArea;paperNumber;paperOn;activity;note\n');
    for (let from = 0; from < lines; from += AT_ONCE) {
      await out.write(Array.from({ length: Math.min(AT_ONCE, lines - from) }, (_, index) => `${line(from + index, year)}\n`).join(''));
    }
  } finally {
    await out.close();
  }
}
