import type { RecoveryCodes, SecondFactor, SecondFactorSetup } from '@ocop/contracts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GuessesService, type GuessCount } from '../../platform/access/guesses.service.js';
import { sha256 } from '../../platform/access/session-cookie.js';
import { SessionsService } from '../../platform/access/sessions.service.js';
import { signedIn, type Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { decrypt, encrypt } from '../../platform/encryption.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Installation } from '../../platform/installation.js';
import { AccountEntity, RecoveryCodeEntity } from './account.entity.js';
import {
  authenticatorUri, hashRecoveryCode, newAuthenticatorSecret, newRecoveryCodes, newRecoverySalt, stepOfCode,
} from './authenticator.js';
import { PasswordsService } from './passwords.service.js';
import { presentSession, SignInService, type Device, type SignedIn } from './sign-in.service.js';

const contextOf = (accountId: number) => `totp of account ${accountId}`;

@Injectable()
export class SecondFactorService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly installation: Installation,
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly guesses: GuessesService,
    private readonly passwords: PasswordsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The second step of signing in; the session gets a new token.
   * @throws AppError wrong-code, too-many-attempts
   */
  async pass(viewer: Viewer, { code }: SecondFactor, device: string | null): Promise<SignedIn> {
    const { accountId, sessionId } = signedIn(viewer);
    const account = await this.account(accountId);
    const known = await this.signIns.deviceOf(accountId, device);
    const counts = codeCounts(accountId, viewer.address ?? '', known);
    await this.guesses.attempt(counts);
    const subject = { subject: 'account', subjectId: accountId, subjectName: account.username } as const;
    const right = account.totpOn && (await this.dataSource.transaction((manager) => this.use(manager, viewer, account, code)));
    if (!right) {
      await this.audit.recordAlone(viewer, { action: 'second-factor-failed', ...subject });
      throw new AppError('wrong-code', messages.wrongCode, [{ path: 'code', message: messages.wrongCode }]);
    }
    return this.dataSource.transaction(async (manager) => {
      await this.guesses.succeed(counts, manager);
      const token = await this.sessions.rotate(manager, accountId, sessionId, 'passed');
      await this.sessions.remember(manager, accountId, known.token);
      const session = await this.sessions.read(manager, token);
      await this.audit.record(manager, viewer, { action: 'signed-in', subject: 'session', subjectId: sessionId, after: { secondFactor: 'passed' } });
      return { token, deviceToken: known.isNew ? known.token : null, session: presentSession(session), expiresAt: session.expiresAt };
    });
  }

  /** A new key; it counts once a code of it is confirmed. @throws AppError wrong-credentials, already-there */
  async begin(viewer: Viewer, password: string): Promise<SecondFactorSetup> {
    const { accountId } = signedIn(viewer);
    const account = await this.account(accountId);
    if (account.totpOn) throw new AppError('already-there', messages.secondFactorAlreadyOn);
    await this.passwords.confirm(viewer, account, password, 'password');
    const secret = newAuthenticatorSecret();
    const totpSecret = encrypt(this.installation.secretKey, secret, contextOf(accountId));
    await this.dataSource.manager.update(AccountEntity, accountId, { totpSecret, totpLastStep: null });
    return { secret, uri: authenticatorUri(account.username, secret) };
  }

  /**
   * Turns it on. Gives the recovery codes, and a new token for the session; one that had to set it up first is whole now.
   * @throws AppError already-there, wrong-code, too-many-attempts
   */
  async turnOn(viewer: Viewer, code: string, device: string | null): Promise<RecoveryCodes & Pick<SignedIn, 'token' | 'deviceToken' | 'expiresAt'>> {
    const { accountId, sessionId } = signedIn(viewer);
    const account = await this.account(accountId);
    if (account.totpOn) throw new AppError('already-there', messages.secondFactorAlreadyOn);
    if (account.totpSecret === null) throw new AppError('wrong-code', messages.secondFactorNotStarted);
    const known = await this.signIns.deviceOf(accountId, device);
    const counts = [{ countedUnder: `setup ${accountId}`, free: 10 }];
    await this.guesses.attempt(counts);
    const made = await this.dataSource.transaction(async (manager) => {
      if (!(await this.useStep(manager, account, code))) return null;
      const codes = await this.makeCodes(manager, accountId);
      await manager.update(AccountEntity, accountId, { totpOn: true });
      await this.sessions.end(manager, accountId, { except: sessionId });
      const token = await this.sessions.rotate(manager, accountId, sessionId, 'passed');
      await this.sessions.remember(manager, accountId, known.token);
      const { expiresAt } = await this.sessions.read(manager, token);
      await this.audit.record(manager, viewer, { action: 'second-factor-on', subject: 'account', subjectId: accountId, subjectName: account.username });
      return { codes, token, deviceToken: known.isNew ? known.token : null, expiresAt };
    });
    if (made !== null) {
      await this.guesses.succeed(counts);
      return made;
    }
    throw new AppError('wrong-code', messages.wrongCode, [{ path: 'code', message: messages.wrongCode }]);
  }

  /** @throws AppError forbidden where it is required, wrong-credentials */
  async turnOff(viewer: Viewer, password: string): Promise<void> {
    const { accountId, sessionId } = signedIn(viewer);
    if (this.installation.secondFactorRequired) throw new AppError('forbidden', messages.secondFactorRequired);
    const account = await this.account(accountId);
    await this.passwords.confirm(viewer, account, password, 'password');
    await this.dataSource.transaction(async (manager) => {
      await this.reset(manager, accountId);
      await manager.query(`update session set second_factor = 'off' where id = $1`, [sessionId]);
      await this.audit.record(manager, viewer, { action: 'second-factor-off', subject: 'account', subjectId: accountId, subjectName: account.username });
    });
  }

  /** New recovery codes; the old ones end. @throws AppError wrong-credentials, not-found when it is off */
  async renewCodes(viewer: Viewer, password: string): Promise<RecoveryCodes> {
    const { accountId } = signedIn(viewer);
    const account = await this.account(accountId);
    if (!account.totpOn) throw new AppError('not-found', messages.secondFactorNotStarted);
    await this.passwords.confirm(viewer, account, password, 'password');
    return this.dataSource.transaction(async (manager) => {
      const codes = await this.makeCodes(manager, accountId);
      await this.audit.record(manager, viewer, { action: 'recovery-codes-made', subject: 'account', subjectId: accountId, subjectName: account.username });
      return { codes };
    });
  }

  /** Without key and codes, as before it was ever turned on. */
  async reset(manager: EntityManager, accountId: number): Promise<void> {
    await manager.update(AccountEntity, accountId, { totpOn: false, totpSecret: null, totpLastStep: null, recoverySalt: null });
    await manager.delete(RecoveryCodeEntity, { accountId });
  }

  private account = (id: number): Promise<AccountEntity> => this.dataSource.manager.findOneByOrFail(AccountEntity, { id });

  private async makeCodes(manager: EntityManager, accountId: number): Promise<string[]> {
    const codes = newRecoveryCodes();
    const recoverySalt = newRecoverySalt();
    const hashes = await Promise.all(codes.map((code) => hashRecoveryCode(code, recoverySalt)));
    await manager.update(AccountEntity, accountId, { recoverySalt });
    await manager.delete(RecoveryCodeEntity, { accountId });
    await manager.insert(RecoveryCodeEntity, hashes.map((codeHash) => ({ accountId, codeHash })));
    return codes;
  }

  /** Uses a code up, of the authenticator or of the recovery list; false = it is none. */
  private async use(manager: EntityManager, viewer: Viewer, account: AccountEntity, code: string): Promise<boolean> {
    if (/^\d{6}$/.test(code)) return this.useStep(manager, account, code);
    if (account.recoverySalt === null) return false;
    const codeHash = await hashRecoveryCode(code, account.recoverySalt);
    const { affected } = await manager.delete(RecoveryCodeEntity, { accountId: account.id, codeHash });
    if (!affected) return false;
    await this.audit.record(manager, viewer, { action: 'recovery-code-used', subject: 'account', subjectId: account.id, subjectName: account.username });
    return true;
  }

  /** A step counts once, also for two requests at the same moment. */
  private async useStep(manager: EntityManager, account: AccountEntity, code: string): Promise<boolean> {
    if (account.totpSecret === null) return false;
    const secret = decrypt(this.installation.secretKey, account.totpSecret, contextOf(account.id));
    const step = secret === null ? null : stepOfCode(secret, code, this.clock.now());
    if (step === null) return false;
    const [, count] = await manager.query<[unknown, number]>(
      'update account set totp_last_step = $2 where id = $1 and coalesce(totp_last_step, 0) < $2',
      [account.id, step],
    );
    return count > 0;
  }
}

/** Who has the password but not the second factor keeps nobody out who signed in from this device before. */
function codeCounts(accountId: number, address: string, device: Device): GuessCount[] {
  if (!device.isNew) return [{ countedUnder: `code device ${sha256(device.token)}`, free: 10 }];
  return [
    { countedUnder: `code account and address ${accountId} ${address}`, free: 5 },
    { countedUnder: `code account ${accountId}`, free: 30 },
  ];
}
