import { useLanguage } from '../lib/language.js';

/** Lines that hold the place of text on its way. */
export function Skeleton({ lines }: { lines: number }) {
  const { messages } = useLanguage();
  return (
    <div className="skeleton" role="status" aria-label={messages.states.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="skeleton-line" />
      ))}
    </div>
  );
}

/** The place of a whole page on its way. */
export function PageSkeleton() {
  return (
    <div className="page-skeleton">
      <Skeleton lines={12} />
    </div>
  );
}
