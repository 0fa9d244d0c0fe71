import type { SecondFactorState } from '@ocop/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in that lasts. Of its token only the SHA-256 is kept. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  tokenSha256: string;

  @Column('integer')
  accountId: number;

  @Column('text')
  via: 'password' | 'openid-connect';

  @Column('text')
  secondFactor: SecondFactorState;

  @Column('text')
  address: string;

  @Column('text')
  device: string;

  @Column('timestamptz')
  signedInAt: Date;

  @Column('timestamptz')
  lastSeenAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

/** A device that signed in to the account before. */
@Entity('known_device')
export class KnownDeviceEntity {
  @PrimaryColumn('text')
  tokenSha256: string;

  @Column('integer')
  accountId: number;

  @Column('timestamptz')
  lastUsedAt: Date;
}

/** Wrong passwords and codes, by what they are counted under. */
@Entity('wrong_guess')
export class WrongGuessEntity {
  @PrimaryColumn('text')
  countedUnder: string;

  @Column('integer')
  count: number;

  @Column('timestamptz')
  lastAt: Date;
}
