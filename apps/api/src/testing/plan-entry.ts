import type { NewPlan } from '@ocop/contracts';

/** A plan of 2025 that goes on from plan 1227 of 2024, issued on 08/4/2025. */
export const NEW_PLAN = {
  fromYear: 2024,
  year: 2025,
  number: '910/KH-UBND',
  issuedOn: '2025-04-08',
  title: 'Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm 2025',
  supplementBefore: '2025-06-10',
  targets: [
    { indicatorId: 'newly-recognised-products', clause: 'II.2', text: 'công nhận thêm ít nhất 03 sản phẩm OCOP', minimum: 3 },
    { indicatorId: 'annual-cycle-maintained', clause: 'II.2', text: 'Chu trình OCOP được duy trì', minimum: null },
  ],
  rounds: [
    { no: 1, clause: 'III.3', townRecognitionBefore: '2025-07-10', dossiersToProvinceBefore: '2025-07-15' },
    { no: 2, clause: 'III.3', townRecognitionBefore: '2025-10-10', dossiersToProvinceBefore: '2025-10-15' },
  ],
  reports: [
    { period: 'H1', name: 'định kỳ 6 tháng', clause: 'V.4', dueBefore: '2025-06-15' },
    { period: 'FY', name: 'cuối năm', clause: 'V.4', dueBefore: null },
  ],
  legalBasis: [{ number: '148/QĐ-TTg', date: '2023-02-24', issuer: 'Thủ tướng Chính phủ' }],
  signature: { onBehalfOf: 'TM. ỦY BAN NHÂN DÂN', capacity: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'], name: 'Nguyễn Việt Hà' },
  recipients: ['UBND tỉnh', 'Các xã, phường'],
} as const;

export const newPlan = (changes: Partial<Record<keyof NewPlan, unknown>> = {}) => ({ ...NEW_PLAN, ...changes });

/** The same as a correction of the plan of 2025. */
export function planChange(version: number, changes: Partial<Record<keyof NewPlan, unknown>> = {}) {
  const { fromYear: _, year: __, ...fields } = newPlan(changes);
  return { ...fields, version, reason: 'ghi nhầm' };
}
