import type { Deadline, PlanDetail, Registration } from '@ocop/contracts';
import { isOpenStage, isRecognisedStage, LOWEST_RECOGNISED_STARS, REGISTRATION_STAGES, type RegistrationStage } from '@ocop/domain';

export type PlanRound = PlanDetail['rounds'][number];

/** Dossiers from this many points on go to the province (clause III.3). */
const PROVINCE_POINTS = 70;

/** Why a registration cannot be recognised in a round any more, or on which way alone it still can. */
type Hindrance = 'withdrawn' | 'not-recognised' | 'disqualified' | 'too-few-stars' | 'round-over' | 'province-only';

/**
 * `to-send`: 70–100 points, not with the province yet; `possible`: can still be recognised or sent in this round;
 * `out`: cannot any more.
 */
export type RoundGroup = 'to-send' | 'recognised' | 'sent' | 'possible' | 'out';

export interface RoundStanding {
  readonly registration: Registration;
  readonly group: RoundGroup;
  readonly hindrance: Hindrance | null;
}

type Deadlines = Pick<PlanRound, 'townRecognition' | 'dossiersToProvince'>;
const isOver = ({ state }: Deadline): boolean => state === 'passed';

/** How a registration of a round stands in it on the day its deadlines were counted from (clause III.3). */
export function standingInRound(registration: Registration, { townRecognition, dossiersToProvince }: Deadlines): RoundStanding {
  const { stage, points, awardedStars } = registration;
  const is = (group: RoundGroup, hindrance: Hindrance | null = null): RoundStanding => ({ registration, group, hindrance });
  if (isRecognisedStage(stage)) return is('recognised');
  if (stage === 'sent-to-province' || stage === 'sent-to-ministry') return is('sent');
  if (stage === 'withdrawn' || stage === 'not-recognised') return is('out', stage);
  if (stage === 'scored-by-town' && points !== null) {
    if (awardedStars === null) return is('out', 'disqualified');
    if (Number(points) >= PROVINCE_POINTS) return is('to-send');
    if (awardedStars < LOWEST_RECOGNISED_STARS) return is('out', 'too-few-stars');
    return isOver(townRecognition) ? is('out', 'round-over') : is('possible');
  }
  if (!isOver(townRecognition)) return is('possible');
  // Between the two days the town recognises nothing more, but a dossier of 70 points can still be sent.
  return isOver(dossiersToProvince) ? is('out', 'round-over') : is('possible', 'province-only');
}

/** The round a registration without one would come into: the next whose day for the town lies ahead, else the last. */
export const comingRound = (rounds: readonly PlanRound[]): PlanRound | null =>
  rounds.find(({ townRecognition }) => !isOver(townRecognition)) ?? rounds.at(-1) ?? null;

/** Registrations of a round: those entered for it, and, in the coming round, the open ones that name none. */
export function registrationsOfRound(registrations: readonly Registration[], no: number, rounds: readonly PlanRound[]): Registration[] {
  const coming = comingRound(rounds)?.no === no;
  return registrations.filter(({ roundNo, stage }) => roundNo === no || (roundNo === null && coming && isOpenStage(stage)));
}

/** The standings of a group, in the order of the stages and the list. */
export const ofGroup = (standings: readonly RoundStanding[], group: RoundGroup): RoundStanding[] =>
  standings
    .filter((one) => one.group === group)
    .sort((a, b) => rank(a.registration.stage) - rank(b.registration.stage) || a.registration.position - b.registration.position);

const rank = (stage: RegistrationStage): number => REGISTRATION_STAGES.indexOf(stage);
