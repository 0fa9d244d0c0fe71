import { registrationQuerySchema } from '@ocop/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { BoardFilters } from './board-columns.js';

/** The filters in the address and the way to change them; `refused`: one could not be read. */
export function useBoardView() {
  const written = useSearch({ from: '/app/plan/bang' });
  const navigate = useNavigate({ from: '/bang' });
  const { unit, kind, round } = registrationQuerySchema.shape;
  const read = { unit: unit.safeParse(written.unit), kind: kind.safeParse(written.kind), round: round.safeParse(written.round) };
  const filters: BoardFilters = { unit: read.unit.data ?? null, kind: read.kind.data ?? null, round: read.round.data ?? null };
  const change = (changes: { [name in keyof BoardFilters]?: string | undefined }) =>
    void navigate({ to: '.', search: (search) => ({ ...search, ...changes }), replace: true, resetScroll: false });
  return { filters, refused: Object.values(read).some(({ success }) => !success), change };
}
