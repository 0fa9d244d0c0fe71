import { useMatches } from '@tanstack/react-router';

const GATES: readonly string[] = ['__root__', '/app', '/app/plan'];

/** Whether the address is of a page at all. */
export const useOnPage = (): boolean => useMatches({ select: (matches) => !GATES.includes(matches.at(-1)?.routeId ?? '__root__') });

/** Whether the page is of a plan; the others, and an address without a page, have no year and day. */
export const useOnPlanPage = (): boolean => useMatches({ select: (matches) => matches.length > 3 && matches.some(({ routeId }) => routeId === '/app/plan') });
