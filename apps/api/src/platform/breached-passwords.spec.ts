import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BreachedPasswords } from './breached-passwords.js';
import { SetupError } from './errors/setup-error.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocop-breached-'));
});
afterAll(() => rm(folder, { recursive: true }));

const sha1 = (text: string) => createHash('sha1').update(text).digest('hex').toUpperCase();
const count = (index: number) => 1 + (index % 7 === 0 ? index ** 3 : index);
const lines = (passwords: readonly string[]) => passwords.map(sha1).sort().map((hash, index) => `${hash}:${count(index)}`);

async function file(text: string): Promise<string> {
  const path = join(folder, sha1(text));
  await writeFile(path, text);
  return path;
}

describe('a file of breached passwords (ASVS 6.2.12)', () => {
  it.each<[string, number, string, string]>([
    ['lines ended as on Windows', 3_000, '\r\n', '\r\n'],
    ['lines ended as on Unix', 3_000, '\n', '\n'],
    ['the last line without an end', 333, '\n', ''],
    ['one line', 1, '\n', '\n'],
    ['two lines', 2, '\r\n', ''],
  ])('is told apart to the line: %s', async (_, size, between, last) => {
    const passwords = Array.from({ length: size }, (_value, index) => `lo ra ${index}`);
    const breached = await BreachedPasswords.at(await file(lines(passwords).join(between) + last));
    for (const password of passwords) expect([password, await breached.has(password)]).toEqual([password, true]);
    for (let index = 0; index < 300; index += 1) expect([index, await breached.has(`chưa lộ ${index}`)]).toEqual([index, false]);
  });

  const sample = lines(Array.from({ length: 400 }, (_value, index) => `mẫu ${index}`));
  it.each<[string, string]>([
    ['empty', ''],
    ['in order of the count', sample.toSorted((a, b) => Number(b.split(':')[1]) - Number(a.split(':')[1])).join('\n')],
    ['of another hash', sample.map((line) => line.slice(8)).join('\n')],
    ['of passwords', Array.from({ length: 400 }, (_value, index) => `mẫu ${index}`).join('\n')],
    ['one long line', 'A'.repeat(10_000)],
  ])('that is none stops the start with one line naming the variable: %s', async (_, text) => {
    const opening = BreachedPasswords.at(await file(text));
    await expect(opening).rejects.toThrow(SetupError);
    await expect(opening).rejects.toThrow(/^OCOP_BREACHED_PASSWORDS [^\n]+\.$/);
  });

  it.each(['khong-co', '.'])('that cannot be read stops the start as well: %s', async (name) => {
    await expect(BreachedPasswords.at(join(folder, name))).rejects.toThrow(/^OCOP_BREACHED_PASSWORDS [^\n]+\.$/);
  });
});
