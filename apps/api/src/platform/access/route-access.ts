import type { HalfSignedInState, Permission } from '@ocop/contracts';
import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { messages } from '../errors/messages.js';

/**
 * What a route asks of who calls it. `public`: nothing, not even who it is; `maybe-signed-in`: only who it is;
 * `half-signed-in`: the second factor may still be missing as `states` say.
 */
export type RouteAccess = { kind: 'public' } | { kind: 'maybe-signed-in' } | { kind: 'half-signed-in'; states: readonly HalfSignedInState[] } | { kind: 'signed-in' } | { kind: 'permission'; permission: Permission };

const KEY = 'ocop:route-access';
const declare = (access: RouteAccess): CustomDecorator => SetMetadata(KEY, access);

/** Only who holds the permission; what is seen is limited to the own scope besides, and to a locality's plan where one is chosen. */
export const Requires = (permission: Permission) =>
  applyDecorators(
    declare({ kind: 'permission', permission }),
    ApiQuery({ name: 'locality', required: false, schema: { type: 'integer', minimum: 1 }, description: messages.localityParameter }),
  );
/** Everybody with an account, for what is the own. */
export const SignedIn = () => declare({ kind: 'signed-in' });
/** Also the step between password and second factor: a code is awaited, or it must be set up first. */
export const HalfSignedIn = (...states: HalfSignedInState[]) => declare({ kind: 'half-signed-in', states });
/** Anybody, who is told apart when signed in. */
export const MaybeSignedIn = () => declare({ kind: 'maybe-signed-in' });
/** Anybody; no session is looked up. */
export const Public = () => declare({ kind: 'public' });

type Handler = (...args: never[]) => unknown;

/** The declared access of a route's method, else of its controller. */
export const accessOf = (reflector: Reflector, handler: Handler, controller: new (...args: never[]) => unknown): RouteAccess | undefined =>
  reflector.getAllAndOverride<RouteAccess | undefined>(KEY, [handler, controller as never]);

const isHandler = (value: unknown): value is Handler => typeof value === 'function' && Reflect.hasMetadata(PATH_METADATA, value);

/**
 * Deny by default: a route that does not say who may use it keeps the program from starting.
 * @throws Error naming every such route
 */
export function checkEveryRouteDeclared(app: INestApplicationContext): void {
  const reflector = app.get(Reflector);
  const undeclared: string[] = [];
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      if (typeof metatype !== 'function') continue;
      const controller = metatype as new (...args: never[]) => unknown;
      for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(controller.prototype))) {
        if (name !== 'constructor' && isHandler(value) && accessOf(reflector, value, controller) === undefined) undeclared.push(`${controller.name}.${name}`);
      }
    }
  }
  if (undeclared.length > 0) throw new Error(`Routes without @Requires, @SignedIn, @HalfSignedIn, @MaybeSignedIn or @Public: ${undeclared.join(', ')}`);
}
