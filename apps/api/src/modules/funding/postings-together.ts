import type { NewPosting, PostingReceipt } from '@ocop/contracts';
import type { EntityManager } from 'typeorm';
import type { Viewer } from '../../platform/access/viewer.js';
import type { AuditService } from '../../platform/audit/audit.service.js';
import type { Clock } from '../../platform/clock/clock.js';
import { faultsOfPosting } from './ledger-faults.query.js';
import { candidatesOf, insertEntries, linesOf, lockSources, noteOf } from './posting.queries.js';

/** A posting and who sends it. */
export interface Sent {
  viewer: Viewer;
  input: NewPosting;
}

/** Thrown to undo what was begun: one of them has something to be told, which only it alone can be. */
class NotTogether extends Error {}

/** Whether a posting may be written with others: nothing about it is asked or doubted beforehand, and its sender sees every unit. */
export const mayGoTogether = ({ viewer, input }: Sent): boolean =>
  viewer.units === null && input.reason === null && input.accepted.length === 0 && (input.total === null ? input.parts.length === 1 : BigInt(input.total) === input.parts.reduce((sum, { amount }) => sum + BigInt(amount), 0n));

/**
 * Writes postings of one plan in one transaction, as if they were one: one look at the rules, one insert, one commit.
 * What no rule says of all of them, none says of one: what each brings to the sums is in them.
 * @throws NotTogether when any rule says anything, or a key was used before
 */
export async function writeTogether(manager: EntityManager, planId: number, sent: readonly Sent[], audit: AuditService, clock: Clock): Promise<PostingReceipt[]> {
  const keys = sent.map(({ input }) => input.key);
  if (new Set(keys).size < keys.length) throw new NotTogether();
  const sources = await lockSources(manager, planId, [...new Set(sent.flatMap(({ input }) => input.parts.map(({ source }) => source)))]);
  const postings = sent.map(({ viewer, input }) => ({ viewer, input, candidates: candidatesOf(input, sources) }));
  if (postings.some(({ input, candidates }) => candidates.length < input.parts.length)) throw new NotTogether();
  const all = postings.flatMap(({ candidates }) => candidates).map((candidate, index) => ({ ...candidate, part: index + 1 }));
  const { known, faults } = await faultsOfPosting(manager, planId, clock.today(), keys, null, all);
  if (known || faults.length > 0) throw new NotTogether();
  const ids = await insertEntries(manager, planId, postings.flatMap(({ viewer, input, candidates }) => linesOf(input, candidates, viewer.accountId)), clock.now());
  let taken = 0;
  const receipts = postings.map(({ input: { key }, candidates }): PostingReceipt => {
    taken += candidates.length;
    return { posting: key, entries: ids.slice(taken - candidates.length, taken), warnings: [] };
  });
  await audit.recordAll(manager, postings.map(({ viewer, input }, index) => ({ viewer, note: noteOf(input, receipts[index]?.entries ?? [], []) })));
  return receipts;
}
