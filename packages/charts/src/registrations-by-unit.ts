import { REGISTRATION_KINDS, type RegistrationKind } from '@ocop/domain';
import type { StackedBarsDefinition } from './chart-definition.js';

export interface RegistrationsByUnitWords {
  readonly title: string;
  readonly description: string;
  readonly unit: string;
  readonly missing: string;
  readonly categoryLabel: string;
  readonly kindNames: Readonly<Record<RegistrationKind, string>>;
}

/** Registrations counted by commune, in the order of the list, and by kind: the same chart on the overview and in the report. */
export function registrationsByUnit(
  registrations: readonly { readonly unitName: string; readonly kind: RegistrationKind }[],
  { kindNames, ...words }: RegistrationsByUnitWords,
): StackedBarsDefinition {
  const categories = [...new Set(registrations.map(({ unitName }) => unitName))];
  const kinds = REGISTRATION_KINDS.filter((kind) => registrations.some((one) => one.kind === kind));
  return {
    kind: 'stacked-bars',
    ...words,
    valueFormat: 'integer',
    categories,
    series: kinds.map((kind) => ({
      id: kind,
      name: kindNames[kind],
      colour: `kind-${kind}` as const,
      values: categories.map((name) => registrations.filter((one) => one.unitName === name && one.kind === kind).length),
    })),
  };
}
