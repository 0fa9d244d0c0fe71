import { createHash } from 'node:crypto';
import type { AuditCheck } from '@ocop/contracts';

/** A line as the database holds it, every value as PostgreSQL writes it as text. */
export interface ChainedLine {
  no: string;
  /** The values that the hash covers, in the order of the function audit_line. */
  values: readonly (string | null)[];
  hash: string;
}

/** The newest line at some moment, noted outside the database. */
export interface Seal {
  no: number;
  hash: string;
}

type Fault = AuditCheck['faults'][number];

/** What the function audit_line writes: each value with its length in bytes, so that no two lines read alike. */
const lineText = (values: readonly (string | null)[]): string =>
  values.map((value) => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`)).join(',');

const chainHash = (previousHash: string, values: readonly (string | null)[]): string =>
  createHash('sha256').update(previousHash).update(lineText(values)).digest('hex');

/**
 * Re-reads a trail line by line, without trusting the database's own functions. A line that was changed no longer gives its
 * hash; one that was taken away leaves a gap; what the chain alone cannot show (the end cut off, everything written anew)
 * shows against the seals.
 */
export class ChainCheck {
  readonly faults: Fault[] = [];
  entries = 0;
  head: Seal | null = null;
  private previousHash = '';
  private readonly sealed = new Map<number, string[]>();

  constructor(private readonly seals: readonly Seal[]) {
    // Every seal counts: a later one of the same line may have been taken of what was rewritten.
    for (const { no, hash } of seals) this.sealed.set(no, [...(this.sealed.get(no) ?? []), hash]);
  }

  add({ no: text, values, hash }: ChainedLine): void {
    const no = Number(text);
    const expected = (this.head?.no ?? 0) + 1;
    if (no !== expected) {
      this.faults.push({ no: expected, fault: 'missing' });
    } else if (chainHash(this.previousHash, values) !== hash) {
      this.faults.push({ no, fault: 'altered' });
    }
    if (this.sealed.get(no)?.some((seal) => seal !== hash)) this.faults.push({ no, fault: 'rewritten' });
    this.entries += 1;
    this.previousHash = hash;
    this.head = { no, hash };
  }

  /** Every fault, once the last line was added. */
  finish(): Fault[] {
    const last = this.head?.no ?? 0;
    if (this.seals.some(({ no }) => no > last)) this.faults.push({ no: last + 1, fault: 'cut' });
    return this.faults;
  }
}
