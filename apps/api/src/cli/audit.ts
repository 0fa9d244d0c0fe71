import { join } from 'node:path';
import { createApp } from '../create-app.js';
import { installationOf } from '../installation-of.js';
import { openDatabase } from '../open-database.js';
import { localViewer } from '../platform/access/viewer.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import { SystemClock } from '../platform/clock/clock.js';
import { withRowScope } from '../platform/database/row-scope.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { createLog } from '../platform/http/request-log.js';
import { readSettings } from '../settings.js';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const say = messages.auditCommand;

/** Re-reads the audit trail. @returns whether it is whole */
async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--demo');
  if (unknown.length > 0) throw new SetupError(`${unknown.map((arg) => say.unknownOption(arg)).join(' ')} ${say.usage}`);
  const settings = readSettings(process.env, root);
  const database = await openDatabase(settings, args.includes('--demo'), 'ocop-audit', () => undefined);
  try {
    const log = createLog(settings.log === 'stdout' ? null : join(settings.dataDir, 'api.log'));
    const parts = { dataSource: database.dataSource, clock: new SystemClock(), installation: await installationOf(settings), log, dashboard: null };
    const app = await createApp(parts);
    const { entries, head, faults } = await withRowScope('all', () => app.get(AuditTrailService).check(localViewer('command')));
    for (const { no, fault } of faults) console.log(say.faults[fault](no));
    console.log(faults.length === 0 ? say.whole(entries) : say.broken(entries, faults.length));
    if (head !== null) console.log(say.head(head.no, head.hash));
    await app.close();
    return faults.length === 0;
  } finally {
    await database.close();
  }
}

if (import.meta.main) {
  try {
    process.exit((await main()) ? 0 : 1);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(error instanceof SetupError ? 2 : 1);
  }
}
