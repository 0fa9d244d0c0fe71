export const FUNDING_STAGES = [
  'planned',
  'allocated',
  'adjusted',
  'disbursed',
  'settled',
  'registered',
  'contributed',
] as const;
/** dự toán, phân bổ, điều chỉnh, giải ngân, quyết toán; for socialised money: đăng ký đóng góp, đã đóng góp */
export type FundingStage = (typeof FUNDING_STAGES)[number];

/**
 * Which entries make each sum that is read (clause IV): nobody allocates socialised money, so what is registered counts as
 * planned and what is contributed as disbursed; an adjustment belongs to what was allocated.
 */
export const STAGES_OF_SUM = {
  planned: ['planned', 'registered'],
  allocated: ['allocated', 'adjusted'],
  disbursed: ['disbursed', 'contributed'],
} as const satisfies Readonly<Record<string, readonly FundingStage[]>>;

export const FUNDING_SOURCE_KINDS = ['socialised', 'budget', 'integrated'] as const;
/** xã hội hóa, ngân sách, lồng ghép (clause IV) */
export type FundingSourceKind = (typeof FUNDING_SOURCE_KINDS)[number];

/**
 * Stages that the money of a kind goes through: nobody allocates what producers give, and the budget's is not pledged.
 */
export const STAGES_OF_KIND = {
  socialised: ['registered', 'contributed'],
  budget: ['planned', 'allocated', 'adjusted', 'disbursed', 'settled'],
  integrated: ['planned', 'allocated', 'adjusted', 'disbursed', 'settled'],
} as const satisfies Readonly<Record<FundingSourceKind, readonly FundingStage[]>>;

export const FUNDING_DOUBTS = ['thousandfold', 'tiny', 'paper-twice', 'outside-fiscal-year', 'unit-over-allocated'] as const;
/** What may be right and is usually a slip: it is written only with a reason, and stays visible until somebody resolves it. */
export type FundingDoubt = (typeof FUNDING_DOUBTS)[number];

/** The most one entry holds, in whole đồng. */
export const MOST_DONG = 999_999_999_999_999n;
/** An amount this many times its neighbours, or this many times less, is doubted: nearer to a thousand times (đồng for nghìn đồng) than to a large or small case. */
export const DOUBTED_TIMES = 300n;
/** Entries of one source and stage with which an amount is compared, and the least that say anything. */
export const NEIGHBOURS = { most: 20, least: 3 } as const;
/** Papers do not pay less than this many đồng: 12 stands for 12 million. */
export const TINY_DONG = 1_000n;

export const MONEY_UNITS = ['dong', 'million', 'billion'] as const;
/** đồng, triệu đồng, tỷ đồng: the units an official paper shows money in */
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/**
 * Reads money on the wire: whole đồng in plain digits, a leading minus for a correction, at most 18 digits (a signed
 * 64-bit column holds it). Null for anything else: separators, decimals, exponents, leading zeros, spaces.
 */
export function parseDong(text: string): bigint | null {
  return /^(?:0|-?[1-9]\d{0,17})$/.test(text) ? BigInt(text) : null;
}
