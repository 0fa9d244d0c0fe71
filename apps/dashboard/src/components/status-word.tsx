import { domainMessages, type IndicatorStatus } from '@ocop/domain';
import { useLanguage } from '../lib/language.js';

const SHAPES: Readonly<Record<IndicatorStatus, string>> = {
  achieved: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm-.9 9.6L4.2 8.2l1.2-1.2 1.7 1.7 3.5-3.5 1.2 1.2z',
  'on-track': 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zm0 1.5v5h5a5 5 0 1 1-5-5z',
  'at-risk': 'M8 1.5 15.3 14.5H.7zM7.2 6v4.2h1.6V6zm0 5.2v1.6h1.6v-1.6z',
  late: 'M8 .8 15.2 8 8 15.2.8 8zM7.2 4.4v4.4h1.6V4.4zm0 5.4v1.6h1.6V9.8z',
  'not-achieved': 'M2 2h12v12H2zm3.6 2.5L4.5 5.6 6.9 8l-2.4 2.4 1.1 1.1L8 9.1l2.4 2.4 1.1-1.1L9.1 8l2.4-2.4-1.1-1.1L8 6.9z',
  tracking: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  'no-data': 'M2 7.2h3.2v1.6H2zm4.4 0h3.2v1.6H6.4zm4.4 0H14v1.6h-3.2z',
};

/** The shape that stands for a status, also where another word says how something stands. */
export const statusShape = (status: IndicatorStatus) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path fillRule="evenodd" d={SHAPES[status]} />
  </svg>
);

/** How a figure stands, by a word and a shape of its own; colour only repeats it. */
export function StatusWord({ status }: { status: IndicatorStatus }) {
  const { locale } = useLanguage();
  return (
    <span className={`status status-${status}`}>
      {statusShape(status)}
      {domainMessages[locale].statusNames[status]}
    </span>
  );
}
