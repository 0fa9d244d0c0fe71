import { localViewer } from '../platform/access/viewer.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { withApplication } from './with-application.js';

const say = messages.auditCommand;

/** Re-reads the audit trail. @returns whether it is whole */
async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--demo');
  if (unknown.length > 0) throw new SetupError(`${unknown.map((arg) => say.unknownOption(arg)).join(' ')} ${say.usage}`);
  return withApplication('ocop-audit', args.includes('--demo'), async (app) => {
    const { entries, head, faults } = await app.get(AuditTrailService).check(localViewer('command'));
    for (const { no, fault } of faults) console.log(say.faults[fault](no));
    console.log(faults.length === 0 ? say.whole(entries) : say.broken(entries, faults.length));
    if (head !== null) console.log(say.head(head.no, head.hash));
    return faults.length === 0;
  });
}

if (import.meta.main) {
  try {
    process.exit((await main()) ? 0 : 1);
  } catch (error) {
    console.error(error instanceof SetupError ? error.message : error);
    process.exit(error instanceof SetupError ? 2 : 1);
  }
}
