import type { Day, Stars } from '@ocop/domain';
import type { DataSource } from 'typeorm';
import type { PlanView } from '../plans/plan-view.js';

/** What the town council gave; its points as the exact decimal text on record. */
interface TownResult {
  evaluatedOn: Day;
  points: string;
  starCap: Stars;
  /** Null = disqualified. */
  stars: Stars | null;
  disqualification: string | null;
}

/** A registration in one of the rounds it came to; round null = it came to none yet. */
export interface RoundCourse {
  registrationId: number;
  roundNo: number | null;
  /** The latest one of the round; null = not scored in it. */
  result: TownResult | null;
  /** Whether a move names this round although it was there already: kept from when a move could name the round it leaves. */
  movedOn: boolean;
}

/**
 * Every registration of the plan in each round it came to, as of a day, in the order of rounds and of the list. A step or
 * a result without a round of its own is of the round the registration was in on that day.
 */
export const roundCourses = (db: DataSource, { plan, asOf, units }: PlanView): Promise<RoundCourse[]> =>
  db.query<RoundCourse[]>(
    `with own as (
       select r.id, r.position from registration r where r.plan_id = $1 and ($3::integer[] is null or r.unit_id = any($3))
     ), put as (
       select s.registration_id, s.id, s.stage, s.happened_on, s.round_no
       from standing_step s join own on own.id = s.registration_id
       where s.happened_on <= $2 and s.round_no is not null
     ), result as (
       select e.*, coalesce(e.round_no, (
         select put.round_no from put where put.registration_id = e.registration_id and put.happened_on <= e.evaluated_on
         order by put.happened_on desc, put.id desc limit 1)) as own_round
       from standing_evaluation e join own on own.id = e.registration_id
       where e.level = 'town' and e.evaluated_on <= $2
     ), latest as (
       select distinct on (registration_id, own_round) * from result
       order by registration_id, own_round, evaluated_on desc, id desc
     ), came as (
       select registration_id, round_no from put
       union select registration_id, own_round from latest
     )
     select own.id as "registrationId", came.round_no as "roundNo",
       case when latest.id is not null then json_build_object(
         'evaluatedOn', latest.evaluated_on, 'points', trim_scale(latest.points)::text, 'starCap', latest.star_cap,
         'stars', latest.stars, 'disqualification', latest.disqualification) end as result,
       exists (
         select from put moved join put before using (registration_id, round_no)
         where registration_id = own.id and round_no = came.round_no and moved.stage = 'moved-to-next-round'
           and (before.happened_on, before.id) < (moved.happened_on, moved.id)) as "movedOn"
     from own
     left join came on came.registration_id = own.id
     left join latest on latest.registration_id = own.id and latest.own_round is not distinct from came.round_no
     order by came.round_no nulls last, own.position`,
    [plan.id, asOf, units],
  );
