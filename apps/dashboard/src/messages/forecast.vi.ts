import { countInText, LEAST_HISTORY, type ForecastReason } from '@ocop/domain';

const certain: Readonly<Record<ForecastReason, string>> = {
  achieved: 'đã đạt chỉ tiêu',
  'out-of-reach': 'không còn khả năng trong năm nay',
  'list-open': 'danh mục còn được bổ sung',
  'too-little-history': 'chưa đủ số liệu các năm trước',
};

/** How likely the target is to be met; the method in words is that of docs/forecast.md. */
export const forecastVi = {
  heading: 'Khả năng đạt chỉ tiêu',
  short: (percent: number, low: number, high: number) => `khả năng ${percent}% (${low}–${high}%)`,
  certain,
  figure: (percent: number) => `${percent}%`,
  range: (low: number, high: number) => `khoảng ${low}–${high}%`,
  question: (target: number, year: number) => `Khả năng có ít nhất ${countInText(target)} sản phẩm được công nhận mới trong năm ${year}.`,
  standing: (day: string, value: number, needed: number, open: number) =>
    `Tính đến ${day}: đã công nhận ${countInText(value)}, còn cần ${countInText(needed)}, ${countInText(open)} hồ sơ còn kịp.`,
  ofWholePlan: 'Không có con số này: kế hoạch không đặt chỉ tiêu bằng số, hoặc tài khoản chỉ xem một số xã, phường mà chỉ tiêu là của toàn thị xã.',
  back: 'Về trang tổng quan',
  rows: 'Xem sản phẩm đã được công nhận',
  toMethod: 'Cách tính',
  inTime: (n: number) => `${countInText(n)} hồ sơ còn kịp`,
  noneInTime: 'Không còn hồ sơ lần đầu nào kịp trong năm.',
  tooLate: (n: number) => `${countInText(n)} hồ sơ không còn kịp`,
  product: 'Sản phẩm',
  unit: 'Xã, phường',
  stage: 'Bước đang ở',
  rate: 'Tỷ lệ của bước',
  lastDay: 'Hạn cuối',
  round: 'Đợt',
  noRound: 'cấp trên quyết định',
  why: 'Vì sao',
  rates: 'Các năm trước: từ mỗi bước, bao nhiêu hồ sơ được công nhận trong năm',
  ratesNone: 'Chưa có hồ sơ nào của các năm trước ở những bước này.',
  reached: 'Từng ở bước này',
  recognised: 'Được công nhận',
  share: 'Tỷ lệ',
  interval: 'Khoảng 90%',
  tooFew: `ít hơn ${LEAST_HISTORY} hồ sơ, chưa đủ để nói`,
  between: (low: string, high: string) => `${low}–${high}`,
  method: 'Cách tính',
  steps: [
    'Còn cần bao nhiêu: chỉ tiêu trừ số đã công nhận. Bằng 0 là đã đạt.',
    'Hồ sơ nào còn kịp: hồ sơ lần đầu còn mở, đến hết ngày trước ngày công nhận của đợt cuối; hồ sơ đã gửi lên tỉnh, bộ thì đến hết 31/12. Còn kịp ít hơn còn cần là không còn khả năng, trừ khi danh mục còn được bổ sung (mục V.4): khi ấy chưa nói được.',
    `Tỷ lệ của mỗi bước: trong các hồ sơ lần đầu của những năm kế hoạch đã kết thúc từng ở bước ấy, bao nhiêu được công nhận ngay trong năm. Ít hơn ${LEAST_HISTORY} hồ sơ thì chưa đủ để nói, và không đưa ra con số.`,
    'Xác suất: mỗi hồ sơ còn kịp đạt hoặc không theo tỷ lệ của bước nó đang ở, độc lập với nhau; cộng xác suất của mọi trường hợp mà số hồ sơ đạt không ít hơn số còn cần (phân phối Poisson nhị thức, tính đúng, không mô phỏng).',
    'Khoảng: tính lại với cận dưới, rồi cận trên của mọi tỷ lệ cùng lúc (khoảng Wilson 90%). Khoảng này rộng có chủ ý: các tỷ lệ hiếm khi cùng thấp hoặc cùng cao.',
  ],
  never: 'Điều suy ra từ những năm trước không bao giờ chắc chắn: xác suất ước lượng chỉ ghi từ 1% đến 99%.',
  unknownHeading: 'Cách tính không biết',
  unknown: [
    'Thời gian còn lại trong đợt: “đang hoàn thiện” vào tháng 4 và vào tháng 9 được tính như nhau.',
    'Điểm của riêng từng hồ sơ, và việc các hồ sơ cùng một Hội đồng có thể cùng đạt hay cùng trượt.',
    'Năm trước khác năm nay: tiêu chí, cấp công nhận, sản phẩm.',
    'Sản phẩm đã tính có thể bị thu hồi; hồ sơ có thể được bổ sung sau ngày xem.',
  ],
};
