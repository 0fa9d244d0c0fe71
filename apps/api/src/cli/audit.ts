import type { INestApplicationContext } from '@nestjs/common';
import { localViewer } from '../platform/access/viewer.js';
import { AuditTrailService } from '../platform/audit/audit-trail.service.js';
import { messages } from '../platform/errors/messages.js';
import { SetupError } from '../platform/errors/setup-error.js';
import { runCommand } from './run-command.js';
import { withApplication } from './with-application.js';

const say = messages.auditCommand;

async function main(): Promise<boolean> {
  const args = process.argv.slice(2);
  const unknown = args.filter((arg) => arg !== '--demo');
  if (unknown.length > 0) throw new SetupError(`${unknown.map((arg) => say.unknownOption(arg)).join(' ')} ${say.usage}`);
  return withApplication('ocop-audit', args.includes('--demo'), checkTrail);
}

/** Re-reads the audit trail and tells what it found. @returns whether it is whole */
export async function checkTrail(app: INestApplicationContext): Promise<boolean> {
  const { entries, head, faults } = await app.get(AuditTrailService).check(localViewer('command'));
  for (const { no, fault } of faults) console.log(say.faults[fault](no));
  console.log(faults.length === 0 ? say.whole(entries) : say.broken(entries, faults.length));
  if (head !== null) console.log(say.head(head.no, head.hash));
  return faults.length === 0;
}

if (import.meta.main) await runCommand(main);
