import { formatDay, type Day } from '@ocop/domain';

const between = (from: Day | null, to: Day | null) => [from && `từ ngày ${formatDay(from)}`, to && `đến hết ngày ${formatDay(to)}`].filter(Boolean).join(' ');

/** Refusals about what is done in a plan's work areas. */
export const activityMessages = {
  activityNotFound: (id: number) => `Không có hoạt động mã ${id}, hoặc đã bị hủy do ghi nhầm.`,
  unknownWorkArea: (no: number, number: string) => `Nội dung công việc số ${no} không có trong mục III Kế hoạch số ${number}.`,
  heldOutsideYear: (year: number, from: Day, to: Day) => `Ngày bắt đầu phải trong năm báo cáo ${year} của kế hoạch: ${between(from, to)}.`,
  endedBeforeHeld: (heldOn: Day) => `Ngày kết thúc không được trước ngày bắt đầu (${formatDay(heldOn)}).`,
  heldWithoutCommune: (unit: string, from: Day | null, to: Day | null) => `Ngày bắt đầu phải khi ${unit} còn hiệu lực: ${between(from, to)}.`,
  activityOfWholeTown: 'Hoạt động chung của toàn địa bàn do người phụ trách cả kế hoạch ghi; hãy chọn xã, phường của bạn.',
  activityThere: (name: string, on: Day, unit: string | null) =>
    `Hoạt động “${name}” ngày ${formatDay(on)} ${unit === null ? 'chung toàn địa bàn' : `của ${unit}`} đã được ghi ở nội dung công việc này; nếu ghi nhầm, hãy hủy bản ghi ấy trước.`,
} as const;
