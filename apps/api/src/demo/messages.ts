import type { FundingStage, ProducerKind, RegistrationKind, RegistrationStage } from '@ocop/domain';

const twoDigits = (no: number) => String(no).padStart(2, '0');
const fourDigits = (no: number) => String(no).padStart(4, '0');

const producerForms: Readonly<Record<ProducerKind, string>> = {
  cooperative: 'HTX',
  'cooperative-group': 'Tổ hợp tác',
  household: 'Hộ kinh doanh',
  company: 'Công ty TNHH',
  farm: 'Trang trại',
};

const fundingPapers: Readonly<Record<FundingStage, string>> = {
  planned: 'Dự toán',
  allocated: 'Thông báo phân bổ',
  adjusted: 'Thông báo điều chỉnh',
  disbursed: 'Phiếu chi',
  settled: 'Báo cáo quyết toán',
  registered: 'Giấy đăng ký',
  contributed: 'Phiếu thu',
};

const stagePapers: Readonly<Partial<Record<RegistrationStage, string>>> = {
  received: 'Phiếu tiếp nhận',
  'assessed-by-commune': 'Biên bản đánh giá',
  'scored-by-town': 'Biên bản chấm điểm',
  'sent-to-province': 'Tờ trình',
  withdrawn: 'Giấy xin rút',
  'not-recognised': 'Thông báo kết quả',
  'moved-to-next-round': 'Thông báo',
};

const registrationNotes: Readonly<Record<RegistrationKind, string | null>> = {
  new: null,
  upgrade: 'Nâng hạng',
  're-evaluation': 'Đánh giá lại',
};

/** Words of the invented data: each name and paper says that it is invented. */
export const messages = {
  accountCommune: 'Tứ Hạ',
  accounts: {
    lanhdao: 'Lãnh đạo (minh họa)',
    taichinh: 'Phòng Tài chính - Kế hoạch (minh họa)',
    kinhte: 'Phòng Kinh tế (minh họa)',
    tuha: 'Phường Tứ Hạ (minh họa)',
    kiemtoan: 'Kiểm tra (minh họa)',
  },
  planNumber: (year: number) => `MH-${year}/KH`,
  planTitle: (year: number) =>
    `Triển khai Chương trình mỗi xã một sản phẩm (OCOP) thị xã Hương Trà năm ${year} (dữ liệu minh họa)`,
  /** The place of a name: invented data signs with nobody. */
  signatoryName: '(Họ và tên)',
  producer: (kind: ProducerKind, no: number) => `${producerForms[kind]} minh họa ${twoDigits(no)}`,
  product: (kindOfGoods: string, no: number) => `${kindOfGoods} (minh họa ${twoDigits(no)})`,
  registrationNotes,
  supplement: (no: number, year: number) => `Công văn bổ sung minh họa ${twoDigits(no)}/${year}`,
  stagePaper: (stage: RegistrationStage, no: number, year: number) => {
    const paper = stagePapers[stage];
    return paper === undefined ? null : `${paper} minh họa ${twoDigits(no)}/${year}`;
  },
  decision: (no: number, year: number) => `QĐ minh họa ${twoDigits(no)}/${year}`,
  revocation: (no: number, year: number) => `QĐ thu hồi minh họa ${twoDigits(no)}/${year}`,
  fundingPaper: (stage: FundingStage, no: number) => `${fundingPapers[stage]} minh họa ${fourDigits(no)}`,
  communeReport: (no: number, year: number) => `Báo cáo minh họa ${twoDigits(no)}/${year}`,
  activity: (name: string) => `${name} (minh họa)`,
  activityPaper: (no: number, year: number) => `Kế hoạch hoạt động minh họa ${twoDigits(no)}/${year}`,
  activities: {
    fair: 'Gian hàng sản phẩm OCOP tại hội chợ xuân',
    kickOff: 'Hội nghị triển khai kế hoạch OCOP của năm',
    class: 'Lớp tập huấn chu trình OCOP cho cán bộ xã, phường và chủ thể',
    visit: 'Đoàn tham quan học tập mô hình OCOP ở tỉnh bạn',
    packaging: 'Hướng dẫn hoàn thiện nhãn, bao bì và truy xuất nguồn gốc',
    dossiers: 'Hướng dẫn chủ thể hoàn thiện hồ sơ đánh giá, phân hạng',
    selling: 'Lớp tập huấn bán hàng trên sàn thương mại điện tử',
    inspection: 'Kiểm tra điểm bán và cơ sở sản xuất sản phẩm OCOP',
    market: 'Phiên chợ giới thiệu sản phẩm OCOP của địa phương',
  },
  goods: [
    'Trà rau má', 'Trà vằng', 'Trà gừng', 'Bột nghệ', 'Bột ngũ cốc', 'Mật ong', 'Bánh tráng', 'Bánh tét', 'Bánh lọc',
    'Nem chua', 'Tré', 'Chả cá', 'Rượu gạo', 'Rượu nếp than', 'Gạo đỏ', 'Gạo nếp', 'Măng khô', 'Chuối sấy', 'Mít sấy',
    'Mứt gừng', 'Mứt cam', 'Ớt bột', 'Tương ớt', 'Dầu lạc', 'Dầu tràm', 'Dầu sả', 'Nấm sò', 'Nấm mộc nhĩ', 'Trứng gà',
    'Gà ủ muối', 'Cao lá vằng', 'Đậu phộng rang', 'Tinh bột sắn dây', 'Nón lá', 'Chổi đót', 'Giỏ mây tre',
  ],
} as const;
