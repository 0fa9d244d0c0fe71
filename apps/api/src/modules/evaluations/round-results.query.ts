import type { RegistrationKind, Stars } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';

export interface RoundRecognition {
  roundNo: number;
  kind: RegistrationKind;
  stars: Stars;
  count: number;
}

/** Recognitions of a plan's registrations by round, kind and stars, as of a day; a revoked one no longer counts. */
export function recognitionsByRound(db: DataSource, { plan, asOf, units }: PlanView): Promise<RoundRecognition[]> {
  return db.query<RoundRecognition[]>(
    `select step.round_no as "roundNo", g.kind, g.stars, count(*)::int as count
     from standing_recognition g
     join registration r on r.id = g.registration_id and r.plan_id = $1 and ($3::integer[] is null or r.unit_id = any($3))
     join lateral (
       select s.round_no from standing_step s
       where s.registration_id = r.id and s.round_no is not null and s.happened_on <= g.decided_on
       order by s.happened_on desc, s.id desc limit 1
     ) step on true
     where g.decided_on <= $2 and (g.revoked_on is null or g.revoked_on > $2)
     group by step.round_no, g.kind, g.stars
     order by step.round_no, array_position(array['new', 'upgrade', 're-evaluation'], g.kind), g.stars`,
    [plan.id, asOf, units],
  );
}
