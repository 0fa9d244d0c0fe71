import type { RegistrationStage } from '@ocop/domain';
import { useLanguage } from '../lib/language.js';
import { stageTrack, TRACK_STEPS } from '../lib/stage-track.js';

const STEP = 16;
const GAP = 2;
const WIDTH = TRACK_STEPS * STEP - GAP;

/** The steps of a registration as a thin track; the stage's own words stand beside it. */
export function StageTrackBar({ stage }: { stage: RegistrationStage }) {
  const { messages } = useLanguage();
  const { reached, outcome } = stageTrack(stage);
  const { step, stopped } = messages.stageTrack;
  return (
    <svg
      className={`stage-track stage-track-${outcome}`}
      viewBox={`0 0 ${WIDTH} 6`}
      width={WIDTH}
      height="6"
      role="img"
      aria-label={reached === null ? stopped : step(reached, TRACK_STEPS)}
    >
      {Array.from({ length: TRACK_STEPS }, (_, index) => (
        <rect
          key={index}
          className={index < (reached ?? 0) ? 'stage-track-done' : 'stage-track-ahead'}
          x={index * STEP + 0.5}
          y="0.5"
          width={STEP - GAP - 1}
          height="5"
        />
      ))}
      {outcome === 'stopped' && <path className="stage-track-strike" d={`M0 3h${WIDTH}`} />}
    </svg>
  );
}
