const SHAPES = {
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 3.5v5M7 11.5v5',
  calendar: 'M3 5h14v12H3zM3 8.5h14M7 3v4M13 3v4',
  account: 'M10 3.5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  find: 'M8.5 3.5a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM12.2 12.2 17 17',
  previous: 'M12 5l-5 5 5 5',
  next: 'M8 5l5 5-5 5',
  down: 'M5 8l5 5 5-5',
} as const;

/** A line drawing beside or instead of a word; the word itself is given by the control. */
export function Icon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
