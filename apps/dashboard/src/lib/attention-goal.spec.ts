import { describe, expect, it } from '@jest/globals';
import { attentionGoal, groupByUrgency, matches, readAttentionFilter, type ListedItem } from './attention-goal.js';

const dated = (urgency: 'overdue' | 'soon' | 'later', daysLeft: number) => ({ urgency, dueOn: '2024-07-09', daysLeft });
const round: ListedItem = { key: 'recognition-1', kind: 'recognition-missed', ...dated('overdue', -3), nextStep: 'move-to-next-round', subject: { type: 'round', no: 1 }, count: 6 };
const reports: ListedItem = { key: 'reports-FY', kind: 'reports-due', ...dated('later', 155), nextStep: 'remind-communes', subject: { type: 'reports', period: 'FY' }, count: 9 };
const supplements: ListedItem = { key: 'supplements', kind: 'supplements-due', ...dated('soon', 5), nextStep: 'send-supplements', subject: { type: 'supplements' } };
const stuck = (id: number): ListedItem => ({
  key: `stuck-${id}`, kind: 'registration-stuck', ...dated('overdue', -60), nextStep: 'complete-dossier',
  subject: { type: 'registration', id, name: 'Kiệu Hương Chữ', unitName: 'Phường Hương Chữ', stage: 'registered', stars: null, since: '2024-04-09' },
});
const certificate: ListedItem = {
  key: 'certificate-3', kind: 'certificate-lapses-in-90-days', ...dated('later', 60), nextStep: 'finish-re-evaluation',
  subject: { type: 'certificate', recognitionId: 3, productId: 8, name: 'Bún Vân Cù', unitName: 'Xã Hương Toàn', stars: 3, validTo: '2024-09-10' },
};

describe('what waits, by urgency', () => {
  const items = [stuck(1), stuck(2), round, supplements, certificate, reports];
  const keys = (shown?: number) => groupByUrgency(items, shown).map((group) => [group.urgency, group.total, group.items.map(({ key }) => key)]);

  it('puts what is overdue first, in it the plan’s own days (III.3, V.4) before single products', () => {
    expect(keys()).toEqual([
      ['overdue', 3, ['recognition-1', 'stuck-1', 'stuck-2']],
      ['soon', 1, ['supplements']],
      ['later', 2, ['reports-FY', 'certificate-3']],
    ]);
  });

  it('shows as many as asked for, and still counts the rest of a group', () => {
    expect(keys(2)).toEqual([['overdue', 3, ['recognition-1', 'stuck-1']]]);
    expect(keys(4)).toEqual([['overdue', 3, ['recognition-1', 'stuck-1', 'stuck-2']], ['soon', 1, ['supplements']]]);
  });

  it('leads each to where it is dealt with', () => {
    expect([round, supplements, reports, certificate, stuck(1)].map(attentionGoal)).toEqual([
      { to: '/dot/1', search: {} },
      { to: '/san-pham', search: { supplement: 'supplement' } },
      { to: '/bao-cao-xa', search: {} },
      { to: '/san-pham/8', search: {} },
      { to: '/ho-so/1', search: {} },
    ]);
  });

  it('is filtered by what the address says, and by nothing it does not know', () => {
    const shown = (search: Parameters<typeof readAttentionFilter>[0]) => items.filter((item) => matches(item, readAttentionFilter(search))).length;
    expect(shown({})).toBe(6);
    expect(shown({ urgency: 'overdue' })).toBe(3);
    expect(shown({ urgency: 'overdue', kind: 'round' })).toBe(1);
    expect(shown({ urgency: 'tomorrow', kind: 'weather' })).toBe(6);
  });
});
