import type { Registration } from '@ocop/contracts';
import { domainMessages, isOpenStage, type Day } from '@ocop/domain';
import { ProductLink } from '../../components/product-link.js';
import { Icon } from '../../components/icon.js';
import { decimalText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';
import { daysInStage, isStuck } from './board-columns.js';
import { StuckMark } from './stuck-mark.js';

interface BoardCardProps {
  registration: Registration;
  asOf: Day;
  /** Null = one may not move it. */
  onMove: ((registration: Registration) => void) | null;
}

/** One registration on the board: what, where, how long, how many points. */
export function BoardCard({ registration, asOf, onMove }: BoardCardProps) {
  const { messages, locale } = useLanguage();
  const { board } = messages;
  const { productName, unitName, kind, stage, roundNo, points, awardedStars, stars } = registration;
  const starsShown = stars ?? awardedStars;
  const days = daysInStage(registration, asOf);
  const stuck = isStuck(registration, asOf);
  const facts = [
    domainMessages[locale].registrationKindShortNames[kind],
    roundNo === null ? null : board.round(roundNo),
    points === null ? null : board.points(decimalText(points, 2, locale)),
    starsShown === null ? null : board.stars(starsShown),
    stuck || !isOpenStage(stage) ? null : board.days(days),
  ].filter((fact) => fact !== null);
  return (
    <li className="board-card">
      <p className="board-card-name">
        <ProductLink registration={registration}>{productName}</ProductLink>
      </p>
      <p className="board-card-facts">{unitName}</p>
      <p className="board-card-facts">
        {facts.map((fact, index) => (
          <span key={fact}>
            {index > 0 && ' · '}
            <span className="board-fact">{fact}</span>
          </span>
        ))}
      </p>
      {stuck && <StuckMark days={days} />}
      {onMove !== null && (
        <button type="button" className="icon-button board-move" aria-label={board.moveOf(productName)} title={board.move} onClick={() => onMove(registration)}>
          <Icon name="next" />
        </button>
      )}
    </li>
  );
}
