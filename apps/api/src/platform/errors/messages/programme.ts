import { fieldName } from '@ocop/contracts';
import { domainMessages, formatDay, type Authority, type Day, type EvaluationLevel, type LawTopic, type MoveKind, type RegistrationStage, type ScoreFault, type ScorePart } from '@ocop/domain';

const { stageNames, authorityNames, evaluationLevelNames, lawTopicNames } = domainMessages.vi;
const stage = (name: RegistrationStage) => `“${stageNames[name]}”`;
const named = (field: string) => fieldName(field);
const MAXIMUM_CLAUSE = 'Quyết định 148/QĐ-TTg: phần A 40, B 25, C 35';

/** Refusals about the programme: each names the field and the rule, with its clause where it has one. */
export const programmeMessages = {
  changedMeanwhile: 'Người khác vừa sửa bản ghi này. Những gì bạn nhập vẫn còn; hãy xem phần đã đổi rồi gửi lại.',
  productNotFound: (id: number) => `Không có sản phẩm mã ${id}.`,
  producerNotFound: (id: number) => `Không có chủ thể mã ${id}.`,
  registrationNotFound: (id: number) => `Không có hồ sơ đăng ký mã ${id}.`,
  resultNotFound: (id: number) => `Không có kết quả đánh giá mã ${id}, hoặc kết quả đã bị hủy.`,
  recognitionNotFound: (id: number) => `Không có quyết định công nhận mã ${id}, hoặc quyết định đã bị hủy do ghi nhầm.`,
  revocationNotFound: (id: number) => `Không có việc thu hồi mã ${id}, hoặc đã bị hủy do ghi nhầm.`,
  inspectionNotFound: (id: number) => `Không có lần kiểm tra mã ${id}, hoặc đã bị hủy.`,
  lawRuleNotFound: (id: number) => `Không có quy định mã ${id}, hoặc quy định đã bị hủy.`,
  inFuture: (field: string, today: Day) => `${named(field)} không được sau hôm nay (${formatDay(today)}).`,
  unknownProducer: (id: number) => `Chủ thể mã ${id} không có trong sổ, hoặc không thuộc địa phương của bạn.`,
  unknownProductSet: (no: number) => `Bộ sản phẩm số ${no} không có trong 26 bộ của Quyết định 148/QĐ-TTg.`,
  productTaken: (name: string, producer: string) => `${producer} đã có sản phẩm “${name}” trong sổ.`,
  producerTaken: (name: string, unit: string) => `${unit} đã có chủ thể “${name}” trong sổ.`,
  unknownCommune: (id: number) => `Địa phương mã ${id} không phải là một xã, phường đã biết.`,
  communeEnded: (unit: string, validTo: Day) => `Ngày đăng ký phải khi ${unit} còn hiệu lực: đến hết ngày ${formatDay(validTo)}.`,
  communeOutOfReach: (unit: string) => `Địa phương ${unit} không thuộc phạm vi của bạn.`,
  productOfElsewhere: (product: string, unit: string, number: string) => `Sản phẩm “${product}” là của ${unit}, không thuộc địa bàn của Kế hoạch số ${number}.`,
  registeredAlready: (name: string, year: number) => `Sản phẩm “${name}” đã có trong danh mục năm ${year}.`,
  beforePlan: (number: string, issuedOn: Day) => `Ngày đăng ký không được trước ngày ban hành Kế hoạch số ${number} (${formatDay(issuedOn)}).`,
  afterPlanYear: (year: number) => `Ngày đăng ký phải trong năm ${year} của kế hoạch.`,
  recognisedBefore: (name: string) => `Loại đăng ký “đánh giá lần đầu” không đúng: sản phẩm “${name}” đã từng được công nhận (Kế hoạch mục II.2). Hãy chọn nâng hạng hoặc đánh giá lại.`,
  unknownRound: (no: number, rounds: readonly number[]) => `Đợt ${no} không có trong kế hoạch; các đợt là ${rounds.join(', ')}.`,
  roundChangesByMove: (no: number) => `Đợt của hồ sơ là đợt ${no}; muốn đổi đợt, hãy ghi bước “chuyển sang đợt sau”.`,
  kindIsDecided: 'Loại đăng ký không đổi được nữa: hồ sơ đã có quyết định công nhận.',
  correctionKeepsDay: (on: Day) => `Ngày đánh giá phải giữ nguyên khi đính chính (${formatDay(on)}); nếu ngày sai, hãy hủy bước ấy rồi ghi lại.`,
  correctionKeepsRound: (no: number | null) => `Đợt phải giữ nguyên khi đính chính (${no === null ? 'chưa ghi đợt' : `đợt ${no}`}); nếu đợt sai, hãy hủy bước ấy rồi ghi lại.`,
  movesRegistrations: (name: string) => `Địa phương không đổi được: “${name}” đã có hồ sơ đăng ký ở địa phương hiện tại. Hãy ghi một chủ thể mới ở địa phương mới.`,
  laterRound: (no: number | null) => (no === null ? 'Đợt phải được ghi khi chuyển sang đợt sau.' : `Đợt chuyển sang phải sau đợt ${no}.`),
  moveImpossible: (from: RegistrationStage, to: RegistrationStage, allowed: readonly RegistrationStage[]) =>
    from === to
      ? `Hồ sơ đang ở bước ${stage(from)} rồi.`
      : `Từ bước ${stage(from)} không chuyển thẳng sang ${stage(to)} được; có thể sang: ${allowed.map((one) => stageNames[one]).join(', ')}.`,
  moveNeedsReason: {
    next: () => '',
    skip: (from: RegistrationStage, to: RegistrationStage) => `Lý do phải được ghi khi bỏ bước giữa ${stage(from)} và ${stage(to)}.`,
    back: (from: RegistrationStage, to: RegistrationStage) => `Lý do phải được ghi khi trở lại từ ${stage(from)} về ${stage(to)}.`,
  } satisfies Record<MoveKind, unknown>,
  stepBeforeLast: (field: string, last: RegistrationStage, on: Day) => `${named(field)} không được trước bước gần nhất: ${stageNames[last]} ngày ${formatDay(on)}.`,
  stageNeedsResult: 'Bước “thị xã đã chấm điểm” được ghi cùng kết quả chấm điểm của hội đồng; hãy nhập kết quả đánh giá.',
  stageNeedsDecision: 'Bước công nhận được ghi cùng quyết định; hãy nhập quyết định công nhận.',
  stageOfTheTown: 'Bước này do cơ quan thị xã ghi; xã, phường ghi đăng ký, hoàn thiện hồ sơ, đánh giá cấp xã và rút đăng ký.',
  nothingToUndo: 'Hồ sơ chỉ còn bước đăng ký, không có bước nào để hủy. Nếu đăng ký nhầm, hãy ghi “rút đăng ký”.',
  undoTheStep: 'Bản ghi này đi cùng một bước của hồ sơ; hãy hủy bước đó.',
  beforeRegistration: (on: Day) => `Ngày đánh giá không được trước ngày đăng ký (${formatDay(on)}).`,
  resultTaken: (level: EvaluationLevel, on: Day) => `Đã có kết quả của hội đồng ${evaluationLevelNames[level]} ngày ${formatDay(on)}; hãy đính chính kết quả ấy.`,
  nothingToCorrect: 'Kết quả cần đính chính không còn, hoặc đã được đính chính.',
  resultAfterDecision: (on: Day) => `Ngày đánh giá không được sau quyết định công nhận đã ghi (ngày ${formatDay(on)}); hãy hủy quyết định ấy trước.`,
  resultBelowDecision: (stars: number | null, decided: number, on: Day) =>
    `Kết quả này (${stars === null ? 'bị loại' : `${stars} sao`}) thấp hơn quyết định công nhận đã ghi (${decided} sao, ngày ${formatDay(on)}); hãy hủy quyết định ấy trước.`,
  correctsOtherLevel: (level: EvaluationLevel) => `Cấp đánh giá phải giữ nguyên khi đính chính: ${evaluationLevelNames[level]}.`,
  scoreFault: (fault: ScoreFault['fault'], field: ScorePart | 'total', limit: string) =>
    ({
      'not-points': `${named(field)} phải là số điểm từ 0 đến ${limit}, tối đa bốn chữ số thập phân, ví dụ 72,5.`,
      'part-above-maximum': `${named(field)} không quá ${limit} điểm (${MAXIMUM_CLAUSE}).`,
      'total-not-sum': `Tổng điểm phải bằng A + B + C = ${limit}.`,
      'no-quorum': `Số thành viên chấm phải từ ${limit} trở lên theo quy chế của hội đồng.`,
      'spread-too-wide': `Chênh lệch giữa các thành viên vượt ${limit} điểm theo quy chế của hội đồng; hội đồng cần chấm lại.`,
    })[fault],
  notPoints: (field: string) => `${named(field)} phải là số điểm từ 0 đến 100, ví dụ 10.`,
  quorumWithoutMembers: 'Số thành viên hội đồng phải được ghi khi có tỷ lệ thành viên tối thiểu.',
  wrongAuthority: (typed: Authority, stars: number, on: Day, rightful: Authority, basis: string) =>
    `Cơ quan công nhận không đúng: ngày ${formatDay(on)}, sản phẩm ${stars} sao do ${authorityNames[rightful]} công nhận, không phải ${authorityNames[typed]} (${basis}).`,
  decidedAlready: (on: Day) => `Ngày quyết định trùng: sản phẩm đã có một quyết định công nhận ngày ${formatDay(on)}.`,
  firstAlready: (name: string, number: string, on: Day) => `Loại đăng ký không đúng: sản phẩm “${name}” đã được công nhận lần đầu theo ${number} ngày ${formatDay(on)}; một sản phẩm chỉ có một lần đầu (Kế hoạch mục II.2).`,
  noResult: 'Hạng sao chưa có căn cứ: hồ sơ chưa có kết quả chấm điểm của hội đồng.',
  disqualified: (reason: string) => `Hạng sao không có: hội đồng đã loại sản phẩm (${reason}).`,
  starsAboveResult: (stars: number, result: number, points: string) => `Hạng sao ${stars} cao hơn kết quả chấm: ${points.replace('.', ',').replace(/,?0+$/, '')} điểm, ${result} sao (Quyết định 148/QĐ-TTg).`,
  decidedBeforeResult: (on: Day) => `Ngày quyết định không được trước ngày chấm điểm (${formatDay(on)}).`,
  revokedAlready: (number: string, on: Day) => `Ngày thu hồi: quyết định ${number} đã bị thu hồi từ ngày ${formatDay(on)}.`,
  revokedBeforeDecided: (on: Day) => `Ngày thu hồi không được trước ngày quyết định công nhận (${formatDay(on)}).`,
  communeReportNotFound: (id: number) => `Không có báo cáo của xã, phường mã ${id}, hoặc đã bị hủy do ghi nhầm.`,
  noReportOfPeriod: (number: string) => `Kỳ báo cáo này không có trong Kế hoạch số ${number}.`,
  receivedBeforePlan: (number: string, issuedOn: Day) => `Ngày nhận không được trước ngày ban hành Kế hoạch số ${number} (${formatDay(issuedOn)}).`,
  communeOwesNothing: (id: number, number: string) => `Địa phương mã ${id} không phải là một xã, phường báo cáo theo Kế hoạch số ${number}.`,
  communeEndedBefore: (unit: string, validTo: Day) => `Ngày nhận phải khi ${unit} còn hiệu lực: đến hết ngày ${formatDay(validTo)}.`,
  reportReceivedAlready: (unit: string, on: Day) => `Báo cáo kỳ này của ${unit} đã được ghi là nhận ngày ${formatDay(on)}; nếu ghi nhầm, hãy hủy bản ghi ấy trước.`,
  councilOfWholePlan: 'Quy chế của hội đồng áp dụng cho cả năm kế hoạch; chỉ tài khoản phụ trách toàn thị xã đặt được.',
  lawOfAll: 'Quy định của pháp luật áp dụng cho mọi địa phương; chỉ tài khoản phụ trách toàn bộ ghi được.',
  lawRuleTaken: (topic: LawTopic, on: Day) => `Đã có quy định về ${lawTopicNames[topic]} có hiệu lực từ ngày ${formatDay(on)}.`,
  lawRuleIsFirst: 'Quy định đầu tiên không hủy được, vì mọi bản ghi trước các quy định sau đều căn cứ vào nó.',
} as const;
