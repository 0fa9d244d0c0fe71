import type { Registration, RegistrationDetail } from '@ocop/contracts';
import { isCommuneStage, isRecognisedStage, laterOf, type Day, type MoveKind, type RegistrationStage } from '@ocop/domain';

export interface MoveChoice {
  readonly stage: RegistrationStage;
  readonly kind: MoveKind;
}

const ORDER: readonly MoveKind[] = ['next', 'skip', 'back'];

/** Steps that come with a result or a decision are entered with it, on the product's page. */
const needsMore = (stage: RegistrationStage): boolean => stage === 'scored-by-town' || isRecognisedStage(stage);

/**
 * Where a registration may go from the board, what needs no reason first, and what is entered on the product's page.
 * Who assesses nothing (a commune) enters only its own stages.
 */
export function moveChoices(moves: RegistrationDetail['moves'], mayAssess: boolean): { here: MoveChoice[]; onProductPage: MoveChoice[] } {
  const sorted = moves.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return {
    here: sorted.filter(({ stage }) => !needsMore(stage) && (mayAssess || isCommuneStage(stage))),
    onProductPage: mayAssess ? sorted.filter(({ stage }) => needsMore(stage)) : [],
  };
}

/** The day to begin with: the one the page shows, but none before the stage was reached. */
export const firstGuessOfDay = ({ stageOn }: Pick<Registration, 'stageOn'>, asOf: Day): Day => laterOf(stageOn, asOf);

/** The round to begin with: the own one, for a move to the next round the one after it; null = none is left or known. */
export function firstGuessOfRound(stage: RegistrationStage, own: number | null, rounds: readonly number[]): number | null {
  return stage === 'moved-to-next-round' ? (rounds.find((no) => no > (own ?? 0)) ?? null) : own;
}

/** The list with one registration moved, as it will stand on `asOf`; a move after that day changes nothing there. */
export function withMove(
  registrations: readonly Registration[],
  { id, stage, happenedOn, roundNo }: { id: number; stage: RegistrationStage; happenedOn: Day; roundNo: number | null },
  asOf: Day,
): Registration[] {
  return registrations.map((one) =>
    one.id === id && happenedOn <= asOf ? { ...one, stage, stageOn: happenedOn, roundNo: roundNo ?? one.roundNo, version: one.version + 1 } : one,
  );
}
