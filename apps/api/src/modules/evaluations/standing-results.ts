import type { Authority, Day } from '@ocop/domain';
import { IsNull, type EntityManager } from 'typeorm';
import { EvaluationEntity } from './evaluation.entity.js';

/** What stands of a registration's results, newest first. */
export const standingResults = (manager: EntityManager, registrationId: number): Promise<EvaluationEntity[]> =>
  manager.find(EvaluationEntity, { where: { registrationId, annulledAt: IsNull() }, order: { evaluatedOn: 'DESC', id: 'DESC' } });

/** The result a decision stands on: the newest up to its day, of the deciding level, else of the town, which led there. */
export function groundOf<T extends Pick<EvaluationEntity, 'level' | 'evaluatedOn'>>(results: readonly T[], authority: Authority, decidedOn: Day): T | undefined {
  const known = results.filter(({ evaluatedOn }) => evaluatedOn <= decidedOn).sort((a, b) => b.evaluatedOn.localeCompare(a.evaluatedOn));
  return known.find(({ level }) => level === authority) ?? known.find(({ level }) => level === 'town');
}

/** Whether a step that stands came with this result, or with one that it corrected. */
export async function broughtStep(manager: EntityManager, id: number): Promise<boolean> {
  const steps = await manager.query<unknown[]>(
    `with recursive version as (
       select id, corrects_id from evaluation where id = $1
       union all select e.id, e.corrects_id from evaluation e join version v on e.id = v.corrects_id)
     select 1 from standing_step s join version v on v.id = s.evaluation_id limit 1`,
    [id],
  );
  return steps.length > 0;
}

/** The version that stands now of a result, which may have been corrected since. */
export async function newestVersion(manager: EntityManager, id: number): Promise<EvaluationEntity | null> {
  const result = await manager.findOneBy(EvaluationEntity, { id });
  if (result === null || result.annulledAt === null) return result;
  const correction = await manager.findOne(EvaluationEntity, { where: { correctsId: id }, order: { id: 'DESC' } });
  if (correction === null || correction.annulledAt === null) return correction;
  return newestVersion(manager, correction.id);
}
