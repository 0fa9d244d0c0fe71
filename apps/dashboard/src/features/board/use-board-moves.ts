import type { NewStep, Registration } from '@ocop/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { wholeListOptions } from '../../lib/api/list-all-registrations.js';
import { addStep, undoStep } from '../../lib/api/registration-facts.js';
import type { PlanDay } from '../../lib/plan-day.js';
import { withMove } from './move-choices.js';

/** A step about to be entered, with the registration as it stands. */
export interface BoardMove {
  registration: Registration;
  step: NewStep;
}

/** Moves a card at once and back again when the server refuses; every figure that rests on steps is asked for anew. */
export function useBoardMoves({ year, asOf }: PlanDay) {
  const client = useQueryClient();
  const { queryKey } = wholeListOptions(client, { year, asOf });
  const onSettled = () => client.invalidateQueries();
  const add = useMutation({
    mutationFn: ({ registration, step }: BoardMove) => addStep(registration.id)(step),
    onMutate: async ({ registration: { id }, step }) => {
      await client.cancelQueries({ queryKey });
      const before = client.getQueryData(queryKey);
      if (before !== undefined) client.setQueryData(queryKey, withMove(before, { id, ...step }, asOf));
      return before;
    },
    onError: (_error, _move, before) => {
      if (before !== undefined) client.setQueryData(queryKey, before);
    },
    onSettled,
  });
  const undo = useMutation({
    mutationFn: ({ id, version, reason }: { id: number; version: number; reason: string }) => undoStep(id)({ version, reason }),
    onSettled,
  });
  return { add, undo };
}
