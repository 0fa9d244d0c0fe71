import { PERMISSIONS, type AUDIT_ORIGINS, type Permission } from '@ocop/contracts';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';

/** Who is asking, and from where. It travels as the first parameter, for scheduled work too. */
export interface Viewer {
  /** Null = nobody is signed in, or the program itself asks. */
  accountId: number | null;
  username: string | null;
  permissions: ReadonlySet<Permission>;
  /** Units whose rows are seen, with all below them; null = every unit. */
  units: readonly number[] | null;
  /** The unit whose plan is looked at, where somebody sees plans of several; null = none was chosen. */
  locality: number | null;
  /** The session that carries the request; null outside of one. */
  sessionId: string | null;
  origin: (typeof AUDIT_ORIGINS)[number];
  address: string | null;
  requestId: string | null;
}

/** The program itself, or a command of somebody who may use the machine it runs on. */
export const localViewer = (origin: 'command' | 'system', locality: number | null = null): Viewer => ({
  accountId: null,
  username: null,
  permissions: new Set(PERMISSIONS),
  units: null,
  locality,
  sessionId: null,
  origin,
  address: null,
  requestId: null,
});

/** Somebody who has not signed in. */
export const visitor = (address: string, requestId: string): Viewer => ({
  accountId: null,
  username: null,
  permissions: new Set(),
  units: [],
  locality: null,
  sessionId: null,
  origin: 'http',
  address,
  requestId,
});

/** A locality as people write its number; null = that is none. */
export const readLocality = (text: unknown): number | null => (typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null);

/** The first statement of a service method. @throws AppError forbidden */
export function authorize(viewer: Viewer, permission: Permission): void {
  if (!viewer.permissions.has(permission)) throw new AppError('forbidden', messages.forbidden);
}

/** The first statement of what everybody may do with the own account; gives its id. @throws AppError sign-in-needed */
export function signedIn(viewer: Viewer): { accountId: number; sessionId: string } {
  const { accountId, sessionId } = viewer;
  if (accountId === null || sessionId === null) throw new AppError('sign-in-needed', messages.signInNeeded);
  return { accountId, sessionId };
}
