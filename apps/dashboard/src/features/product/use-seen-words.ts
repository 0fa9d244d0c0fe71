import { domainMessages, isDay, REGISTRATION_KINDS, REGISTRATION_STAGES } from '@ocop/domain';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

/** Words of what a registration had when it was looked at. */
export function useSeenWords() {
  const { locale } = useLanguage();
  const { registrationKindNames, stageNames } = domainMessages[locale];
  return (field: string, value: unknown): string | null => {
    if (field === 'kind') return registrationKindNames[REGISTRATION_KINDS.find((kind) => kind === value) ?? 'new'];
    if (field === 'stage') return stageNames[REGISTRATION_STAGES.find((stage) => stage === value) ?? 'registered'];
    return typeof value === 'string' && isDay(value) ? dayText(value, locale) : null;
  };
}
