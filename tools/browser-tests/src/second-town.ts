import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const api = join(import.meta.dirname, '..', '..', '..', 'apps', 'api');
interface Plan {
  number: string;
  title: string;
  issuer: { name: string; shortName: string; place: string };
  targets: { minimum: number | null }[];
  products: object[];
}

/** Runs a command of the terminal beside a running server; gives what it says and its exit code. */
export function command(dataDir: string, name: 'plan' | 'report', args: readonly string[]): { said: string; code: number | null } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(api, 'dist', 'cli', `${name}.js`), ...args], {
    env: { ...process.env, DATABASE_URL: undefined, OCOP_DATA_DIR: dataDir }, encoding: 'utf8',
  });
  return { said: `${stdout}${stderr}`.trim(), code: status };
}

/** Loads files of a plan as the office does. */
export const loadPlan = (dataDir: string, units: string, plan: string) => command(dataDir, 'plan', ['load', '--units', units, '--plan', plan]);

/** Files of a second town: the plan of the first under other names, with a higher target and one product of its own. */
export async function writeSecondTown(folder: string): Promise<{ units: string; plan: string }> {
  const files = { units: join(folder, 'units.json'), plan: join(folder, 'plan.json') };
  const read = async (name: string) => JSON.parse(await readFile(join(api, 'data', name), 'utf8')) as unknown;
  const units = (await read('admin-units.json')) as { communes: object[] };
  const plan = (await read('plan-1227.json')) as Plan;
  const commune = { type: 'Xã', validTo: '2025-06-30', successor: null, aliases: [] };
  await writeFile(files.units, JSON.stringify({
    ...units, town: { code: '476', name: 'Huyện Phong Điền', validTo: '2025-06-30' },
    communes: [{ ...commune, code: '99901', name: 'Phong Hiền' }, { ...commune, code: '99902', name: 'Phong An' }],
  }));
  await writeFile(files.plan, JSON.stringify({
    ...plan, number: '9/KH-UBND', title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) huyện Phong Điền năm 2024',
    issuer: { ...plan.issuer, name: 'ỦY BAN NHÂN DÂN HUYỆN PHONG ĐIỀN', shortName: 'UBND huyện', place: 'Phong Điền' },
    targets: plan.targets.map((target) => ({ ...target, minimum: target.minimum === null ? null : target.minimum + 3 })),
    products: [{ no: 1, name: 'Tinh dầu tràm', producer: 'HTX Phong An', commune: 'Xã Phong An', kind: 'new' }],
  }));
  return files;
}
