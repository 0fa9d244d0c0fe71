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
