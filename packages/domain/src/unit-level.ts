export const UNIT_LEVELS = ['province', 'district', 'commune'] as const;
/** Level of an administrative unit: tỉnh, thị xã, xã or phường. */
export type UnitLevel = (typeof UNIT_LEVELS)[number];
