/** Colours of one medium. Every colour is a six-digit hex string, so that paper, canvas and CSS agree on it. */
export interface Tokens {
  readonly ground: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkMuted: string;
  readonly line: string;
  readonly accent: string;
  readonly accentInk: string;
  readonly focus: string;
  readonly status: Readonly<Record<StatusName, string>>;
  /** One colour per source of funds, in the order of the plan (plan 1227, section IV). */
  readonly sources: readonly [string, string, string, string, string, string];
  readonly kinds: Readonly<Record<KindName, string>>;
  /** From least to most. */
  readonly ramp: readonly [string, string, string, string, string];
}

export const statusNames = ['achieved', 'on-track', 'at-risk', 'late', 'not-achieved', 'tracking', 'no-data'] as const;
export type StatusName = (typeof statusNames)[number];

export const kindNames = ['new', 'upgrade', 're-evaluation'] as const;
export type KindName = (typeof kindNames)[number];

/** Type sizes in px on screen and pt on paper. */
export const typeScale = [12, 14, 16, 20, 28, 40] as const;
/** The grid that every distance is a multiple of, in px. */
const gridStep = 4;

const light: Tokens = {
  ground: '#faf9f7',
  surface: '#ffffff',
  ink: '#1d1a20',
  inkMuted: '#5c5762',
  line: '#dcd8df',
  accent: '#5a2a80',
  accentInk: '#ffffff',
  focus: '#0a5bd3',
  status: {
    achieved: '#025a27',
    'on-track': '#0a677d',
    'at-risk': '#875a07',
    late: '#a04104',
    'not-achieved': '#871e26',
    tracking: '#6057b2',
    'no-data': '#645f6a',
  },
  sources: ['#52226f', '#8f6907', '#8c2c30', '#6a8fe1', '#0262a1', '#c36284'],
  kinds: { new: '#572774', upgrade: '#417a28', 're-evaluation': '#c476b8' },
  ramp: ['#f2e3fe', '#d8b2f5', '#ac88c7', '#7f5c99', '#512f68'],
};

const dark: Tokens = {
  ground: '#17141a',
  surface: '#201c24',
  ink: '#f1eef3',
  inkMuted: '#b3acb9',
  line: '#3d3743',
  accent: '#d3a8f3',
  accentInk: '#241030',
  focus: '#8ab8ff',
  status: {
    achieved: '#79ca8b',
    'on-track': '#3dbfe2',
    'at-risk': '#f0b764',
    late: '#ed956d',
    'not-achieved': '#e58b87',
    tracking: '#aba8fc',
    'no-data': '#aaa4b0',
  },
  sources: ['#eedcfe', '#e9c170', '#db8380', '#6988cd', '#74b6f2', '#af5e7a'],
  kinds: { new: '#dab1fa', upgrade: '#7bae69', 're-evaluation': '#fecef6' },
  ramp: ['#55336d', '#785591', '#9c78b7', '#c29dde', '#e8cdfe'],
};

const paper: Tokens = {
  ...light,
  ground: '#ffffff',
  surface: '#ffffff',
  ink: '#000000',
  inkMuted: '#4a4a4a',
  line: '#c8c8c8',
};

/** The one palette of screen, charts and paper. */
export const tokens: { readonly light: Tokens; readonly dark: Tokens; readonly paper: Tokens } = { light, dark, paper };

/** A colour that a series may ask for by its meaning; the order of sources is counted from 1 as in the plan. */
export type SeriesColour =
  | 'accent'
  | 'ink-muted'
  | `source-${1 | 2 | 3 | 4 | 5 | 6}`
  | `kind-${KindName}`
  | `status-${StatusName}`;

/** Every colour under its name, e.g. `ink-muted`, `status-late`, `source-1`, `ramp-5`. */
export function namedColours(of: Tokens): ReadonlyMap<string, string> {
  return new Map([
    ['ground', of.ground],
    ['surface', of.surface],
    ['ink', of.ink],
    ['ink-muted', of.inkMuted],
    ['line', of.line],
    ['accent', of.accent],
    ['accent-ink', of.accentInk],
    ['focus', of.focus],
    ...statusNames.map((name) => [`status-${name}`, of.status[name]] as const),
    ...of.sources.map((colour, index) => [`source-${index + 1}`, colour] as const),
    ...kindNames.map((name) => [`kind-${name}`, of.kinds[name]] as const),
    ...of.ramp.map((colour, index) => [`ramp-${index + 1}`, colour] as const),
  ]);
}

/** The colours, type scale and grid as CSS custom properties, one declaration a line, for a rule of the dashboard's stylesheet. */
export function cssVariables(of: Tokens): string {
  return [
    ...[...namedColours(of)].map(([name, colour]) => `--${name}: ${colour};`),
    ...typeScale.map((size) => `--text-${size}: ${size / 16}rem;`),
    `--grid: ${gridStep}px;`,
  ].join('\n');
}
