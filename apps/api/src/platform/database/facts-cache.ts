import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** Answers kept at most; each is some kilobytes. */
const MOST = 500;

/**
 * Answers made of facts, kept until any fact changes. Each request asks the database for the number of changes first (one
 * small statement), so every process answers as if nothing were kept.
 */
@Injectable()
export class FactsCache {
  private readonly kept = new Map<string, { version: string; answer: Promise<unknown> }>();

  constructor(private readonly dataSource: DataSource) {}

  /**
   * What `read` gives, made once for as long as no fact changes. It must not be changed by who gets it.
   * @param key names everything the answer depends on beside the facts: what is asked, for which units, on which day
   */
  async get<T>(key: string, read: () => Promise<T>): Promise<T> {
    const version = await this.version();
    const found = this.kept.get(key);
    if (found?.version === version) return found.answer as Promise<T>;
    const answer = read();
    this.kept.delete(key);
    this.kept.set(key, { version, answer });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest !== undefined) this.kept.delete(oldest);
    // A failure is told to who asked and made again for the next.
    answer.catch(() => this.kept.delete(key));
    return answer;
  }

  private async version(): Promise<string> {
    const [row] = await this.dataSource.query<{ version: string }[]>('select version from facts_version');
    return row?.version ?? '';
  }
}
