import type { RegistrationKind } from '@ocop/domain';

/** A name that opens with a digit is a number alone; otherwise it names its kind of paper itself. */
const paperNamed = (kind: string, paper: string) => (/^\d/u.test(paper) ? `${kind} số ${paper}` : paper);

/** The mark of a point under "1.", by the Vietnamese alphabet (Decree 30/2020/NĐ-CP, Appendix I). */
const mark = (index: number) => `${'abcdđeghik'.charAt(index)})`;

/** Words of what came out of the year. Official papers are Vietnamese only. */
export const outcomeWords = {
  decision: (number: string, day: string, issuer: string | null) =>
    `${paperNamed('Quyết định', number)} ngày ${day}${issuer === null ? '' : ` của ${issuer}`}`,
  inBrackets: (names: string) => ` (${names})`,
  decisionShort: (number: string, day: string) => `${number} ngày ${day}`,
  peoplesCommittee: (unitName: string) => `UBND ${unitName}`,
  recognition: (product: string, producer: string, stars: number, decision: string) => `${product} của ${producer}: ${stars} sao, ${decision}`,

  newlyRecognised: 'Sản phẩm được công nhận mới:',
  upgraded: (count: string) => `Trong năm có ${count} sản phẩm được nâng hạng sao:`,
  reRecognised: (count: string) => `Trong năm có ${count} sản phẩm được công nhận lại:`,
  upgradedMany: (count: string, appendix: string) => `Trong năm có ${count} sản phẩm được nâng hạng sao (chi tiết tại ${appendix}).`,
  reRecognisedMany: (count: string, appendix: string) => `Trong năm có ${count} sản phẩm được công nhận lại (chi tiết tại ${appendix}).`,
  neitherYet: 'Chưa có sản phẩm được nâng hạng sao, chưa có sản phẩm được công nhận lại.',
  neither: 'Trong năm không có sản phẩm được nâng hạng sao, không có sản phẩm được công nhận lại.',
  noneUpgradedYet: 'Chưa có sản phẩm được nâng hạng sao.',
  noneUpgraded: 'Trong năm không có sản phẩm được nâng hạng sao.',
  noneReRecognisedYet: 'Chưa có sản phẩm được công nhận lại.',
  noneReRecognised: 'Trong năm không có sản phẩm được công nhận lại.',
  candidates: (count: string, atHigher: string, rounds: string) =>
    `Còn ${count} hồ sơ đánh giá lần đầu có thể được công nhận trong các đợt còn lại của năm (${rounds})${atHigher}.`,
  candidatesAtHigher: (count: string) => `, trong đó ${count} hồ sơ đã gửi lên cấp trên`,
  candidatesAllAtHigher: (count: string) => `Còn ${count} hồ sơ đánh giá lần đầu đã gửi lên cấp trên, đang chờ kết quả.`,
  noCandidates: 'Không còn hồ sơ đánh giá lần đầu nào có thể được công nhận trong năm.',
  roundBefore: (no: number, day: string) => `đợt ${no} trước ngày ${day}`,

  due: (count: string) => `Trong năm có ${count} sản phẩm đến hạn đánh giá lại`,
  dueNone: 'Trong năm không có sản phẩm đến hạn đánh giá lại.',
  dueUnknown: 'Chưa có số liệu về sản phẩm đến hạn đánh giá lại trong năm.',
  dueStates: {
    're-evaluation': 'đã được công nhận lại',
    upgrade: 'đã được nâng hạng sao',
    new: 'đã có quyết định mới',
    registered: 'đã đăng ký đánh giá lại, chưa có quyết định công nhận',
    withdrawn: 'đã rút đăng ký đánh giá lại',
    'not-recognised': 'không được công nhận lại',
    none: 'chưa đăng ký đánh giá lại',
  },
  allOfOne: (state: string) => `, ${state}`,
  allOfMany: (state: string) => `, đều ${state}`,
  countOf: (count: string, state: string) => `${count} sản phẩm ${state}`,
  among: (parts: string) => `, trong đó ${parts}`,

  revoked: (count: string) => `Trong năm đã thu hồi ${count} giấy chứng nhận:`,
  noneRevoked: 'Trong năm không có giấy chứng nhận bị thu hồi.',
  revocation: (product: string, producer: string, stars: number, decision: string, day: string, paper: string | null, reason: string | null) =>
    `${product} của ${producer}: ${stars} sao theo ${decision}; thu hồi ngày ${day}` +
    (paper === null ? '' : ` theo ${paperNamed('Quyết định', paper)}`) +
    (reason === null ? '' : `; lý do: ${reason}`),

  yearBefore: (year: number, day: string, parts: string) => `Cùng kỳ năm ${year} (đến hết ngày ${day}) có ${parts}.`,
  yearBeforeNothing: (year: number, day: string) =>
    `Cùng kỳ năm ${year} (đến hết ngày ${day}) không có sản phẩm được công nhận mới, nâng hạng sao hoặc công nhận lại và không có hồ sơ gửi lên cấp tỉnh.`,
  yearBeforeParts: {
    newlyRecognised: (count: string) => `${count} sản phẩm được công nhận mới`,
    upgraded: (count: string) => `${count} sản phẩm được nâng hạng sao`,
    reRecognised: (count: string) => `${count} sản phẩm được công nhận lại`,
    sentToProvince: (count: string) => `${count} hồ sơ gửi lên cấp tỉnh`,
  },
  yearBeforeNone: {
    newlyRecognised: 'sản phẩm được công nhận mới',
    upgraded: 'sản phẩm được nâng hạng sao',
    reRecognised: 'sản phẩm được công nhận lại',
    sentToProvince: 'hồ sơ gửi lên cấp tỉnh',
  },
  butNone: (parts: string) => `; không có ${parts}`,

  supplementsNone: (day: string) => `Đến hết thời hạn bổ sung (trước ngày ${day}, mục V.4 của Kế hoạch), không có sản phẩm được bổ sung vào danh mục.`,
  supplementsNoneYet: (day: string) => `Các xã, phường rà soát, bổ sung danh mục sản phẩm (nếu có) trước ngày ${day} (mục V.4 của Kế hoạch); đến nay chưa có sản phẩm bổ sung.`,
  supplementsInTime: (count: string, day: string, names: string) =>
    `Các xã, phường đã bổ sung ${count} sản phẩm vào danh mục trong thời hạn (trước ngày ${day}, mục V.4 của Kế hoạch)${names}.`,
  supplementsLate: (count: string, day: string, names: string) =>
    `Có ${count} sản phẩm được bổ sung vào danh mục sau thời hạn (từ ngày ${day}, mục V.4 của Kế hoạch)${names}.`,
  supplementNames: (names: string) => `: ${names}`,
  ofCommune: (product: string, address: string) => `${product}, ${address}`,

  certificatesIntro: (appendix: string) => `Tình hình giấy chứng nhận hết hạn, sắp hết hạn (chi tiết tại ${appendix}):`,
  certificateStates: {
    expired: (count: string) => `Đã hết hạn trong năm: ${count} sản phẩm`,
    expiring: (days: number, count: string) => `Hết hạn trong ${days} ngày tới: ${count} sản phẩm`,
  },
  noneExpired: 'Đã hết hạn trong năm: không có',
  noneExpiring: (days: number) => `Hết hạn trong ${days} ngày tới: không có`,
  certificatesUnregistered: 'chưa đăng ký đánh giá lại',
  certificatesWaiting: 'đã đăng ký đánh giá lại, đang chờ kết quả',
  certificatesEnded: 'không còn hồ sơ đánh giá lại chờ kết quả',
  certificateTask: (count: string) =>
    `Rà soát, hướng dẫn chủ thể lập hồ sơ đánh giá lại đối với ${count} sản phẩm có giấy chứng nhận đã hết hạn hoặc sắp hết hạn mà chưa đăng ký.`,
  daysGone: (days: number) => `quá ${days} ngày`,
  daysLeft: (days: number) => `còn ${days} ngày`,
  lastDay: 'hôm nay',
  certificateColumns: {
    no: 'STT',
    product: 'Tên sản phẩm',
    producer: 'Tên chủ thể',
    stars: 'Hạng sao',
    decision: 'Quyết định',
    validTo: 'Thời hạn đến',
    days: 'So với ngày báo cáo',
    registration: 'Đăng ký đánh giá lại',
  },
  registered: 'Đã đăng ký',
  registrationEnded: { withdrawn: 'Đã rút', 'not-recognised': 'Không được công nhận lại' } as Partial<Record<string, string>>,
  notRegistered: 'Chưa đăng ký',

  roundName: (no: number) => `Đợt ${no}`,
  roundTask: (index: number, no: number, town: string, province: string) =>
    `${mark(index)} Đợt ${no}: theo Kế hoạch, thị xã công nhận sản phẩm 3 sao trước ngày ${town}; gửi hồ sơ các sản phẩm đạt từ 70 đến 100 điểm về Sở Nông nghiệp và Phát triển nông thôn trước ngày ${province}.`,
  outsideRounds: (index: number) => `${mark(index)} Hồ sơ chưa đưa vào đợt đánh giá:`,
  roundAhead: 'Chưa đến hạn; chưa có hồ sơ được chấm điểm, chưa có sản phẩm được công nhận, chưa gửi hồ sơ lên cấp tỉnh.',
  roundEmpty: 'Chưa ghi nhận kết quả chấm điểm, công nhận và gửi hồ sơ lên cấp tỉnh của đợt này.',
  scored: (count: string, points: string, stars: string) => `Hội đồng cấp thị xã đã chấm điểm ${count} hồ sơ${points}${stars}.`,
  noneScored: 'Chưa có hồ sơ được Hội đồng cấp thị xã chấm điểm.',
  pointsRange: (least: string, most: string) => `, từ ${least} đến ${most} điểm`,
  pointsOne: (points: string) => `, đạt ${points} điểm`,
  pointsSame: (points: string) => `, đều đạt ${points} điểm`,
  pointsOfOthers: (points: string) => `, hồ sơ không bị loại đạt ${points} điểm`,
  pointsRangeOfOthers: (least: string, most: string) => `, hồ sơ không bị loại đạt từ ${least} đến ${most} điểm`,
  starCounts: (parts: string) => `; xếp hạng: ${parts}`,
  starCount: (count: string, band: string) => `${count} hồ sơ ${band}`,
  starsAll: (band: string) => `; đều xếp hạng ${band}`,
  starsOne: (band: string) => `; xếp hạng ${band}`,
  band: { 5: '5 sao', 4: '4 sao', 3: '3 sao', below: 'dưới 3 sao', out: 'bị loại' },
  capped: (product: string, points: string, band: number, stars: number) =>
    `${product} đạt ${points} điểm (mức điểm ${band} sao) nhưng xếp hạng ${stars} sao do chưa đáp ứng đủ yêu cầu tối thiểu của hạng ${stars + 1} sao.`,
  disqualified: (product: string, reason: string | null) => `${product} bị loại${reason === null ? '' : `: ${reason}`}.`,
  recognised: (parts: string) => `Đã công nhận ${parts}.`,
  recognisedPart: (count: string, kind: string, stars: number) => `${count} sản phẩm ${kind} đạt ${stars} sao`,
  noneRecognised: 'Không có sản phẩm được công nhận.',
  noneRecognisedYet: 'Chưa có sản phẩm được công nhận.',
  ends: {
    'not-recognised': (count: string, names: string) => `không được công nhận: ${count} sản phẩm${names}`,
    withdrawn: (count: string, names: string) => `rút đăng ký: ${count} sản phẩm${names}`,
    'moved-on': (count: string, names: string) => `chuyển sang đợt sau: ${count} sản phẩm${names}`,
    revoked: (count: string, names: string) => `bị thu hồi giấy chứng nhận: ${count} sản phẩm${names}`,
  },
  stillOpen: (count: string, names: string) => `Đã qua thời hạn của đợt, còn ${count} hồ sơ chưa có kết quả${names}.`,
  sent: (count: string, parts: string) => `Đã gửi ${count} hồ sơ lên cấp tỉnh: ${parts}.`,
  sentPart: (product: string, day: string, paper: string | null, late: boolean) =>
    `${product} (ngày ${day}${paper === null ? '' : `, ${paperNamed('văn bản', paper)}`}${late ? ', sau thời hạn' : ''})`,
  noneSent: 'Không có hồ sơ gửi lên cấp tỉnh.',
  noneSentYet: 'Chưa gửi hồ sơ lên cấp tỉnh.',
  answered: (parts: string) => `Kết quả của cấp tỉnh: ${parts}.`,
  answer: (products: string, stars: number, decision: string) => `${products} được công nhận ${stars} sao (${decision})`,
  answerNot: (product: string, stage: string) => `${product}: ${stage}`,
  waiting: (names: string) => `Đang chờ kết quả của cấp tỉnh: ${names}.`,

  everyDossier: (appendix: string) => `Kết quả theo đợt được tổng hợp ở bảng dưới đây; kết quả của từng hồ sơ tại ${appendix}.`,
  summary: {
    title: 'Kết quả đánh giá, phân hạng theo đợt',
    round: 'Đợt',
    scored: 'Hồ sơ đã chấm',
    ranking: 'Xếp hạng của Hội đồng',
    recognised: 'Sản phẩm được công nhận',
    sent: 'Hồ sơ gửi cấp tỉnh',
    total: 'Cộng',
    kinds: { new: 'Lần đầu', upgrade: 'Nâng hạng', 're-evaluation': 'Đánh giá lại' } satisfies Record<RegistrationKind, string>,
    noRound: 'Khác',
  },
  bandTitles: { 5: '5 sao', 4: '4 sao', 3: '3 sao', below: 'Dưới 3 sao', out: 'Bị loại' },
  appendixTitle: (year: number) => ['KẾT QUẢ ĐÁNH GIÁ, PHÂN HẠNG SẢN PHẨM OCOP', `NĂM ${year} THEO ĐỢT`],
  resultColumns: {
    no: 'STT',
    product: 'Tên sản phẩm',
    producer: 'Tên chủ thể',
    kind: 'Loại',
    round: 'Đợt',
    points: 'Điểm',
    stars: 'Hạng sao',
    decision: 'Quyết định công nhận',
    note: 'Ghi chú',
  },
  resultNotes: {
    'not-recognised': 'Không được công nhận',
    withdrawn: 'Rút đăng ký',
    'moved-on': 'Chuyển sang đợt sau',
    revoked: 'Đã thu hồi',
  },
  capNote: (stars: number) => `Chưa đủ yêu cầu tối thiểu của hạng ${stars + 1} sao`,
  recognisedAs: (stars: number) => `Công nhận ${stars} sao`,
  outNote: (reason: string | null) => `Bị loại${reason === null ? '' : `: ${reason}`}`,
  resultNote: 'Ghi chú: điểm và hạng sao là kết quả của Hội đồng đánh giá, phân hạng sản phẩm cấp thị xã; điểm ghi đúng như đã chấm, không làm tròn.',
} as const;
