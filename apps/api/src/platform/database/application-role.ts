import { createHmac } from 'node:crypto';
import pg from 'pg';
import { messages } from '../errors/messages.js';
import { SetupError } from '../errors/setup-error.js';
import { accepts } from './accepts.js';

/** The login of the API: owns nothing, changes no past, sees the rows of its scope (migration ApplicationRole). */
const ROLE = 'ocop_app';

/**
 * Address of the same database for the application's role. Its password follows from the owner's, so every process that
 * knows the one knows the other and nothing more has to be kept.
 * @throws SetupError when the owner's address holds no password
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const url = new URL(ownerUrl);
  if (url.password === '') throw new SetupError(messages.settings.databasePassword);
  const password = createHmac('sha256', decodeURIComponent(url.password)).update(ROLE).digest('hex');
  url.username = ROLE;
  url.password = password;
  if (await accepts(url.href)) return url.href;
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`alter role ${ROLE} login password ${owner.escapeLiteral(password)}`);
  } finally {
    await owner.end();
  }
  return url.href;
}
