import type { AccountStatus } from '@ocop/contracts';
import { formatInteger } from '@ocop/domain';

const statuses: Readonly<Record<AccountStatus, string>> = { invited: 'đã mời', active: 'đang dùng', disabled: 'đang khóa' };

/** Accounts as an administrator keeps them. */
export const accountsVi = {
  heading: 'Tài khoản',
  total: (n: number) => `${formatInteger(n)} tài khoản`,
  search: 'Tìm theo tên, thư, vai trò, địa phương',
  caption: 'Các tài khoản',
  nothingFound: 'Không có tài khoản nào khớp.',
  invite: 'Mời một người',
  columns: {
    name: 'Tên', username: 'Tên đăng nhập', status: 'Trạng thái', roles: 'Vai trò', scope: 'Phạm vi', secondFactor: 'Hai bước', lastSignIn: 'Đăng nhập gần nhất',
  },
  statuses,
  scopeAll: 'toàn bộ',
  on: 'bật',
  off: 'tắt',
  never: 'chưa lần nào',
  form: {
    inviteHeading: 'Mời một người',
    displayName: 'Tên hiển thị',
    displayNameHint: 'Tên người hoặc cơ quan, như sẽ thấy trong nhật ký.',
    username: 'Tên đăng nhập',
    usernameHint: 'Chữ thường không dấu, số, dấu chấm hoặc gạch nối.',
    email: 'Thư điện tử (không bắt buộc)',
    roles: 'Vai trò',
    scope: 'Phạm vi',
    scopeAll: 'Toàn bộ',
    scopeSome: 'Chỉ những địa phương được chọn',
    findUnit: 'Tìm địa phương',
    unitUntil: (day: string) => `(đến ${day})`,
    chosenUnits: (n: number) => `Đã chọn ${formatInteger(n)}`,
    disabled: 'Khóa tài khoản: không đăng nhập được, mọi phiên kết thúc',
    reason: 'Lý do',
    submitInvite: 'Mời và tạo liên kết',
    submitChange: 'Lưu thay đổi',
    saved: 'Đã lưu.',
  },
  link: {
    heading: 'Liên kết đặt mật khẩu',
    explained: (name: string, until: string) => `Gửi liên kết này cho ${name} qua kênh riêng. Dùng được một lần, đến ${until}, và chỉ hiện lần này.`,
    label: 'Liên kết',
    copy: 'Sao chép',
    copied: 'Đã sao chép.',
    make: 'Tạo liên kết mới',
    makeExplained: 'Khi người này quên mật khẩu hoặc chưa kịp dùng lời mời. Liên kết trước hết hiệu lực.',
    reset: 'Bỏ luôn xác thực hai bước (mất điện thoại)',
  },
  sessions: { end: 'Kết thúc mọi phiên của tài khoản này', ended: 'Đã kết thúc.' },
  history: 'Lịch sử',
  back: 'Về danh sách tài khoản',
};
