import { describe, expect, it } from '@jest/globals';
import { NEXT_STEPS } from '../attention-item.js';
import { COMMUNE_REPORT_STATES } from '../commune-report.js';
import { EVALUATION_LEVELS } from '../evaluation.js';
import { FORECAST_REASONS } from '../forecast.js';
import { FUNDING_SOURCE_KINDS, FUNDING_STAGES, MONEY_UNITS } from '../funding.js';
import { INDICATOR_IDS, INDICATOR_STATUSES, INDICATOR_UNITS } from '../indicators.js';
import { AUTHORITIES, LAW_TOPICS } from '../law.js';
import { PERIOD_KINDS } from '../period.js';
import { CANNOT_REASONS } from '../prospect.js';
import { SUPPLEMENT_STATES } from '../registration-moves.js';
import { PRODUCER_KINDS, REGISTRATION_KINDS, REGISTRATION_STAGES } from '../registration.js';
import { UNIT_LEVELS } from '../unit-level.js';
import { LOCALES, clauseReference, domainMessages } from './index.js';

const KEYS = {
  indicatorNames: INDICATOR_IDS,
  indicatorUnits: INDICATOR_UNITS,
  statusNames: INDICATOR_STATUSES,
  registrationKindNames: REGISTRATION_KINDS,
  registrationKindShortNames: REGISTRATION_KINDS,
  stageNames: REGISTRATION_STAGES,
  producerKindNames: PRODUCER_KINDS,
  periodNames: PERIOD_KINDS,
  communeReportStateNames: COMMUNE_REPORT_STATES,
  fundingStageNames: FUNDING_STAGES,
  fundingSourceKindNames: FUNDING_SOURCE_KINDS,
  unitLevelNames: UNIT_LEVELS,
  authorityNames: AUTHORITIES,
  evaluationLevelNames: EVALUATION_LEVELS,
  lawTopicNames: LAW_TOPICS,
  supplementNames: SUPPLEMENT_STATES,
  moneyUnitNames: MONEY_UNITS,
  nextSteps: NEXT_STEPS,
  cannotReasonNames: CANNOT_REASONS,
  forecastReasonNames: FORECAST_REASONS,
} as const;

describe.each([...LOCALES])('the catalogue %s', (locale) => {
  const catalogue = domainMessages[locale];

  it('has the records and functions of every other', () => {
    expect(Object.keys(catalogue).toSorted()).toEqual(
      [...Object.keys(KEYS), 'attentionSentences', 'clauseReference', 'dayLong', 'dueWords'].toSorted(),
    );
  });

  it.each(Object.keys(KEYS) as (keyof typeof KEYS)[])('names every one of %s, once, in NFC, without exclamation', (name) => {
    const entries = Object.entries(catalogue[name]);
    expect(entries.map(([key]) => key).toSorted()).toEqual([...KEYS[name]].toSorted());
    const texts = entries.map(([, text]) => text);
    expect(new Set(texts).size).toBe(texts.length);
    for (const text of texts) {
      expect(text).toBe(text.normalize('NFC').trim());
      expect(text).not.toBe('');
      expect(text).not.toContain('!');
    }
  });
});

describe('the words of the programme', () => {
  it('say missing in words, never 0', () => {
    expect(domainMessages.vi.statusNames['no-data']).toBe('chưa có số liệu');
  });

  it('name the kind of registration as the plan does', () => {
    expect(domainMessages.vi.registrationKindNames).toEqual({
      new: 'đánh giá lần đầu',
      upgrade: 'nâng hạng',
      're-evaluation': 'đánh giá lại',
    });
  });

  it('name a period with its year', () => {
    expect(`${domainMessages.vi.periodNames.H1} 2024`).toBe('6 tháng đầu năm 2024');
    expect(`${domainMessages.vi.periodNames.FY} 2024`).toBe('năm 2024');
  });

  it('cite the clause of a plan by its number', () => {
    expect(clauseReference('1227', 'II.2')).toBe('Kế hoạch 1227, mục II.2');
    expect(clauseReference('1227', 'II.2', 'en')).toBe('Plan 1227, section II.2');
  });
});
