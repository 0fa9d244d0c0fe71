import type { Role } from '@ocop/contracts';
import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Who may sign in. */
@Entity('account')
export class AccountEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('text')
  username: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  displayName: string;

  @Column('text', { nullable: true })
  email: string | null;

  @Column('text', { array: true })
  roles: Role[];

  /** False = the units of account_unit. */
  @Column('boolean')
  allUnits: boolean;

  /** Null = no password chosen yet, or signs in elsewhere. */
  @Column('text', { nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { nullable: true })
  passwordChangedAt: Date | null;

  /** Encrypted. */
  @Column('text', { nullable: true })
  totpSecret: string | null;

  @Column('boolean', { default: false })
  totpOn: boolean;

  /** The newest time step whose code was used; each counts once. */
  @Column('bigint', { nullable: true })
  totpLastStep: string | null;

  @Column('text', { nullable: true })
  recoverySalt: string | null;

  @Column('text', { nullable: true })
  oidcIssuer: string | null;

  @Column('text', { nullable: true })
  oidcSubject: string | null;

  @Column('timestamptz', { nullable: true })
  disabledAt: Date | null;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  lastSignInAt: Date | null;
}

/** A unit whose rows the account sees, with all below it. */
@Entity('account_unit')
export class AccountUnitEntity {
  @PrimaryColumn('integer')
  accountId: number;

  @PrimaryColumn('integer')
  unitId: number;
}

/** A link to choose a password, usable once. */
@Entity('account_link')
export class AccountLinkEntity {
  @PrimaryGeneratedColumn('identity', { generatedIdentity: 'ALWAYS', type: 'integer' })
  id: number;

  @Column('integer')
  accountId: number;

  @Column('text')
  tokenSha256: string;

  @Column('timestamptz')
  madeAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  endedAt: Date | null;
}

@Entity('recovery_code')
export class RecoveryCodeEntity {
  @PrimaryColumn('integer')
  accountId: number;

  @PrimaryColumn('text')
  codeHash: string;
}
