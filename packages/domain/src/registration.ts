import { nameKey } from './names.js';

export const REGISTRATION_KINDS = ['new', 'upgrade', 're-evaluation'] as const;
/** lần đầu, nâng hạng, đánh giá lại */
export type RegistrationKind = (typeof REGISTRATION_KINDS)[number];

export const REGISTRATION_STAGES = [
  'registered',
  'preparing',
  'received',
  'assessed-by-commune',
  'scored-by-town',
  'recognised-3',
  'sent-to-province',
  'recognised-4',
  'sent-to-ministry',
  'recognised-5',
  'withdrawn',
  'not-recognised',
  'moved-to-next-round',
] as const;
export type RegistrationStage = (typeof REGISTRATION_STAGES)[number];

const OPEN_STAGES: ReadonlySet<RegistrationStage> = new Set<RegistrationStage>([
  'registered',
  'preparing',
  'received',
  'assessed-by-commune',
  'scored-by-town',
  'sent-to-province',
  'sent-to-ministry',
  'moved-to-next-round',
]);
const RECOGNISED_STAGES: ReadonlySet<RegistrationStage> = new Set<RegistrationStage>([
  'recognised-3',
  'recognised-4',
  'recognised-5',
]);

/** Whether a registration at this stage waits for a decision and can still be recognised. */
export function isOpenStage(stage: RegistrationStage): boolean {
  return OPEN_STAGES.has(stage);
}

/** Whether a registration at this stage has a recognition decision. */
export function isRecognisedStage(stage: RegistrationStage): boolean {
  return RECOGNISED_STAGES.has(stage);
}

/** Whether a registration at this stage has left the town and waits for the province or the ministry. */
export function isAtHigherLevel(stage: RegistrationStage): boolean {
  return stage === 'sent-to-province' || stage === 'sent-to-ministry';
}

export const PRODUCER_KINDS = ['cooperative', 'cooperative-group', 'household', 'company', 'farm'] as const;
/** HTX, tổ hợp tác, hộ kinh doanh, công ty, trang trại */
export type ProducerKind = (typeof PRODUCER_KINDS)[number];

// The words that open a producer's legal name; they read names, they are never shown.
const PRODUCER_PREFIXES: readonly (readonly [string, ProducerKind])[] = [
  ['htx', 'cooperative'],
  ['hợp tác xã', 'cooperative'],
  ['liên hiệp htx', 'cooperative'],
  ['liên hiệp hợp tác xã', 'cooperative'],
  ['tổ hợp tác', 'cooperative-group'],
  ['tht', 'cooperative-group'],
  ['hộ kinh doanh', 'household'],
  ['hkd', 'household'],
  ['công ty', 'company'],
  ['trang trại', 'farm'],
];

/** The kind of producer its name opens with, null when the name does not say. */
export function producerKindFromName(name: string): ProducerKind | null {
  const key = `${nameKey(name)} `;
  const found = PRODUCER_PREFIXES.find(([prefix]) => {
    const start = nameKey(prefix);
    return key.startsWith(start) && /[^\p{L}\p{N}]/u.test(key.charAt(start.length));
  });
  return found === undefined ? null : found[1];
}
