import { countInText, domainMessages, formatDay, type IndicatorStatus, type ReportSection, type ReportTexts } from '@ocop/domain';
import type { Block } from '../model.js';
import type { ReportSnapshot } from '../snapshot.js';
import { activitySentences } from './activities.js';
import { fundingBlocks } from './funding.js';
import { reportMessages as words } from './messages.js';
import { countedRoundBlocks } from './counted-rounds.js';
import { goalBlocks } from './outcomes/goals.js';
import { roundBlocks } from './outcomes/round-results.js';
import { registrationBlocks } from './registrations.js';
import { list, paragraph, subheading, written } from './text-blocks.js';

function statusWords(status: IndicatorStatus): string {
  if (status === 'no-data' || status === 'tracking') return words.statusUnsaid;
  return words.status(domainMessages.vi.statusNames[status]);
}

/** The first goal of clause II.2 against its figure, with the status in words. */
export function targetSentence({ target, asOf }: ReportSnapshot): string {
  if (target.minimum === null) {
    if (target.value === null) return words.targetUnset;
    return target.value === 0 ? words.targetUnsetNone(formatDay(asOf)) : words.targetUnsetCount(formatDay(asOf), countInText(target.value));
  }
  const minimum = countInText(target.minimum);
  const status = statusWords(target.status);
  if (target.value === null) return words.targetUnknown(minimum) + status;
  if (target.value === 0) return words.targetNone(formatDay(asOf), minimum) + status;
  return words.target(formatDay(asOf), countInText(target.value), minimum) + status;
}

/** The second goal of clause II.2 as counted in a report kept without `outcomes`. */
function reRecognitionSentence({ reRecognition: { value, due } }: ReportSnapshot): string {
  if (value === null) return words.reRecognisedUnknown;
  if (due === null) return words.reRecognisedDueUnknown(countInText(value));
  if (due === 0 && value === 0) return words.reRecognisedNothingDue;
  return value === 0 ? words.reRecognisedNone(countInText(due)) : words.reRecognised(countInText(value), countInText(due));
}

/** The areas whose figures the report writes beside their summary, by clause of the plan. */
const FIGURES_BY_CLAUSE: Record<string, (snapshot: ReportSnapshot) => Block[]> = {
  'III.2': registrationBlocks,
  'III.3': (snapshot) => (snapshot.outcomes === undefined ? countedRoundBlocks(snapshot) : roundBlocks(snapshot, snapshot.outcomes)),
};

/** Section II: the goals, the six work areas of the plan, funding. */
export function resultBlocks(snapshot: ReportSnapshot, texts: ReportTexts): Block[] {
  const areas = snapshot.workAreas.flatMap((area, index) => {
    const figures = FIGURES_BY_CLAUSE[area.clause]?.(snapshot) ?? [];
    const text = written(texts[`area-${index + 1}` as ReportSection] ?? area.summary ?? '');
    const held = activitySentences(snapshot, area.no);
    // Left empty a text says that there is nothing to add to what is on record.
    const own = text.length > 0 || held.length === 0 ? text : [list(held)];
    const unknown = own.length === 0 && figures.length === 0 ? [paragraph(words.areaUnknown)] : [];
    return [subheading(index + 1, area.name), ...own, ...unknown, ...figures];
  });
  const { outcomes } = snapshot;
  const goals = outcomes === undefined ? [paragraph(reRecognitionSentence(snapshot))] : goalBlocks({ ...snapshot, outcomes });
  return [
    paragraph(targetSentence(snapshot)),
    ...goals,
    ...areas,
    subheading(snapshot.workAreas.length + 1, words.headings.funding),
    ...fundingBlocks(snapshot),
  ];
}
