import { fieldName } from '@ocop/contracts';
import { domainMessages, formatDay, formatInteger, formatMoney, type Day, type FundingDoubt, type FundingStage } from '@ocop/domain';

const { fundingStageNames, fundingSourceKindNames } = domainMessages.vi;
const dong = (amount: string | number | null | undefined) => formatMoney(BigInt(amount ?? 0), 'dong');
const day = (text: string | number | null | undefined) => formatDay(String(text) as Day);

/** A sum of the whole source, for who may know it. */
const told = (sum: string | number | null | undefined) => (sum === null ? '' : ` ${dong(sum)}`);
const reaching = (sum: string | number | null | undefined) => (sum === null ? '' : `là ${dong(sum)}, `);

type Detail = Readonly<Record<string, string | number | null>>;

/** Sentences of the ledger: what is refused, and what is doubtful. Each names field and rule. */
export const fundingMessages = {
  unknownSource: (code: string, known: readonly string[]) => `Nguồn kinh phí “${code}” không có trong kế hoạch năm này; các nguồn đã có: ${known.join(', ')}.`,
  totalOfParts: (total: string, sum: bigint) => `Tổng số tiền ${dong(total)} không bằng các phần cộng lại (${formatMoney(sum, 'dong')}).`,
  totalMissing: 'Tổng số tiền phải được ghi khi một hoạt động lấy từ nhiều nguồn.',
  unitOutOfReach: 'Địa phương không thuộc phạm vi của bạn.',
  postingTaken: 'Mã bút toán đã dùng cho một bút toán khác; không ghi thêm gì.',
  doubtful: 'Có điểm cần xem lại. Nếu số liệu đúng, hãy ghi lý do rồi gửi lại.',
  reasonForDoubts: 'Lý do phải được ghi khi giữ số liệu có cảnh báo.',
  ofPart: (part: number, sentence: string) => `Phần ${part}: ${sentence}`,
  entryNotFound: (id: number) => `Không có khoản ghi sổ mã ${id}.`,
  warningNotFound: (id: number) => `Không có cảnh báo mã ${id}.`,
  warningResolved: 'Cảnh báo này đã được giải quyết.',
  reversalOfReversal: 'Khoản này là một bút toán đảo; không đảo một bút toán đảo, hãy ghi lại khoản đúng.',
  reversedAlready: (by: number) => `Khoản này đã được đảo bằng khoản mã ${by}.`,
  reversedBefore: (on: Day) => `Ngày phát sinh của bút toán đảo không được trước ngày của khoản bị đảo (${formatDay(on)}).`,
  ledgerNotClosed: (year: number) => `Sổ kinh phí năm ${year} chưa khóa.`,
  closingOfWholePlan: 'Sổ kinh phí là của cả kế hoạch; chỉ tài khoản phụ trách toàn bộ khóa hoặc mở lại được.',
  closedAlready: (year: number) => `Sổ kinh phí năm ${year} đã khóa.`,
  sourceNotFound: (id: number) => `Không có nguồn kinh phí mã ${id}.`,
  sourcesOfWholePlan: 'Nguồn kinh phí là của cả kế hoạch; chỉ tài khoản phụ trách toàn bộ thêm hoặc sửa được.',
  sourceTaken: (name: string) => `Kế hoạch đã có nguồn “${name}”.`,
  positionTaken: (position: number, name: string) => `Thứ tự ${position} đã là của “${name}”.`,
  ceilingBelow: (allocated: string) => `Mức trần thấp hơn số đã phân bổ (${dong(allocated)}).`,

  ledgerFault: {
    closed: () => ({ field: 'year', sentence: 'Sổ kinh phí của năm đã khóa; muốn ghi hoặc đảo phải mở lại sổ và ghi lý do.' }),
    'stage-of-kind': ({ source, kind, stage }: Detail) => ({
      field: 'stage',
      sentence: `Khâu “${fundingStageNames[stage as FundingStage]}” không dùng cho ${source} (${fundingSourceKindNames[kind as keyof typeof fundingSourceKindNames]}): tiền xã hội hóa được đăng ký rồi đóng góp; tiền ngân sách và lồng ghép được dự toán, phân bổ, điều chỉnh, giải ngân, quyết toán (Kế hoạch mục IV).`,
    }),
    negative: () => ({ field: 'amount', sentence: 'Số tiền phải lớn hơn 0; chỉ khoản điều chỉnh mới được giảm. Muốn bỏ một khoản ghi nhầm, hãy đảo khoản ấy.' }),
    'after-today': () => ({ field: 'occurredOn', sentence: 'Ngày phát sinh không được sau hôm nay.' }),
    'paper-after-today': () => ({ field: 'paperOn', sentence: 'Ngày chứng từ không được sau hôm nay.' }),
    'before-validity': ({ source, on }: Detail) => ({ field: 'occurredOn', sentence: `Ngày phát sinh phải từ ngày ${source} có hiệu lực (${day(on)}).` }),
    'after-validity': ({ source, on }: Detail) => ({ field: 'occurredOn', sentence: `Ngày phát sinh phải khi ${source} còn hiệu lực: đến hết ngày ${day(on)}.` }),
    'unknown-unit': () => ({ field: 'unitId', sentence: 'Địa phương không phải là một xã, phường của kế hoạch.' }),
    'unit-ended': ({ unit, on, from }: Detail) => ({
      field: 'unitId',
      sentence: `Địa phương phải còn hiệu lực vào ngày phát sinh: ${unit} ${on === null ? `có từ ngày ${day(from)}` : `đến hết ngày ${day(on)}`}.`,
    }),
    'unknown-work-area': () => ({ field: 'workArea', sentence: 'Nội dung công việc không có trong kế hoạch (mục III).' }),
    'unknown-product': () => ({ field: 'productId', sentence: 'Sản phẩm không có trong sổ, hoặc không thuộc địa bàn của kế hoạch hay phạm vi của bạn.' }),
    'unknown-producer': () => ({ field: 'producerId', sentence: 'Chủ thể không có trong sổ, hoặc không thuộc địa bàn của kế hoạch hay phạm vi của bạn.' }),
    'producer-of-product': ({ product }: Detail) => ({ field: 'producerId', sentence: `Chủ thể không phải là chủ thể của sản phẩm “${product}”.` }),
    'over-ceiling': ({ source, ceiling, allocated }: Detail) => ({ field: 'amount', sentence: `Số phân bổ của ${source} sẽ ${reaching(allocated)}vượt mức trần ${dong(ceiling)}.` }),
    'over-allocated': ({ source, allocated, disbursed }: Detail) => ({ field: 'amount', sentence: `Số giải ngân của ${source} sẽ ${reaching(disbursed)}vượt số đã phân bổ${told(allocated)}.` }),
    'over-disbursed': ({ source, disbursed, settled }: Detail) => ({ field: 'amount', sentence: `Số quyết toán của ${source} sẽ ${reaching(settled)}vượt số đã giải ngân${told(disbursed)}.` }),
    tiny: ({ amount }: Detail) => ({ field: 'amount', sentence: `Số tiền chỉ ${dong(amount)}: có phải đơn vị là triệu đồng hay nghìn đồng?` }),
    thousandfold: ({ amount, median }: Detail) => ({
      field: 'amount',
      sentence: `Số tiền ${dong(amount)} lệch hàng nghìn lần so với các khoản cùng nguồn, cùng khâu${median === null ? '' : ` (thường khoảng ${dong(median)})`}: có nhầm đồng, nghìn đồng, triệu đồng không?`,
    }),
    'paper-twice': ({ paper, on, amount }: Detail) => ({ field: 'paperNumber', sentence: `Chứng từ ${paper} đã được ghi cho cùng nguồn, khâu và địa phương (ngày ${day(on)}, ${dong(amount)}): có ghi hai lần không?` }),
    'outside-fiscal-year': ({ year }: Detail) => ({ field: 'occurredOn', sentence: `Ngày phát sinh ở ngoài năm ngân sách ${year}.` }),
    'unit-over-allocated': ({ source, unit, allocated, disbursed }: Detail) => ({
      field: 'amount',
      sentence: `Số giải ngân của ${source} tại ${unit} sẽ là ${dong(disbursed)}, vượt số phân bổ cho địa phương này ${dong(allocated)}.`,
    }),
  } satisfies Readonly<Record<string, (detail: Detail) => { field: string; sentence: string }>>,
  ledgerCommand: {
    usage: 'Cách dùng: npm run ledger -- reconcile [--demo] hoặc npm run ledger -- load --year NĂM --file TỆP.csv [--reason "lý do giữ các dòng có cảnh báo"] [--locality MÃ] [--demo]',
    noFile: (file: string, code: string) => `Không đọc được tệp ${file} (${code}).`,
    unreadable: (file: string, why: string, header: string) => `Không đọc được ${file}: ${why}. Tệp phải là CSV mã UTF-8, ngăn bằng dấu chấm phẩy, dòng đầu là: ${header}`,
    unreadableValue: (line: number, field: string, value: string | null) => `Dòng ${line}: ${fieldName(field)} ${value === null ? 'còn trống' : `“${value}” không đúng`}.`,
    line: (line: number, sentence: string) => `Dòng ${line}: ${sentence}`,
    refused: (hard: number, doubtful: number) => `Chưa ghi gì: ${formatInteger(hard)} lỗi, ${formatInteger(doubtful)} cảnh báo.${hard === 0 ? ' Nếu số liệu đúng, hãy chạy lại kèm --reason "lý do".' : ''}`,
    loadedBefore: (file: string) => `Tệp ${file} đã được nạp rồi; không ghi thêm gì.`,
    loaded: (entries: number, amount: string, warnings: number) => `Đã ghi ${formatInteger(entries)} khoản, cộng ${dong(amount)}${warnings === 0 ? '' : `; ${formatInteger(warnings)} cảnh báo chờ giải quyết`}.`,
    agrees: (entries: number) => `Các tổng khớp với sổ đến từng đồng: ${formatInteger(entries)} khoản.`,
    differs: (count: number) => `Các tổng KHÔNG khớp với sổ ở ${formatInteger(count)} chỗ nói trên.`,
    difference: (at: { year: number; source: string; stage: FundingStage; unit: string | null; span: string; since: string; kept: string | null; recounted: string | null }) =>
      `Năm ${at.year}, ${at.source}, ${fundingStageNames[at.stage]}${at.unit === null ? '' : `, ${at.unit}`}, ${at.span} ${at.since}: tổng đang giữ ${at.kept ?? 'không có'}, cộng lại từ sổ ${at.recounted ?? 'không có'}.`,
  },
  doubtWords: {
    thousandfold: 'lệch hàng nghìn lần', tiny: 'số tiền quá nhỏ', 'paper-twice': 'chứng từ ghi hai lần',
    'outside-fiscal-year': 'ngoài năm ngân sách', 'unit-over-allocated': 'giải ngân vượt phân bổ của địa phương',
  } satisfies Readonly<Record<FundingDoubt, string>>,
} as const;
