import type { LawRuleOnRecord } from '@ocop/contracts';
import { domainMessages, RECOGNISED_STARS, type Locale } from '@ocop/domain';
import { catalogues } from '../../messages/index.js';
import { said } from './law-timeline.js';

/** What a provision says, one line a statement. */
export function provisionWords(rule: Pick<LawRuleOnRecord, 'topic' | 'value'>, locale: Locale): string[] {
  const words = catalogues[locale].rules;
  const one = said(rule);
  switch (one.topic) {
    case 'recognition-authority':
      return RECOGNISED_STARS.map((stars) => words.authority(stars, domainMessages[locale].authorityNames[one.value[stars]]));
    case 'certificate-months':
      return [words.months(one.value)];
    case 're-evaluation-window':
      return [words.window(one.value.fromDays, one.value.toDays)];
    default:
      return one satisfies never;
  }
}
