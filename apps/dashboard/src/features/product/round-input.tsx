import { useQuery } from '@tanstack/react-query';
import { SelectInput } from '../../components/select-input.js';
import { getPlanOptions } from '../../lib/api/get-plan.js';
import { useLanguage } from '../../lib/language.js';
import { usePlanChoice } from '../../lib/use-plan-choice.js';

interface RoundInputProps {
  year: number;
  value: string;
  onChoose: (round: string) => void;
  refusal: string | null;
}

/** A round of the plan of a year, or none. */
export function RoundInput({ year, value, onChoose, refusal }: RoundInputProps) {
  const { messages } = useLanguage();
  const { localityPlans } = usePlanChoice();
  const plan = localityPlans.find((one) => one.year === year);
  const { data } = useQuery({ ...getPlanOptions({ year, asOf: plan?.defaultAsOf ?? '' }), enabled: plan !== undefined });
  const rounds = [...new Set([...(data?.rounds.map(({ no }) => String(no)) ?? []), ...(value === '' ? [] : [value])])];
  return (
    <SelectInput
      label={messages.entry.round}
      name="roundNo"
      value={value}
      none={messages.entry.noRound}
      choices={rounds.map((no) => ({ value: no, name: no }))}
      onChoose={onChoose}
      refusal={refusal}
    />
  );
}
