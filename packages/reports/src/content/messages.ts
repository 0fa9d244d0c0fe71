import type { RegistrationKind } from '@ocop/domain';

interface PlanReference {
  number: string;
  day: string;
  issuer: string;
  title: string;
}

/** All words of the reports. Official papers are Vietnamese only. */
export const reportMessages = {
  numberSymbol: 'BC-UBND',
  kindName: 'BÁO CÁO',
  demoMarking: 'DỮ LIỆU MINH HỌA',
  programme: 'Chương trình mỗi xã một sản phẩm (OCOP)',
  periodInText: { H1: (year: number) => `6 tháng đầu năm ${year}`, FY: (year: number) => `năm ${year}` },
  reportName: { H1: (year: number) => `sơ kết 6 tháng đầu năm ${year}`, FY: (year: number) => `tổng kết năm ${year}` },
  subjectLines: (reportName: string, unitName: string) => [
    `${reportName} thực hiện Chương trình`,
    `mỗi xã một sản phẩm (OCOP) trên địa bàn ${unitName}`,
  ],
  documentTitle: (reportName: string, unitName: string) =>
    `Báo cáo ${reportName} thực hiện Chương trình mỗi xã một sản phẩm (OCOP) trên địa bàn ${unitName}`,

  opening: (plan: PlanReference, period: string, issuer: string) =>
    `Thực hiện Kế hoạch số ${plan.number} ngày ${plan.day} của ${plan.issuer} về việc ${plan.title}, ${issuer} báo cáo kết quả thực hiện ${period} như sau:`,
  cutoffs: (first: string, last: string, asOf: string) =>
    `Kỳ báo cáo từ ngày ${first} đến hết ngày ${last}; số liệu được tổng hợp theo những nội dung đã ghi nhận đến hết ngày ${asOf}.`,
  lastFact: (day: string) => ` Nội dung mới nhất được ghi nhận ngày ${day}.`,
  noFact: ' Chưa có nội dung nào được ghi nhận.',

  headings: {
    leadership: 'CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO',
    results: 'KẾT QUẢ THỰC HIỆN',
    assessment: 'ĐÁNH GIÁ CHUNG',
    tasks: { H1: (year: number) => `NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM ${year}`, FY: (year: number) => `NHIỆM VỤ TRỌNG TÂM NĂM ${year + 1}` },
    proposals: 'ĐỀ XUẤT, KIẾN NGHỊ',
    documents: 'Văn bản chỉ đạo và mục tiêu',
    organisation: 'Tổ chức thực hiện và chế độ báo cáo',
    funding: 'Kinh phí thực hiện',
    achieved: 'Kết quả đạt được',
    limits: 'Hạn chế, khó khăn',
    causes: 'Nguyên nhân',
  },
  nothingWritten: 'Không có.',
  placeholder: '………… (Nội dung do Phòng Kinh tế bổ sung trước khi trình ký) …………',

  documentKinds: { QĐ: 'Quyết định', KH: 'Kế hoạch', NQ: 'Nghị quyết', NĐ: 'Nghị định', TT: 'Thông tư', CV: 'Công văn' } as Record<string, string>,
  documentKindUnknown: 'Văn bản',
  document: (kind: string, number: string, day: string, issuer: string) => `${kind} số ${number} ngày ${day} của ${issuer}`,
  legalBasis: (issuer: string, plan: string, day: string, documents: string) =>
    `${issuer} ban hành Kế hoạch số ${plan} ngày ${day}, trên cơ sở ${documents}.`,
  noLegalBasis: (issuer: string, plan: string, day: string) => `${issuer} ban hành Kế hoạch số ${plan} ngày ${day}.`,
  goals: (clause: string, minimum: string, year: number) =>
    `Mục tiêu cụ thể năm ${year} (mục ${clause} của Kế hoạch): công nhận thêm ít nhất ${minimum} sản phẩm OCOP; đánh giá và công nhận lại cho các sản phẩm đã được công nhận.`,
  communeReportName: { H1: 'báo cáo định kỳ 6 tháng', FY: 'báo cáo cuối năm' },
  communeReports: (name: string, received: string, expected: string) =>
    `Về ${name} của Ủy ban nhân dân các xã, phường (mục V.4 của Kế hoạch): đã nhận ${received} trên tổng số ${expected} báo cáo`,
  communeReportsNone: (name: string, expected: string) =>
    `Về ${name} của Ủy ban nhân dân các xã, phường (mục V.4 của Kế hoạch): chưa nhận được báo cáo nào trên tổng số ${expected} báo cáo.`,
  communeReportsOnTime: (onTime: string) => `, trong đó ${onTime} báo cáo đúng hạn.`,
  communeReportsNoneOnTime: ', trong đó không có báo cáo đúng hạn.',
  communeReportsOnTimeUnknown: '; chưa có số liệu về số báo cáo đúng hạn.',
  detailsIn: (appendix: string) => ` Chi tiết tại ${appendix}.`,
  communeReportsUnknown: (name: string, expected: string) => `Chưa có số liệu về ${name} của Ủy ban nhân dân ${expected} xã, phường (mục V.4 của Kế hoạch).`,

  target: (asOf: string, value: string, minimum: string) =>
    `Đến hết ngày ${asOf}, trên địa bàn có ${value} sản phẩm được công nhận mới so với mục tiêu ít nhất ${minimum} sản phẩm`,
  targetNone: (asOf: string, minimum: string) =>
    `Đến hết ngày ${asOf}, trên địa bàn chưa có sản phẩm được công nhận mới; mục tiêu năm là ít nhất ${minimum} sản phẩm`,
  targetUnset: 'Chưa có số liệu về sản phẩm được công nhận mới; Kế hoạch không đặt chỉ tiêu bằng số.',
  targetUnsetNone: (asOf: string) => `Đến hết ngày ${asOf}, trên địa bàn chưa có sản phẩm được công nhận mới; Kế hoạch không đặt chỉ tiêu bằng số.`,
  targetUnsetCount: (asOf: string, value: string) =>
    `Đến hết ngày ${asOf}, số sản phẩm được công nhận mới: ${value}; Kế hoạch không đặt chỉ tiêu bằng số.`,
  targetUnknown: (minimum: string) => `Chưa có số liệu về sản phẩm được công nhận mới; mục tiêu năm là ít nhất ${minimum} sản phẩm`,
  status: (words: string) => `; đánh giá: ${words}.`,
  statusUnsaid: '.',
  reRecognised: (value: string, due: string) => `Công nhận lại: ${value} trên tổng số ${due} sản phẩm đến hạn đánh giá lại trong năm.`,
  reRecognisedNone: (due: string) => `Công nhận lại: chưa có sản phẩm nào trên tổng số ${due} sản phẩm đến hạn đánh giá lại trong năm.`,
  reRecognisedDueUnknown: (value: string) => `Công nhận lại: ${value} sản phẩm; chưa có số liệu về sản phẩm đến hạn đánh giá lại trong năm.`,
  reRecognisedNothingDue: 'Công nhận lại: không có sản phẩm đến hạn đánh giá lại trong năm.',
  reRecognisedUnknown: 'Chưa có số liệu về sản phẩm đến hạn đánh giá lại và được công nhận lại trong năm.',

  areaUnknown: 'Chưa có số liệu ghi nhận về nội dung này trong kỳ báo cáo.',
  registrations: (count: string, kinds: string, appendix: string) =>
    `Danh mục sản phẩm tham gia Chương trình gồm ${count} sản phẩm, trong đó ${kinds} (chi tiết tại ${appendix}).`,
  registrationsOfOneKind: (count: string, allOfKind: string, appendix: string) =>
    `Danh mục sản phẩm tham gia Chương trình gồm ${count} sản phẩm${allOfKind} (chi tiết tại ${appendix}).`,
  noRegistrations: 'Chưa có sản phẩm đăng ký tham gia Chương trình.',
  countOfKind: (count: string, kind: string) => `${count} sản phẩm ${kind}`,
  stagesIntro: 'Tình hình thực hiện theo từng bước:',
  oneAtStage: (stage: string) => `Tình trạng của sản phẩm: ${stage}.`,
  allAtStage: (count: string, stage: string) => `Tình trạng của toàn bộ ${count} sản phẩm: ${stage}.`,
  stage: (stage: string, count: string) => `${stage}: ${count} sản phẩm`,
  named: (names: string) => ` (${names})`,
  supplementsAhead: (day: string) => `Các xã, phường rà soát, bổ sung danh mục sản phẩm (nếu có) trước ngày ${day}.`,
  supplementsPast: (day: string) => `Thời hạn để các xã, phường rà soát, bổ sung danh mục sản phẩm (trước ngày ${day}) đã hết.`,
  certificatesUnknown: 'Chưa có số liệu về thời hạn của các giấy chứng nhận đã cấp.',
  certificatesNone: 'Không có giấy chứng nhận hết hạn hoặc sắp hết hạn.',
  certificates: (expired: string, expiring: string, appendix: string) =>
    `Giấy chứng nhận đã hết hạn: ${expired}; sắp hết hạn: ${expiring} (chi tiết tại ${appendix}).`,
  certificateCount: (count: string) => `${count} sản phẩm`,
  none: 'không có',
  certificateList: ['DANH MỤC GIẤY CHỨNG NHẬN OCOP', 'ĐÃ HẾT HẠN, SẮP HẾT HẠN'],
  certificateColumns: {
    no: 'STT',
    product: 'Tên sản phẩm',
    producer: 'Tên chủ thể',
    stars: 'Hạng sao',
    decidedOn: 'Ngày quyết định',
    validTo: 'Thời hạn đến',
    state: 'Ghi chú',
  },
  stars: (stars: number) => `${stars} sao`,
  certificateStates: { expired: 'đã hết hạn', expiring: 'sắp hết hạn' },
  registrationChart: {
    title: 'Số sản phẩm đăng ký theo xã, phường',
    caption: (year: number) => `Biểu đồ. Số sản phẩm đăng ký năm ${year} theo xã, phường và hình thức đánh giá`,
    category: 'Xã, phường',
    unit: 'sản phẩm',
    described: (categories: string) => `Số sản phẩm đăng ký theo xã, phường và hình thức đánh giá: ${categories}.`,
  },
  missing: 'chưa có số liệu',

  roundTask: (no: string, town: string, province: string) =>
    `Đợt ${no}: thị xã công nhận sản phẩm 3 sao trước ngày ${town}; gửi hồ sơ các sản phẩm đạt từ 70 đến 100 điểm về Sở Nông nghiệp và Phát triển nông thôn trước ngày ${province}. `,
  roundUnknown: 'Chưa có số liệu về kết quả công nhận',
  roundNoneYet: 'Chưa đến hạn, chưa có sản phẩm được công nhận',
  roundNone: 'Không có sản phẩm được công nhận',
  roundRecognised: (parts: string) => `Đã công nhận ${parts}`,
  roundPart: (count: string, kind: string, stars: number) => `${count} sản phẩm ${kind} đạt ${stars} sao`,
  dossiers: (count: string) => `; đã gửi ${count} hồ sơ lên cấp tỉnh.`,
  dossiersNone: '; không có hồ sơ gửi lên cấp tỉnh.',
  dossiersNoneYet: '; chưa gửi hồ sơ lên cấp tỉnh.',
  dossiersUnknown: '; chưa có số liệu về hồ sơ gửi lên cấp tỉnh.',
  roundTable: { title: 'Kết quả đánh giá theo đợt', round: 'Đợt', recognised: 'Sản phẩm được công nhận', dossiers: 'Hồ sơ gửi cấp tỉnh' },
  kindColumns: { new: 'Lần đầu', upgrade: 'Nâng hạng', 're-evaluation': 'Đánh giá lại' } satisfies Record<RegistrationKind, string>,
  dash: '-',
  /** Leads from the paper to the rows behind its figures. */
  lookup: (code: string) => `Mã tra cứu số liệu của phụ lục này: ${code}`,
  dashNote: 'Ghi chú: dấu "-" là chưa có số liệu.',

  fundingIntro: 'Nguồn vốn thực hiện Chương trình chủ yếu là nguồn xã hội hóa, ngân sách hỗ trợ một phần (mục IV của Kế hoạch).',
  fundingUnknown: (appendix: string) =>
    `Chưa có số liệu về dự toán, phân bổ và giải ngân của các nguồn (danh sách nguồn tại ${appendix}).`,
  fundingTotal: (planned: string, allocated: string, disbursed: string, appendix: string) =>
    `Tổng kinh phí: dự toán ${planned}; phân bổ ${allocated}; giải ngân ${disbursed} (chi tiết tại ${appendix}).`,
  fundingUnit: 'Đơn vị tính: triệu đồng',
  fundingTable: { no: 'STT', source: 'Nguồn kinh phí', clause: 'Mục Kế hoạch', planned: 'Dự toán', allocated: 'Phân bổ', disbursed: 'Giải ngân', total: 'Tổng cộng' },
  fundingChart: {
    title: 'Kinh phí theo nguồn',
    caption: 'Biểu đồ. Dự toán và giải ngân theo nguồn kinh phí',
    category: 'Nguồn kinh phí',
    unit: 'triệu đồng',
    described: (sources: string) => `Dự toán và giải ngân theo nguồn: ${sources}.`,
    source: (name: string, planned: string, disbursed: string) => `${name}: dự toán ${planned}, giải ngân ${disbursed}`,
  },

  roundAhead: (no: string, town: string, province: string) =>
    `Tổ chức đánh giá, phân hạng và công nhận sản phẩm đợt ${no} trước ngày ${town}; gửi hồ sơ về Sở Nông nghiệp và Phát triển nông thôn trước ngày ${province}.`,
  closing: (reportName: string, unitName: string, issuer: string) =>
    `Trên đây là báo cáo ${reportName} thực hiện Chương trình mỗi xã một sản phẩm (OCOP) trên địa bàn ${unitName}, ${issuer} báo cáo./.`,

  productList: (year: number) => ['DANH MỤC SẢN PHẨM THAM GIA', `CHƯƠNG TRÌNH OCOP NĂM ${year}`],
  productColumns: { no: 'STT', product: 'Tên sản phẩm', producer: 'Tên chủ thể', address: 'Địa chỉ chủ thể', note: 'Ghi chú' },
  reportingList: { H1: (year: number) => ['TÌNH HÌNH BÁO CÁO ĐỊNH KỲ CỦA CÁC XÃ, PHƯỜNG', `6 THÁNG NĂM ${year}`], FY: (year: number) => ['TÌNH HÌNH BÁO CÁO CUỐI NĂM CỦA CÁC XÃ, PHƯỜNG', `NĂM ${year}`] },
  reportingTable: {
    columns: { no: 'STT', commune: 'Xã, phường', receivedOn: 'Ngày nhận', paper: 'Số văn bản', state: 'Ghi chú' },
    onTime: 'đúng hạn',
    late: 'quá hạn',
    none: 'chưa gửi báo cáo',
  },
  fundingList: (year: number) => ['KINH PHÍ THỰC HIỆN CHƯƠNG TRÌNH OCOP', `NĂM ${year} THEO NGUỒN`],
  attachedTo: (number: string, day: string, issuer: string) => [`(Kèm theo Báo cáo số ${number} ${day}`, `của ${issuer})`],
};
