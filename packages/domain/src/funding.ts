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
