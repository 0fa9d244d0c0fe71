import type { Registration } from '@ocop/contracts';
import { domainMessages, isRecognisedStage } from '@ocop/domain';
import { ProductLink } from '../../components/product-link.js';
import { dayText, decimalText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { ofGroup, type PlanRound, type RoundStanding, type RoundGroup } from './round-standings.js';

/** What is to be done comes first (clause III.3), what is over last. */
const GROUPS: readonly RoundGroup[] = ['to-send', 'possible', 'sent', 'recognised', 'out'];

function useResult() {
  const { messages, locale } = useLanguage();
  const words = messages.rounds;
  return ({ stage, points, awardedStars, stars }: Registration): string => {
    const shown = stars ?? (isRecognisedStage(stage) ? null : awardedStars);
    return [
      points === null ? null : words.points(decimalText(points, 2, locale)),
      shown === null ? null : words.stars(shown),
      isRecognisedStage(stage) && stars === null ? words.revoked : null,
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
}

function GroupTable({ name, standings, late }: { name: string; standings: readonly RoundStanding[]; late: boolean }) {
  const { messages, locale } = useLanguage();
  const words = messages.rounds;
  const { columns } = words;
  const { stageNames, registrationKindShortNames } = domainMessages[locale];
  const result = useResult();
  return (
    <table className="ruled list-table round-table">
      <caption className="visually-hidden">{name}</caption>
      <thead>
        <tr>
          {Object.values(columns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {standings.map(({ registration, hindrance }) => {
          const note = late ? words.lateToSend : hindrance === null ? '' : words.hindrances[hindrance];
          const found = result(registration);
          return (
            <tr key={registration.id}>
              <th scope="row">
                <ProductLink registration={registration}>{registration.productName}</ProductLink>
              </th>
              <td>{registration.unitName}</td>
              <td>{registrationKindShortNames[registration.kind]}</td>
              <td>{words.since(stageNames[registration.stage], dayText(registration.stageOn, locale))}</td>
              <td className={found === '' ? 'round-nothing' : undefined}>{found}</td>
              <td className={note === '' ? 'round-nothing' : undefined}>{note}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The registrations of a round by how they stand in it. */
export function RoundGroups({ round, standings }: { round: PlanRound; standings: readonly RoundStanding[] }) {
  const { messages } = useLanguage();
  const words = messages.rounds;
  const overdue = round.dossiersToProvince.state === 'passed';
  if (standings.length === 0) return <p>{words.none}</p>;
  return GROUPS.map((group) => {
    const own = ofGroup(standings, group);
    if (own.length === 0) return null;
    return (
      <section key={group} className="round-group" aria-label={words.groups[group]}>
        <h2>{words.groupCount(words.groups[group], own.length)}</h2>
        <GroupTable name={words.groups[group]} standings={own} late={group === 'to-send' && overdue} />
      </section>
    );
  });
}
