import type { NamedUnit, Role } from '@ocop/contracts';
import type { SessionEntity } from './session.entity.js';

/** A session with its account, as the guard needs it. */
export interface OpenSession {
  id: string;
  accountId: number;
  username: string;
  displayName: string;
  roles: Role[];
  via: SessionEntity['via'];
  secondFactor: SessionEntity['secondFactor'];
  expiresAt: Date;
  lastSeenAt: Date;
  /** The account's units as chosen; null = every unit. */
  namedUnits: NamedUnit[] | null;
  /** The same with every unit below them. */
  units: number[] | null;
}
