import type { AttentionTopic } from '@ocop/contracts';
import { countInText, type Urgency } from '@ocop/domain';

const urgencies: Readonly<Record<Urgency, string>> = { overdue: 'Quá hạn', soon: 'Sắp đến hạn', later: 'Về sau', 'long-lapsed': 'Hết hạn đã lâu' };
const topics: Readonly<Record<AttentionTopic, string>> = {
  registration: 'Hồ sơ',
  round: 'Đợt đánh giá',
  certificate: 'Giấy chứng nhận',
  reports: 'Báo cáo của xã, phường',
  'own-report': 'Báo cáo của cơ quan',
  supplements: 'Bổ sung danh mục',
};

/** What waits for somebody: on the overview, and on its own page. */
export const attentionVi = {
  heading: 'Cần xử lý',
  headingCount: (n: number) => `Cần xử lý (${n})`,
  calm: 'Không có việc quá hạn, không có hạn nào trong 180 ngày tới.',
  town: (unit: string) => `UBND ${unit}`,
  communes: 'UBND các xã, phường',
  leadership: 'Lãnh đạo UBND',
  economicOffice: 'Phòng Kinh tế',
  urgencies,
  topics,
  all: (n: number) => `Xem tất cả ${countInText(n)} việc`,
  page: {
    heading: 'Việc cần xử lý',
    explained: 'Quá hạn trước, rồi đến việc có hạn trong 30 ngày, việc có hạn trong 180 ngày; giấy chứng nhận hết hạn đã hơn một năm đứng cuối.',
    urgency: 'Mức độ',
    topic: 'Về việc',
    any: 'Tất cả',
    none: 'Không có việc nào như vậy.',
    clear: 'Xem tất cả',
    calendar: 'Đưa vào lịch của tôi',
    print: 'In',
    back: 'Về trang tổng quan',
  },
};
