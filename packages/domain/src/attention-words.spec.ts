import { describe, expect, it } from '@jest/globals';
import { attentionItems } from './attention.js';
import { ATTENTION_KINDS, type AttentionFacts, type CertificateFacts } from './attention-item.js';
import { attentionDue, attentionNextStep, attentionSentence } from './attention-words.js';
import { LOCALES, type Locale } from './messages/index.js';
import { dossier, factsOn, scored } from './testing/attention-facts.js';

const certificate = (validTo: string): CertificateFacts => ({
  recognitionId: 5,
  productId: 7,
  productName: 'Bún Vân Cù',
  unitName: 'Xã Hương Toàn',
  stars: 3,
  validTo,
  reEvaluationOpen: false,
});
const report = (before: string) => ({ period: 'H1' as const, before, expected: 9, received: 8 });

/** For every kind, plan 1227 on a day on which it is told. */
const OCCASIONS: readonly AttentionFacts[] = [
  factsOn('2024-06-08', { reports: [report('2024-06-15')] }),
  factsOn('2024-07-01', { registrations: [dossier('received')], reports: [report('2024-06-15')] }),
  factsOn('2024-07-20', {
    registrations: [dossier('received'), scored('80', 4, '2024-07-05', { id: 2 }), scored('60', 3, '2024-07-05', { id: 3, roundNo: 2 })],
    settings: { stuckAfterDays: 30, reEvaluationWindow: null },
  }),
  ...(['ahead', 'failed', 'draft'] as const).map((state) =>
    factsOn(state === 'ahead' ? '2024-06-08' : '2024-06-20', { ownReports: [{ period: 'H1', plannedOn: '2024-06-15', remindDays: 14, state, reportId: null }] }),
  ),
  factsOn('2024-06-20', { unsentReports: [{ period: 'H1', reportId: 1, failedOn: '2024-06-18' }] }),
  ...['2024-07-19', '2024-08-01', '2024-10-01', '2024-12-20'].map((validTo) => factsOn('2024-07-20', { certificates: [certificate(validTo)] })),
];

const words = (locale: Locale): Map<string, string> =>
  new Map(
    OCCASIONS.flatMap(attentionItems).map((item) => [
      item.kind,
      [attentionSentence(item, locale), attentionDue(item, locale), attentionNextStep(item, locale)].join(' | '),
    ]),
  );

describe('what waits, in words', () => {
  it.each([...LOCALES])('tells of every kind in %s', (locale) => {
    expect([...words(locale).keys()].toSorted()).toEqual([...ATTENTION_KINDS].toSorted());
  });

  it.each([
    ['recognition-missed', 'Đợt 1 đã qua, còn 01 hồ sơ chưa được công nhận | quá hạn 11 ngày, hạn cuối là ngày 09/7/2024 | Chuyển hồ sơ sang đợt sau hoặc ghi kết luận'],
    ['sending-missed', 'Đợt 1 đã qua, còn 01 hồ sơ đạt từ 70 đến 100 điểm chưa gửi lên tỉnh | quá hạn 6 ngày, hạn cuối là ngày 14/7/2024 | Gửi ngay hồ sơ lên tỉnh, nêu rõ lý do chậm'],
    ['reports-due', 'Báo cáo định kỳ 6 tháng: còn thiếu 01 xã, phường | còn 6 ngày, đến hết ngày 14/6/2024 | Nhắc các xã, phường gửi báo cáo'],
    ['own-report-coming', 'Báo cáo sơ kết 6 tháng tự lập ngày 15/6/2024 | còn 6 ngày, đến hết ngày 14/6/2024 | Rà soát số liệu trước khi hệ thống chốt'],
    ['own-report-failed', 'Báo cáo sơ kết 6 tháng lẽ ra tự lập ngày 15/6/2024 nhưng không lập được | quá hạn 5 ngày, hạn cuối là ngày 15/6/2024 | Xem lý do ở trang Báo cáo, sửa rồi cho lập lại'],
    ['own-report-unfinished', 'Báo cáo sơ kết 6 tháng đã tự lập ngày 15/6/2024, chưa ban hành | quá hạn 5 ngày, hạn cuối là ngày 15/6/2024 | Viết các phần còn thiếu rồi trình duyệt'],
    ['own-report-unsent', 'Báo cáo sơ kết 6 tháng đã ban hành nhưng ngày 18/6/2024 có nơi nhận không gửi thư được | quá hạn 2 ngày, hạn cuối là ngày 18/6/2024 | Xem lý do ở trang của báo cáo rồi gửi lại; địa chỉ không dùng được nữa thì bỏ khỏi nơi nhận'],
    ['certificate-lapsed', 'Bún Vân Cù: giấy chứng nhận 3 sao đã hết hạn (có hiệu lực đến hết ngày 19/7/2024) | quá hạn 1 ngày, hạn cuối là ngày 19/7/2024 | Nộp ngay hồ sơ đánh giá lại'],
    ['certificate-lapses-in-90-days', 'Bún Vân Cù: giấy chứng nhận 3 sao có hiệu lực đến hết ngày 01/10/2024 | còn 73 ngày, đến hết ngày 01/10/2024 | Nộp hồ sơ đánh giá lại'],
    ['registration-stuck', 'Thanh trà Hương Vân: hồ sơ ở bước “đã tiếp nhận hồ sơ” từ ngày 09/4/2024 | 102 ngày chưa chuyển bước | Đôn đốc UBND xã, phường đánh giá hồ sơ'],
    ['result-without-decision', 'Thanh trà Hương Vân: kết quả 3 sao ngày 05/7/2024, chưa có quyết định công nhận | còn 81 ngày, đến hết ngày 09/10/2024 | Trình UBND thị xã quyết định công nhận'],
  ])('reads as a clerk writes it: %s', (kind, expected) => {
    expect(words('vi').get(kind)).toBe(expected);
  });

  it('counts one and several in English', () => {
    const sentenceOf = (...registrations: AttentionFacts['registrations']) =>
      attentionItems(factsOn('2024-07-09', { registrations })).map((item) => attentionSentence(item, 'en'))[0];
    expect(sentenceOf(dossier('received'))).toBe('Round 1: 1 dossier waiting for evaluation and recognition');
    expect(sentenceOf(dossier('received'), dossier('received', { id: 2 }))).toBe('Round 1: 2 dossiers waiting for evaluation and recognition');
  });

  it('says that today is the last day', () => {
    expect(attentionItems(factsOn('2024-06-09')).map((item) => attentionDue(item))).toEqual(['hôm nay là hạn cuối']);
  });
});
