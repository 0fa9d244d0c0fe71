import { countInText, domainMessages, formatDay, formatMoney, formatPoints, parseDong, parsePoints, type RegistrationKind } from '@ocop/domain';
import type { ReportSnapshot, SnapshotAmounts } from '../snapshot.js';
import type { SnapshotOutcomes, SnapshotRecognition } from '../snapshot-outcomes.js';
import { figureWords as words } from './messages/figures.js';

/** One figure of a report under its name; value null = not on record. */
export interface ReportFigure {
  /** The same in every report of the period. */
  key: string;
  name: string;
  value: string | null;
}

/** A figure that differs between two reports; null = not on record, undefined = that report does not have it. */
export interface FigureDifference {
  key: string;
  name: string;
  before: string | null | undefined;
  after: string | null | undefined;
}

const { registrationKindNames, stageNames } = domainMessages.vi;
const STAGES = ['planned', 'allocated', 'disbursed'] as const;

const count = (key: string, name: string, value: number | null): ReportFigure => ({ key, name, value: value === null ? null : value === 0 ? '0' : countInText(value) });
const money = (text: string | null): string | null => {
  const dong = text === null ? null : parseDong(text);
  return dong === null ? null : formatMoney(dong, 'million');
};

const amounts = (key: string, source: string, of: SnapshotAmounts): ReportFigure[] =>
  STAGES.map((stage) => ({ key: `funding ${key} ${stage}`, name: words.money(words.stages[stage], source), value: money(of[stage]) }));

const recognitions = (key: string, what: string, found: readonly SnapshotRecognition[]): ReportFigure[] => [
  count(key, what, found.length),
  ...found.map(({ productName, producerName, stars, number, decidedOn }) => ({
    key: `${key} ${productName} ${producerName}`, name: words.of(what, productName), value: words.decision(stars, number, formatDay(decidedOn)),
  })),
];

function outcomeFigures(outcomes: SnapshotOutcomes): ReportFigure[] {
  const { upgraded, reRecognised, newlyRecognised, revoked, due, sentToProvince, courses } = outcomes;
  const points = (text: string) => formatPoints(parsePoints(text) ?? 0n);
  return [
    ...recognitions('newly', words.newlyRecognised, newlyRecognised).slice(1),
    ...recognitions('upgraded', words.upgraded, upgraded),
    ...recognitions('again', words.reRecognised, reRecognised).slice(1),
    count('revoked', words.revoked, revoked.length),
    ...revoked.map(({ productName, producerName, revokedOn }) => ({ key: `revoked ${productName} ${producerName}`, name: words.of(words.revoked, productName), value: words.revocation(formatDay(revokedOn)) })),
    count('due', words.due, due?.length ?? null),
    count('sent', words.sent, sentToProvince.length),
    ...sentToProvince.map(({ no, productName, sentOn }) => ({ key: `sent ${no}`, name: words.of(words.sent, productName), value: words.sentOn(formatDay(sentOn)) })),
    ...courses.flatMap(({ no, productName, roundNo, result }) =>
      result === null ? [] : [{ key: `result ${no} ${roundNo ?? ''}`, name: words.result(productName, roundNo), value: words.resultValue(points(result.points), result.stars) }],
    ),
  ];
}

/** Every figure that a report says, one by one, in the order it says them. */
export function figuresOf(snapshot: ReportSnapshot): ReportFigure[] {
  const { target, reRecognition, communeReports, registrations, outcomes, certificates, fundingSources, fundingTotal } = snapshot;
  const kind = (of: RegistrationKind) => registrationKindNames[of];
  return [
    count('newly', words.newlyRecognised, target.value),
    count('again', words.reRecognised, reRecognition.value),
    ...(outcomes === undefined ? [] : outcomeFigures(outcomes)),
    count('reports received', words.reportsReceived, communeReports.received),
    count('reports on time', words.reportsOnTime, communeReports.onTime),
    count('listed', words.listed, registrations.length),
    ...registrations.map((one) => ({ key: `registration ${one.no}`, name: words.registration(one.productName), value: words.registrationValue(kind(one.kind), stageNames[one.stage]) })),
    ...(certificates ?? []).map(({ productName, producerName, stars, validTo }) => ({
      key: `certificate ${productName} ${producerName}`, name: words.certificate(productName), value: words.certificateValue(stars, formatDay(validTo)),
    })),
    ...fundingSources.flatMap((source) => amounts(source.name, source.name, source)),
    ...amounts('', words.allSources, fundingTotal),
  ];
}

/** The figures that differ between two reports of one period, in the order of the later one; what only the earlier has stands last. */
export function compareFigures(before: ReportSnapshot, after: ReportSnapshot): FigureDifference[] {
  const earlier = new Map(figuresOf(before).map((figure) => [figure.key, figure]));
  const later = figuresOf(after);
  const known = new Set(later.map(({ key }) => key));
  return [
    ...later.map(({ key, name, value }) => ({ key, name, before: earlier.get(key)?.value, after: value as string | null | undefined })),
    ...[...earlier.values()].filter(({ key }) => !known.has(key)).map(({ key, name, value }) => ({ key, name, before: value, after: undefined })),
  ].filter((difference) => difference.before !== difference.after);
}

/** A value of a figure in words. */
export const figureText = (value: string | null | undefined): string => (value === undefined ? words.absent : (value ?? words.missing));
