import type { Permission, Role } from '@ocop/contracts';

const roles: Readonly<Record<Role, string>> = {
  leadership: 'Lãnh đạo',
  finance: 'Phòng Tài chính - Kế hoạch',
  'economic-office': 'Phòng Kinh tế',
  'commune-officer': 'Cán bộ xã, phường',
  administrator: 'Quản trị viên',
  auditor: 'Kiểm tra',
};

const roleTexts: Readonly<Record<Role, string>> = {
  leadership: 'Xem mọi số liệu và báo cáo của chương trình.',
  finance: 'Xem mọi số liệu; giữ sổ kinh phí và các nguồn.',
  'economic-office': 'Giữ số liệu của chương trình và lập báo cáo.',
  'commune-officer': 'Xem và ghi chủ thể, sản phẩm, đăng ký, báo cáo, hoạt động của xã, phường mình.',
  administrator: 'Mời, khóa tài khoản, giao vai trò; không xem số liệu nếu không có vai trò khác.',
  auditor: 'Xem mọi thứ kể cả nhật ký, không sửa gì.',
};

const names: Readonly<Record<Permission, string>> = {
  'plans.read': 'Xem kế hoạch và thời hạn',
  'plans.write': 'Ghi kế hoạch năm mới, sửa kế hoạch',
  'units.read': 'Xem danh mục địa phương',
  'products.read': 'Xem sản phẩm và tiến độ hồ sơ',
  'indicators.read': 'Xem chỉ số và số liệu gốc',
  'funding.read': 'Xem kinh phí theo nguồn và sổ kinh phí',
  'funding.write': 'Ghi, đảo bút toán kinh phí; xử lý cảnh báo',
  'funding.close': 'Khóa sổ, mở lại sổ kinh phí của năm',
  'reportedMoney.write': 'Ghi số liệu kinh phí do xã, phường báo cáo',
  'reconciliation.sign': 'Ký đối chiếu kinh phí; đặt mức lệch cho phép',
  'fundingSources.write': 'Ghi, sửa nguồn kinh phí',
  'producers.write': 'Ghi, sửa chủ thể',
  'products.write': 'Ghi, sửa sản phẩm',
  'registrations.write': 'Đăng ký sản phẩm, ghi bước hồ sơ',
  'evaluations.write': 'Ghi, đính chính kết quả đánh giá',
  'recognitions.write': 'Ghi quyết định công nhận, thu hồi',
  'inspections.write': 'Ghi kết quả kiểm tra sản phẩm',
  'communeReports.write': 'Ghi báo cáo của xã, phường đã nhận',
  'activities.write': 'Ghi, hủy hoạt động của các nội dung kế hoạch',
  'councils.write': 'Đặt quy chế hội đồng',
  'law.write': 'Ghi quy định pháp luật theo ngày hiệu lực',
  'reports.read': 'Xem danh sách báo cáo',
  'reports.download': 'Mở và tải báo cáo',
  'reports.create': 'Lập báo cáo, trình duyệt',
  'reports.approve': 'Duyệt hoặc trả lại báo cáo',
  'reports.issue': 'Ban hành báo cáo đã duyệt',
  'accounts.read': 'Xem các tài khoản',
  'accounts.manage': 'Mời, sửa, khóa tài khoản',
  'audit.read': 'Xem và kiểm tra nhật ký',
  'audit.export': 'Xuất nhật ký',
};

/** Roles and what each may do. */
export const permissionsVi = {
  heading: 'Ai được làm gì',
  intro: 'Mỗi tài khoản có một hay nhiều vai trò và một phạm vi: toàn bộ, hoặc những địa phương được giao. Phạm vi giới hạn mọi số liệu, kể cả khi xuất ra.',
  caption: 'Vai trò và quyền',
  action: 'Việc',
  yes: 'được',
  no: 'không',
  own: 'của địa phương mình',
  groups: { programme: 'Chương trình', entering: 'Ghi số liệu', reports: 'Báo cáo', accounts: 'Tài khoản', audit: 'Nhật ký' },
  roles,
  roleTexts,
  names,
  notForYou: 'Trang này không thuộc phần việc của bạn',
  isFor: (to: string) => `Trang dành cho: ${to}. Nếu cần dùng, hãy nhờ quản trị viên giao thêm vai trò.`,
};
