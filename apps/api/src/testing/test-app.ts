import type { AddressInfo } from 'node:net';
import { expect } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { problemSchema, type Problem, type Role } from '@ocop/contracts';
import type { Day } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { z } from 'zod';
import { createApp } from '../create-app.js';
import type { Installation } from '../platform/installation.js';
import { FixedClock } from './fixed-clock.js';
import { addPerson, ALL_ROLES, type Person } from './people.js';
import { createPlanDatabase, silentLog, testInstallation, type Databases } from './test-database.js';

export interface Answer {
  status: number;
  headers: Headers;
  bytes: Buffer;
  text: string;
  /** Parsed when the answer is JSON, else undefined. */
  body: unknown;
}

/** The application over its own database, on a free port; the test chooses the day. */
export class TestApp {
  private constructor(
    readonly app: NestFastifyApplication,
    /** As the owner of the tables, who sees everything. */
    readonly db: DataSource,
    /** As the program: a role that owns nothing. */
    readonly appData: DataSource,
    readonly clock: FixedClock,
    readonly origin: string,
    /** Who sends the requests; null = nobody signed in. */
    private readonly cookie: string | null,
  ) {}

  /** @param databases what it runs over; without them a new one of its own with plan 1227 */
  static async start({ today, dashboard = null, installation = {}, databases }: { today: Day; dashboard?: string | null; installation?: Partial<Installation>; databases?: Databases }): Promise<TestApp> {
    const { db, appData } = databases ?? (await createPlanDatabase());
    const clock = new FixedClock(today);
    const app = await createApp({ dataSource: appData, clock, installation: { ...testInstallation, ...installation }, log: silentLog, dashboard });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as AddressInfo;
    // Long ago, so that a test may choose any later day.
    const { cookie } = await addPerson(db, new Date('2020-01-01T00:00:00Z'), ALL_ROLES);
    return new TestApp(app, db, appData, clock, `http://127.0.0.1:${port}`, cookie);
  }

  /** The same application, asked by somebody else; null = by nobody signed in. */
  as(person: Pick<Person, 'cookie'> | null): TestApp {
    return new TestApp(this.app, this.db, this.appData, this.clock, this.origin, person?.cookie ?? null);
  }

  /** The same application, asked by a new account that is signed in. */
  async asRole(role: Role, units: readonly string[] | null = null): Promise<TestApp> {
    return this.as(await addPerson(this.db, this.clock.now(), [role], units));
  }

  async close(): Promise<void> {
    await this.app.close();
    if (this.appData.isInitialized) await this.appData.destroy();
    if (this.db.isInitialized) await this.db.destroy();
  }

  /** One HTTP exchange as it is. */
  async request(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers);
    if (this.cookie !== null && !headers.has('cookie')) headers.set('cookie', this.cookie);
    const response = await fetch(`${this.origin}${path}`, { ...init, headers });
    const bytes = Buffer.from(await response.arrayBuffer());
    const text = bytes.toString('utf8');
    const json = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '');
    const body: unknown = json ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, bytes, text, body };
  }

  get(path: string): Promise<Answer> {
    return this.request(path);
  }

  post(path: string, body: unknown): Promise<Answer> {
    return this.request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  }

  /** A good answer: 200, JSON, and exactly what the contract declares. */
  async read<T>(schema: z.ZodType<T>, path: string): Promise<T> {
    const answer = await this.get(path);
    expect({ path, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({ path, status: 200, text: '' });
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
    return declared(schema, answer.body);
  }

  /** A refusal: that status, application/problem+json, and exactly what the contract declares of a problem. */
  async refused(status: number, path: string, init: RequestInit = {}): Promise<Problem> {
    return asProblem(status, await this.request(path, init));
  }
}

/** The body when the schema accepts it and declares each of its fields. */
export function declared<T>(schema: z.ZodType<T>, body: unknown): T {
  const value = schema.parse(body);
  expect(body).toEqual(value);
  return value;
}

function asProblem(status: number, answer: Answer): Problem {
  expect({ status: answer.status, text: answer.status === status ? '' : answer.text }).toEqual({ status, text: '' });
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = declared(problemSchema, answer.body);
  expect(problem.status).toBe(status);
  expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  return problem;
}
