import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';
import { Skeleton } from '../../components/skeleton.js';

interface OverviewSectionProps {
  name: string;
  heading: ReactNode;
  queries: readonly UseQueryResult<unknown>[];
  /** Lines that hold the place while the figures are on their way. */
  waitingLines: number;
  children: ReactNode;
}

/** A headed part of the overview; until its answers are here it holds their place, or says why they did not come. */
export function OverviewSection({ name, heading, queries, waitingLines, children }: OverviewSectionProps) {
  const id = useId();
  const failed = queries.find(({ error }) => error !== null);
  const waiting = queries.some(({ data }) => data === undefined);
  return (
    <section className={`overview-section overview-${name}`} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {failed?.error != null ? (
        <FailurePanel error={failed.error} retry={() => queries.forEach((query) => query.error && void query.refetch())} />
      ) : waiting ? (
        <Skeleton lines={waitingLines} />
      ) : (
        children
      )}
    </section>
  );
}
