import { BreachedPasswords } from './platform/breached-passwords.js';
import type { Installation } from './platform/installation.js';
import { readOrMakeSecretKey } from './platform/secret-key.js';
import type { Settings } from './settings.js';

/** What the running program is told of its settings. @throws SetupError when a file they name is none */
export async function installationOf(settings: Settings): Promise<Installation> {
  const { publicUrl, secretKey, dataDir, proxies, requestsPerMinute, openIdConnect, secondFactorRequired, breachedPasswords, mail } = settings;
  return {
    publicUrl,
    secretKey: secretKey ?? (await readOrMakeSecretKey(dataDir)),
    dataDir,
    proxies,
    requestsPerMinute,
    openIdConnect,
    secondFactorRequired,
    breachedPasswords: breachedPasswords === null ? null : await BreachedPasswords.at(breachedPasswords),
    mail,
  };
}
