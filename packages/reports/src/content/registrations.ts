import { registrationsByUnit } from '@ocop/charts';
import { countInText, domainMessages, formatDay, REGISTRATION_KINDS, REGISTRATION_STAGES } from '@ocop/domain';
import type { Block } from '../model.js';
import type { ReportSnapshot, SnapshotRegistration } from '../snapshot.js';
import { appendixName } from './appendix-names.js';
import { reportMessages as words } from './messages.js';
import { certificateBlocks } from './outcomes/certificates.js';
import { allInState } from './outcomes/phrases.js';
import { supplementSentences } from './outcomes/supplements.js';
import { list, paragraph, sentenceCase } from './text-blocks.js';

const { registrationKindNames, stageNames } = domainMessages.vi;
/** More products than this are not named in the text; the appendix lists them. */
const NAMED_IN_TEXT = 10;

function listSentence(registrations: readonly SnapshotRegistration[], appendix: string): string {
  const kinds = REGISTRATION_KINDS.map((kind) => ({ kind, count: registrations.filter((one) => one.kind === kind).length })).filter(({ count }) => count > 0);
  const [only] = kinds;
  const all = countInText(registrations.length);
  if (only !== undefined && kinds.length === 1) return words.registrationsOfOneKind(all, allInState(registrations.length, registrationKindNames[only.kind]), appendix);
  const parts = kinds.map(({ kind, count }) => words.countOfKind(countInText(count), registrationKindNames[kind]));
  return words.registrations(all, parts.join(', '), appendix);
}

function stageBlocks(registrations: readonly SnapshotRegistration[]): Block[] {
  const stages = REGISTRATION_STAGES.map((stage) => ({ stage, own: registrations.filter((one) => one.stage === stage) })).filter(({ own }) => own.length > 0);
  const [only] = stages;
  if (only !== undefined && stages.length === 1) return [paragraph(only.own.length === 1 ? words.oneAtStage(stageNames[only.stage]) : words.allAtStage(countInText(only.own.length), stageNames[only.stage]))];
  const items = stages.map(({ stage, own }, index) => {
    const names = own.length <= NAMED_IN_TEXT ? words.named(own.map((one) => one.productName).join('; ')) : '';
    const end = index === stages.length - 1 ? '.' : ';';
    return sentenceCase(words.stage(stageNames[stage], countInText(own.length))) + names + end;
  });
  return [paragraph(words.stagesIntro), list(items)];
}

/** Registrations by commune and kind. */
export function registrationChart(registrations: readonly SnapshotRegistration[], year: number): Block {
  const chart = words.registrationChart;
  const categories = [...new Set(registrations.map((one) => one.address))];
  const kinds = REGISTRATION_KINDS.filter((kind) => registrations.some((one) => one.kind === kind));
  const count = (address: string, kind: SnapshotRegistration['kind']): number =>
    registrations.filter((one) => one.address === address && one.kind === kind).length;
  const described = categories.map((address) => {
    const parts = kinds.map((kind) => ({ kind, value: count(address, kind) })).filter(({ value }) => value > 0);
    return `${address} ${parts.map(({ kind, value }) => words.countOfKind(countInText(value), registrationKindNames[kind])).join(', ')}`;
  });
  const alternativeText = chart.described(described.join('; '));
  return {
    kind: 'chart',
    caption: chart.caption(year),
    alternativeText,
    definition: registrationsByUnit(
      registrations.map(({ address, kind }) => ({ unitName: address, kind })),
      {
        title: chart.title,
        description: alternativeText,
        unit: chart.unit,
        missing: words.missing,
        categoryLabel: chart.category,
        kindNames: {
          new: sentenceCase(registrationKindNames.new),
          upgrade: sentenceCase(registrationKindNames.upgrade),
          're-evaluation': sentenceCase(registrationKindNames['re-evaluation']),
        },
      },
    ),
  };
}

/** Of a report kept without `outcomes`. */
function countedCertificateBlocks(snapshot: ReportSnapshot): Block[] {
  const { certificates } = snapshot;
  if (certificates === null) return [paragraph(words.certificatesUnknown)];
  if (certificates.length === 0) return [paragraph(words.certificatesNone)];
  const counted = (state: 'expired' | 'expiring'): string => {
    const count = certificates.filter((one) => one.state === state).length;
    return count === 0 ? words.none : words.certificateCount(countInText(count));
  };
  return [paragraph(words.certificates(counted('expired'), counted('expiring'), appendixName(snapshot, 'certificates')))];
}

function supplementBlocks({ supplementsBefore, asOf, outcomes }: ReportSnapshot): Block[] {
  if (supplementsBefore === null) return [];
  if (outcomes !== undefined) return supplementSentences(outcomes, supplementsBefore, asOf).map(paragraph);
  return [paragraph((asOf < supplementsBefore ? words.supplementsAhead : words.supplementsPast)(formatDay(supplementsBefore)))];
}

/** What section II.2 says beside its summary: the list, its stages, the supplements, the certificates. */
export function registrationBlocks(snapshot: ReportSnapshot): Block[] {
  const { registrations, outcomes } = snapshot;
  const supplements = supplementBlocks(snapshot);
  const certificates = outcomes === undefined ? countedCertificateBlocks(snapshot) : certificateBlocks(snapshot, outcomes);
  if (registrations.length === 0) return [paragraph(words.noRegistrations), ...supplements, ...certificates];
  return [paragraph(listSentence(registrations, appendixName(snapshot, 'products'))), ...stageBlocks(registrations), ...supplements, ...certificates];
}
