import { formatInteger } from '@ocop/domain';
import type { ActivitySearch, PageSearch } from '../lib/page-search.js';

const people = (n: number | null): string => (n === null ? 'chưa có số liệu lượt người' : `${formatInteger(n)} lượt người`);

/** What is done in the work areas of the plan (section III). */
export const activitiesVi = {
  heading: (year: number) => `Hoạt động năm ${year}`,
  total: (n: number, participants: number | null) => `${formatInteger(n)} hoạt động · ${people(participants)}`,
  filteredTotal: (n: number, of: number, participants: number | null) => `${formatInteger(n)} trên ${formatInteger(of)} hoạt động của năm${n === 0 ? '' : ` · ${people(participants)}`}`,
  areas: 'Nội dung của kế hoạch',
  area: (no: number, name: string) => `${no}. ${name}`,
  noneYet: 'chưa có',
  filters: 'Lọc hoạt động',
  searchHint: 'Tên hoạt động, văn bản, ghi chú',
  whole: 'toàn địa bàn',
  refusedNames: { search: 'ô tìm', workArea: 'nội dung', unit: 'xã, phường', page: 'trang' } satisfies Record<Exclude<keyof ActivitySearch, keyof PageSearch>, string>,
  columns: { days: 'Ngày', workArea: 'Nội dung', name: 'Hoạt động', unit: 'Xã, phường', participants: 'Lượt người', paper: 'Văn bản' },
  participants: (n: number) => formatInteger(n),
  days: (from: string, to: string | null) => (to === null ? from : `${from}\u00a0– ${to}`),
  task: 'Việc có thể ghi',
  empty: (day: string) => `Tính đến ngày ${day} chưa ghi hoạt động nào của năm.`,
  emptyNext: 'Lớp tập huấn, hội chợ, đoàn tham quan, lần kiểm tra ghi ở đây thì vào phần của mình trong báo cáo 6 tháng và báo cáo năm.',
  emptyWho: 'Phòng Kinh tế và cán bộ xã, phường ghi; ghi xong thì hiện ở đây.',
  noMatch: 'Không có hoạt động nào khớp. Gõ ít chữ hơn, có thể không dấu, hoặc xóa bộ lọc.',
  add: 'Ghi hoạt động',
  next: 'Ghi tiếp',
  newHeading: (year: number) => `Ghi hoạt động năm ${year}`,
  name: 'Tên hoạt động',
  nameHint: 'Ví dụ: Lớp tập huấn ghi chép, truy xuất nguồn gốc.',
  onDay: 'Ngày',
  fromDay: 'Từ ngày',
  toDay: 'Đến ngày',
  severalDays: 'Nhiều ngày',
  participantsHint: 'nếu có đếm',
  participantsFault: 'Số lượt người ghi bằng chữ số, ví dụ 45 hoặc 1.200.',
  submit: 'Ghi hoạt động',
  done: (name: string, days: string) => `Đã ghi hoạt động “${name}”, ${days}.`,
  takeBack: 'Hủy bản ghi',
  takeBackHeading: 'Hủy hoạt động ghi nhầm',
  takeBackExplained: (name: string, days: string) => `“${name}”, ${days}: không còn được tính; việc ghi và hủy vẫn còn trong nhật ký.`,
  takenBack: (name: string) => `Đã hủy hoạt động “${name}”.`,
  again: 'Ghi lại cho đúng',
};
