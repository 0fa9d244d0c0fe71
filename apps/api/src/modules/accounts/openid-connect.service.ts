import { Injectable } from '@nestjs/common';
import type { SignInWays } from '@ocop/contracts';
import { randomNonce, randomPKCECodeVerifier, randomState } from 'openid-client';
import { DataSource, Raw, type EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { messages } from '../../platform/errors/messages.js';
import { Installation } from '../../platform/installation.js';
import { AccountLinksService } from './account-links.service.js';
import { AccountEntity } from './account.entity.js';
import { FLOW_SECONDS, openFlow, ownPath, sealFlow } from './openid-connect-flow.js';
import { OpenIdConnectFailure, OpenIdConnectProvider, type ProvenPerson } from './openid-connect-provider.js';
import { SignInService, type SignedIn } from './sign-in.service.js';

const START_URL = '/api/v1/session/openid-connect';

/** Sign-in through the provider of the installation: only accounts that an administrator made, none by itself. */
@Injectable()
export class OpenIdConnectService {
  private readonly provider: OpenIdConnectProvider | null;

  constructor(
    private readonly installation: Installation,
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly signIns: SignInService,
    private readonly links: AccountLinksService,
    private readonly audit: AuditService,
  ) {
    const { openIdConnect } = installation;
    this.provider = openIdConnect && new OpenIdConnectProvider(openIdConnect);
  }

  ways(_visitor: Viewer): SignInWays {
    const { openIdConnect } = this.installation;
    return { openIdConnect: openIdConnect && { name: openIdConnect.name, startUrl: START_URL } };
  }

  /**
   * Where the browser goes to sign in, and what it keeps meanwhile.
   * @param back where it wants to go on afterwards
   * @throws AppError not-found without a provider, OpenIdConnectFailure
   */
  async begin(_visitor: Viewer, back: string | undefined): Promise<{ url: string; flow: string }> {
    const provider = this.configured();
    const secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const { href: url } = await provider.addressFor(secrets);
    const endsAt = this.clock.now().getTime() + FLOW_SECONDS * 1_000;
    return { url, flow: sealFlow(this.installation.secretKey, { ...secrets, back: ownPath(back), endsAt }) };
  }

  /**
   * Signs in who comes back from the provider. Its second factor is the provider's matter; ours is not asked.
   * @param sealed what the browser kept
   * @param query of the address it came back to
   * @param device what the browser sent of an earlier sign-in
   * @throws AppError not-found without a provider, OpenIdConnectFailure
   */
  async finish(visitor: Viewer, sealed: string | null, query: string, device: string | null, deviceName: string): Promise<SignedIn & { back: string }> {
    const provider = this.configured();
    const flow = openFlow(this.installation.secretKey, sealed, this.clock.now());
    if (flow === null) throw new OpenIdConnectFailure('that-bai', 'nothing begun in this browser');
    const person = await provider.whoCameBack(query, flow);
    const outcome = await this.dataSource.transaction((manager) => this.enter(manager, visitor, person, device, deviceName));
    if ('session' in outcome) return { ...outcome, back: flow.back };
    const { code, account } = outcome;
    await this.audit.recordAlone(visitor, {
      action: 'sign-in-failed', subject: 'account', subjectId: account?.id ?? null, subjectName: account?.username ?? null, after: { via: 'openid-connect' },
    });
    throw new OpenIdConnectFailure(code, 'no account for this person');
  }

  private async enter(
    manager: EntityManager,
    visitor: Viewer,
    person: ProvenPerson,
    device: string | null,
    deviceName: string,
  ): Promise<SignedIn | { code: 'chua-moi' | 'khoa'; account: AccountEntity | null }> {
    const link = { oidcIssuer: person.issuer, oidcSubject: person.subject };
    const account = (await lockedAccount(manager, link)) ?? (await invited(manager, person.email));
    const isNew = account?.oidcSubject === null;
    if (account === null || !(isNew || isLinked(account, link))) return { code: 'chua-moi', account };
    if (account.disabledAt !== null) return { code: 'khoa', account };
    if (isNew) {
      await manager.update(AccountEntity, account.id, link);
      // Whoever holds an invitation not used yet could set a password beside it.
      await this.links.end(manager, account.id);
    }
    const known = await this.signIns.deviceOf(account.id, device, manager);
    const signedIn = await this.signIns.open(manager, visitor, account, { via: 'openid-connect', secondFactor: 'off' }, known, deviceName);
    if (isNew) {
      const { id, username } = account;
      await this.audit.record(manager, { ...visitor, accountId: id, username }, {
        action: 'openid-connect-linked', subject: 'account', subjectId: id, subjectName: username, after: link,
      });
    }
    return signedIn;
  }

  private configured(): OpenIdConnectProvider {
    if (this.provider === null) throw new AppError('not-found', messages.notFound(START_URL));
    return this.provider;
  }
}

type Link = Pick<AccountEntity, 'oidcIssuer' | 'oidcSubject'>;
const isLinked = (account: Link, { oidcIssuer, oidcSubject }: Link) => account.oidcIssuer === oidcIssuer && account.oidcSubject === oidcSubject;

/** The account of a verified address; an address is of one account at most. */
async function invited(manager: EntityManager, email: string | null): Promise<AccountEntity | null> {
  if (email === null) return null;
  return lockedAccount(manager, { email: Raw((column) => `lower(${column}) = lower(:email)`, { email }) });
}

/** Locked, so that it is neither disabled nor linked to another meanwhile. */
const lockedAccount = (manager: EntityManager, where: Parameters<typeof manager.findOneBy<AccountEntity>>[1]): Promise<AccountEntity | null> =>
  manager.findOne(AccountEntity, { where, lock: { mode: 'pessimistic_write' } });
