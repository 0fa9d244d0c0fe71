import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { FailurePanel } from '../../components/failure-panel.js';

interface OverviewSectionProps {
  name: string;
  heading: ReactNode;
  queries: readonly UseQueryResult<unknown>[];
  children: ReactNode;
}

/** A headed part of the overview, or why its answers did not come. */
export function OverviewSection({ name, heading, queries, children }: OverviewSectionProps) {
  const id = useId();
  const failed = queries.find(({ error }) => error !== null);
  return (
    <section className={`overview-section overview-${name}`} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {failed?.error != null ? (
        <FailurePanel error={failed.error} retry={() => queries.forEach((query) => query.error && void query.refetch())} />
      ) : (
        children
      )}
    </section>
  );
}
