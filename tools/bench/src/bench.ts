import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchOverview } from './overview.ts';
import { benchAccess } from './access.ts';
import { benchBatch } from './batch.ts';
import { benchCountry } from './country.ts';
import { benchFunding } from './funding.ts';
import { benchExport } from './export.ts';
import { benchReport } from './report.ts';
import { benchStartUp } from './start-up.ts';
import { benchTypesetting } from './typesetting.ts';

const folder = await mkdtemp(join(tmpdir(), 'ocop-bench-'));
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  await benchStartUp(folder);
  await benchOverview(join(folder, 'demo'));
  await benchAccess(join(folder, 'demo'));
  await benchReport(join(folder, 'demo'));
  await benchExport();
  await benchCountry(join(folder, 'country'));
  await benchFunding(join(folder, 'country'));
  await benchBatch(join(folder, 'batch'));
  await benchTypesetting();
} finally {
  await rm(folder, { recursive: true, force: true });
}
