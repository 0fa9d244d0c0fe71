import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import pg from 'pg';
import { DataSource, type EntityManager, type TransactionCommitEvent } from 'typeorm';
import type { OpenSession } from './open-session.js';

const KEPT_MS = 10_000;
const MOST = 10_000;
const RETRY_MS = 2_000;
/** Where a transaction notes the accounts whose sessions it changes. */
const CHANGED = 'accountsWithChangedSessions';

/**
 * What was last read of a session, for ten seconds. A trigger of the database tells every process when a session ends or an
 * account changes (channel ocop_session), so that nobody keeps a right that was taken away; while that line is down nothing
 * is kept.
 */
@Injectable()
export class SessionCache implements OnModuleInit, OnApplicationShutdown {
  private readonly kept = new Map<string, { session: OpenSession; until: number }>();
  /** Counts changes: what was read before one is not kept after it. */
  private changes = 0;
  private line: pg.Client | null = null;
  private again: NodeJS.Timeout | null = null;
  private stopping = false;

  constructor(private readonly dataSource: DataSource) {}

  onModuleInit(): Promise<void> {
    // This process need not wait to be told of what it did itself: gone with the commit, before the answer is sent.
    this.dataSource.subscribers.push({
      afterTransactionCommit: ({ queryRunner }: TransactionCommitEvent) => {
        const accounts = queryRunner.data[CHANGED] as ReadonlySet<number> | undefined;
        for (const accountId of accounts ?? []) this.drop(accountId);
      },
    });
    return this.listen();
  }

  /** Called in the transaction that ends or changes sessions of an account. */
  changed({ queryRunner }: EntityManager, accountId: number): void {
    if (queryRunner === undefined) return;
    const { data } = queryRunner;
    const accounts = (data[CHANGED] ??= new Set()) as Set<number>;
    accounts.add(accountId);
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.again !== null) clearTimeout(this.again);
    const { line } = this;
    this.line = null;
    await line?.end();
  }

  /**
   * What is kept of the session of a token; undefined = it has to be read. By the token itself, which every request brings into
   * this process anyway: its hash would be a quarter of what authorization costs.
   */
  peek(token: string): OpenSession | undefined {
    const found = this.kept.get(token);
    return found !== undefined && found.until > performance.now() ? found.session : undefined;
  }

  /** Reads a session and keeps what was read. */
  async fill(token: string, read: () => Promise<OpenSession | null>): Promise<OpenSession | null> {
    const before = this.changes;
    const session = await read();
    if (session !== null && this.line !== null && before === this.changes) {
      if (this.kept.size >= MOST) this.kept.clear();
      this.kept.set(token, { session, until: performance.now() + KEPT_MS });
    }
    return session;
  }

  private drop(accountId: number): void {
    this.changes += 1;
    for (const [key, { session }] of this.kept) if (session.accountId === accountId) this.kept.delete(key);
  }

  /** A connection of its own: one of the pool could be handed to somebody else. */
  private async listen(): Promise<void> {
    const { url } = this.dataSource.options as { url: string };
    const line = new pg.Client({ connectionString: url, application_name: 'ocop-sessions' });
    line.on('notification', ({ payload }) => this.drop(Number(payload)));
    line.on('error', () => undefined);
    line.once('end', () => this.lost());
    await line.connect();
    await line.query('listen ocop_session');
    if (this.stopping) await line.end();
    else this.line = line;
  }

  private lost(): void {
    this.line = null;
    this.changes += 1;
    this.kept.clear();
    if (!this.stopping) this.again = setTimeout(() => void this.listen().catch(() => this.lost()), RETRY_MS);
  }
}
