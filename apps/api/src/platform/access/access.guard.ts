import { isHalfSignedIn, type Permission } from '@ocop/contracts';
import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AuditService } from '../audit/audit.service.js';
import { setRowScope } from '../database/row-scope.js';
import { AppError } from '../errors/app-error.js';
import { messages } from '../errors/messages.js';
import { isCrossSite } from './cross-site.js';
import { accessOf, type RouteAccess } from './route-access.js';
import { SessionCookie } from './session-cookie.js';
import type { OpenSession } from './open-session.js';
import { permissionsOfSession, SessionsService } from './sessions.service.js';
import { readLocality, visitor, type Viewer } from './viewer.js';

declare module 'fastify' {
  interface FastifyRequest {
    viewer?: Viewer;
    openSession?: OpenSession | null;
  }
}

/** Asks of every request who sends it and whether the route may be used; what is not allowed goes no further. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly declared = new WeakMap<object, RouteAccess>();

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
    private readonly audit: AuditService,
  ) {}

  /** At once for a session that is remembered: waiting for what is there already costs more than the check itself. */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.accessOf(context);
    if (access === undefined) throw new AppError('forbidden', messages.forbidden);
    if (isCrossSite(request)) throw new AppError('cross-site', messages.crossSite);
    const token = this.cookie.token(request);
    const session = token === null || access.kind === 'public' ? null : this.sessions.find(token);
    return session instanceof Promise ? session.then((found) => this.admit(request, access, found)) : this.admit(request, access, session);
  }

  private admit(request: FastifyRequest, access: RouteAccess, session: OpenSession | null): boolean | Promise<boolean> {
    const viewer = viewerOf(session, request);
    request.openSession = session;
    request.viewer = viewer;
    setRowScope(session === null || isHalfSignedIn(session.secondFactor) ? null : (session.units ?? 'all'));
    checkSession(access, session);
    if (access.kind === 'permission' && !viewer.permissions.has(access.permission)) return this.audit.refuse(viewer, access.permission, `${request.method} ${request.routeOptions.url ?? ''}`);
    if (session !== null) viewer.locality = takeLocality(request.query as Record<string, unknown>);
    return true;
  }

  /** Read once of each route: reflection is slow beside the rest. */
  private accessOf(context: ExecutionContext): RouteAccess | undefined {
    const handler = context.getHandler();
    let access = this.declared.get(handler);
    if (access === undefined) {
      access = accessOf(this.reflector, handler as never, context.getClass());
      if (access !== undefined) this.declared.set(handler, access);
    }
    return access;
  }
}

/** @throws AppError sign-in-needed, second-factor-needed */
function checkSession(access: RouteAccess, session: OpenSession | null): void {
  if (access.kind === 'public' || access.kind === 'maybe-signed-in') return;
  if (session === null) throw new AppError('sign-in-needed', messages.signInNeeded);
  const { secondFactor } = session;
  if (isHalfSignedIn(secondFactor) && !(access.kind === 'half-signed-in' && access.states.includes(secondFactor))) {
    throw new AppError('second-factor-needed', messages.secondFactorNeeded[secondFactor]);
  }
}

function viewerOf(session: OpenSession | null, { ip, id }: FastifyRequest): Viewer {
  if (session === null) return visitor(ip, id);
  const { accountId, username, units, id: sessionId } = session;
  return { accountId, username, permissions: permissionsOnce(session), units, locality: null, sessionId, origin: 'http', address: ip, requestId: id };
}

/**
 * Whose plan every route is asked about: no field of its own query, but of who looks, like the units in sight.
 * @throws AppError invalid-input
 */
function takeLocality(query: Record<string, unknown>): number | null {
  const { locality } = query;
  if (locality === undefined) return null;
  delete query['locality'];
  const read = readLocality(locality);
  if (read !== null) return read;
  throw new AppError('invalid-input', messages.localityNotWhole, [{ path: 'locality', message: messages.localityNotWhole }]);
}

const permissionSets = new WeakMap<OpenSession, ReadonlySet<Permission>>();

/** The permissions of a session, made once for as long as it is remembered. */
function permissionsOnce(session: OpenSession): ReadonlySet<Permission> {
  const known = permissionSets.get(session);
  if (known !== undefined) return known;
  const made = new Set(permissionsOfSession(session));
  permissionSets.set(session, made);
  return made;
}

/** Who asks; a visitor on a public route. */
export const CurrentViewer = createParamDecorator((_: undefined, context: ExecutionContext): Viewer => {
  const { viewer } = context.switchToHttp().getRequest<FastifyRequest>();
  if (viewer === undefined) throw new Error('AccessGuard did not run');
  return viewer;
});
