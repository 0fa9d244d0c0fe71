import type { Installation } from './platform/installation.js';
import { readOrMakeSecretKey } from './platform/secret-key.js';
import type { Settings } from './settings.js';

/** What the running program is told of its settings. */
export const installationOf = async ({ publicUrl, secretKey, dataDir, proxies, requestsPerMinute, openIdConnect, secondFactorRequired }: Settings): Promise<Installation> => ({
  publicUrl,
  secretKey: secretKey ?? (await readOrMakeSecretKey(dataDir)),
  dataDir,
  proxies,
  requestsPerMinute,
  openIdConnect,
  secondFactorRequired,
});
