import { LOWEST_RECOGNISED_STARS, type Day, type RegistrationStage, type Stars } from '@ocop/domain';
import type { DemoData, DemoPlan, DemoRecognition, DemoRegistration } from './demo-data.js';
import { evaluate } from './evaluations.js';
import { messages } from './messages.js';
import type { Random } from './random.js';
import { dossierSpans, roundCalendar, type RoundCalendar } from './round-calendar.js';
import { EARLIER_RECOGNITIONS, STORIES, type Story } from './stories.js';
import { workingDay, type Span } from './working-days.js';

/** From this day the town recognises 3★ (QĐ 148/QĐ-TTg); before it the province recognised every product (plan 1227, II.2). */
export const TOWN_RECOGNISES_FROM: Day = '2023-02-24';

type ProgrammeRows = Pick<DemoData, 'registrations' | 'steps' | 'evaluations' | 'recognitions'>;

type Calendars = Readonly<Record<1 | 2, RoundCalendar>>;

/** The stage of a decision at 3★ or above. */
function recognisedStage(stars: Stars): RegistrationStage {
  if (stars >= 5) return 'recognised-5';
  return stars === 4 ? 'recognised-4' : 'recognised-3';
}

/** Walks one registration through its stages and adds its rows. */
function tellStory(
  random: Random,
  story: Story,
  registration: DemoRegistration,
  plan: DemoPlan,
  calendars: Calendars,
  rows: ProgrammeRows,
): void {
  const { year, round, outcome } = story;
  const { no: registrationNo, position } = registration;
  const own = dossierSpans[round];
  const on = (span: Span) => workingDay(random, year, span);
  const step = (stage: RegistrationStage, happenedOn: Day, roundNo: 1 | 2 | null, paper?: string) => {
    // A dossier that comes twice has two papers: those of the second round are numbered from 21.
    const paperNo = position + (roundNo === 2 ? 20 : 0);
    rows.steps.push({ registrationNo, stage, happenedOn, roundNo, paper: paper ?? messages.stagePaper(stage, paperNo, year) });
  };
  const score = (level: 'town' | 'province', evaluatedOn: Day, ended: Exclude<Story['outcome'], 'withdrawn'>): Stars => {
    const given = evaluate(random, ended, level);
    rows.evaluations.push({ registrationNo, evaluatedOn, ...given });
    return given.stars;
  };
  const recognise = (stars: Stars, decidedOn: Day, decisionNumber: string, authority: DemoRecognition['authority']) => {
    const { revokedIn } = story;
    step(recognisedStage(stars), decidedOn, round, decisionNumber);
    rows.recognitions.push({
      productNo: story.productNo,
      registrationNo,
      kind: story.kind,
      stars,
      decidedOn,
      decisionNumber,
      authority,
      revokedOn: revokedIn === undefined ? null : workingDay(random, revokedIn, ['05-13', '05-24']),
      revocationPaper: revokedIn === undefined ? null : messages.revocation(random.between(1, 40), revokedIn),
    });
  };

  if (story.supplement) {
    step('registered', on(dossierSpans.registeredBySupplement), null, messages.supplement(position, year));
    step('preparing', on(dossierSpans.preparingAfterSupplement), null);
  } else {
    step('registered', plan.issuedOn, null, plan.number);
    step('preparing', on(dossierSpans.preparing), null);
  }
  if (outcome === 'withdrawn') return step('withdrawn', on(own.withdrawn), null);
  if (story.moved) {
    step('received', on(dossierSpans[1].received), 1);
    // The move names the round it goes to.
    step('moved-to-next-round', calendars[1].townDecidedOn, 2);
  }
  const calendar = calendars[round];
  step('received', on(own.received), round);
  step('assessed-by-commune', on(own.assessed), round);
  step('scored-by-town', calendar.scoredOn, round);
  const townStars = score('town', calendar.scoredOn, outcome);
  if (townStars < LOWEST_RECOGNISED_STARS) return step('not-recognised', calendar.townDecidedOn, round);
  if (townStars === LOWEST_RECOGNISED_STARS && calendar.townDecidedOn >= TOWN_RECOGNISES_FROM) {
    return recognise(townStars, calendar.townDecidedOn, calendar.townDecision, 'town');
  }
  step('sent-to-province', calendar.sentOn, round);
  recognise(score('province', calendar.provinceScoredOn, outcome), calendar.provinceDecidedOn, calendar.provinceDecision, 'province');
}

/** The product list of every year with its steps, evaluations and recognitions, and the recognitions of the years before. */
export function generateRegistrations(random: Random, plans: readonly DemoPlan[]): ProgrammeRows {
  const earlierDays = new Map([2019, 2020].map((year) => [year, workingDay(random, year, ['11-25', '12-12'])]));
  const rows: ProgrammeRows = {
    registrations: [],
    steps: [],
    evaluations: [],
    recognitions: EARLIER_RECOGNITIONS.map(({ productNo, year, stars }) => ({
      productNo,
      registrationNo: null,
      kind: 'new',
      stars,
      decidedOn: earlierDays.get(year) ?? `${year}-12-10`,
      decisionNumber: messages.decision(7, year),
      authority: 'province',
      revokedOn: null,
      revocationPaper: null,
    })),
  };
  for (const plan of plans) {
    const { year } = plan;
    const calendars = { 1: roundCalendar(random, year, 1), 2: roundCalendar(random, year, 2) };
    for (const [index, story] of STORIES.filter((one) => one.year === year).entries()) {
      const { productNo, kind } = story;
      const note = messages.registrationNotes[kind];
      const registration = { no: rows.registrations.length + 1, year, position: index + 1, productNo, kind, note };
      rows.registrations.push(registration);
      tellStory(random, story, registration, plan, calendars, rows);
    }
  }
  return rows;
}
