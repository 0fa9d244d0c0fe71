import { auditActionWords, auditSubjectWords, type AuditCheck, type AuditEntry } from '@ocop/contracts';
import { domainMessages, formatInteger } from '@ocop/domain';

const { authorityNames, evaluationLevelNames, lawTopicNames, producerKindNames, registrationKindNames, stageNames } = domainMessages.vi;
const origins: Readonly<Record<AuditEntry['origin'], string>> = { http: 'người chưa đăng nhập', command: 'lệnh trên máy chủ', system: 'hệ thống' };
const faults: Readonly<Record<AuditCheck['faults'][number]['fault'], (no: number) => string>> = {
  altered: (no) => `Dòng ${no}: nội dung không khớp mã băm.`,
  missing: (no) => `Dòng ${no}: không còn.`,
  cut: (no) => `Từ dòng ${no}: các dòng đã niêm phong không còn.`,
  rewritten: (no) => `Dòng ${no}: khác với mã băm đã niêm phong, nhật ký bị viết lại.`,
};
const fields: Readonly<Record<string, string>> = {
  displayName: 'Tên hiển thị', email: 'Thư điện tử', roles: 'Vai trò', units: 'Phạm vi', disabled: 'Khóa', via: 'Cách đăng nhập', secondFactor: 'Xác thực hai bước',
  count: 'Số phiên', resetSecondFactor: 'Bỏ xác thực hai bước', year: 'Năm', period: 'Kỳ', asOf: 'Tính đến', snapshotSha256: 'Dấu số liệu', products: 'Số sản phẩm',
  from: 'Từ ngày', to: 'Đến ngày', account: 'Tài khoản', action: 'Việc', subject: 'Đối tượng', search: 'Từ tìm kiếm',
  name: 'Tên', aliases: 'Tên gọi khác', kind: 'Loại', unit: 'Địa phương', producer: 'Chủ thể', productSet: 'Bộ sản phẩm',
  registeredOn: 'Ngày đăng ký', roundNo: 'Đợt', paper: 'Văn bản', note: 'Ghi chú', stage: 'Bước hồ sơ', happenedOn: 'Ngày thực hiện',
  evaluation: 'Mã kết quả', level: 'Cấp', evaluatedOn: 'Ngày đánh giá', points: 'Điểm', starCap: 'Hạng cao nhất đủ điều kiện tối thiểu', stars: 'Hạng sao',
  recognition: 'Mã quyết định công nhận', decidedOn: 'Ngày quyết định', decisionNumber: 'Số quyết định', authority: 'Cơ quan công nhận', revocation: 'Mã việc thu hồi', revokedOn: 'Ngày thu hồi',
  inspection: 'Mã lần kiểm tra', inspectedOn: 'Ngày kiểm tra', outcome: 'Kết quả kiểm tra', findings: 'Nhận xét',
  workArea: 'Nội dung của kế hoạch', heldOn: 'Ngày bắt đầu', endedOn: 'Ngày kết thúc', participants: 'Số lượt người',
  members: 'Số thành viên hội đồng', quorum: 'Tỷ lệ thành viên tối thiểu', spreadLimit: 'Chênh lệch điểm tối đa',
  format: 'Dạng tệp', rows: 'Số dòng', takenAt: 'Như lúc', sort: 'Cột sắp xếp', order: 'Chiều sắp xếp', certificate: 'Giấy chứng nhận', round: 'Đợt', supplement: 'Bổ sung danh mục', urgency: 'Mức độ',
  fromYear: 'Tiếp theo năm', number: 'Số, ký hiệu', issuedOn: 'Ngày ban hành', title: 'Tên kế hoạch', supplementBefore: 'Hạn bổ sung danh mục', targets: 'Mục tiêu', rounds: 'Các đợt',
  reports: 'Báo cáo của xã, phường', legalBasis: 'Căn cứ', signature: 'Chữ ký', recipients: 'Nơi nhận',
  topic: 'Nội dung quy định', validFrom: 'Có hiệu lực từ', value: 'Quy định',
};
const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  via: { password: 'mật khẩu', 'openid-connect': 'hệ thống chung' },
  secondFactor: { off: 'không dùng', 'to-set-up': 'phải bật trước đã', pending: 'chờ mã', passed: 'đã nhập đúng mã' },
  action: auditActionWords,
  subject: auditSubjectWords,
  kind: { ...registrationKindNames, ...producerKindNames },
  stage: stageNames,
  level: evaluationLevelNames,
  authority: authorityNames,
  topic: lawTopicNames,
  outcome: { met: 'đạt yêu cầu', 'not-met': 'không đạt yêu cầu' },
};

/** The audit trail. */
export const auditVi = {
  heading: 'Nhật ký',
  intro: 'Ai đã làm gì, khi nào, từ đâu. Không ai sửa hay xóa được; mỗi dòng khóa dòng trước bằng mã băm.',
  total: (n: number) => `${formatInteger(n)} dòng`,
  caption: 'Các dòng nhật ký, mới nhất ở trên',
  empty: 'Không có dòng nào khớp. Thử bỏ bớt điều kiện.',
  columns: { at: 'Lúc', who: 'Ai', what: 'Việc', address: 'Từ đâu' },
  filters: { from: 'Từ ngày', to: 'Đến ngày', action: 'Việc', subject: 'Đối tượng', search: 'Tìm trong nhật ký', any: 'tất cả', clear: 'Bỏ điều kiện' },
  actions: auditActionWords,
  subjects: auditSubjectWords,
  origins,
  fields,
  values,
  yes: 'có',
  no: 'không',
  details: 'Chi tiết',
  field: 'Mục',
  before: 'Trước',
  after: 'Sau',
  reason: 'Lý do',
  requestId: 'Mã yêu cầu',
  hash: 'Mã băm',
  line: (no: number) => `Dòng ${formatInteger(no)}`,
  check: 'Kiểm tra toàn vẹn',
  checking: 'Đang đọc lại toàn bộ nhật ký…',
  whole: (lines: number) => `Nguyên vẹn: ${formatInteger(lines)} dòng, không dòng nào bị sửa, xóa hay chèn.`,
  broken: (lines: number, n: number) => `KHÔNG nguyên vẹn: ${formatInteger(lines)} dòng, ${formatInteger(n)} chỗ sai.`,
  head: (no: number) => `Mã băm của dòng mới nhất (${formatInteger(no)}), nên ghi lại ở nơi khác:`,
  faults,
  page: (page: number, of: number) => `Trang ${formatInteger(page)} trên ${formatInteger(of)}`,
  previous: 'Trang trước',
  next: 'Trang sau',
};
