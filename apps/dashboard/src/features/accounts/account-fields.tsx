import { ROLES, type Role } from '@ocop/contracts';
import { compareVietnamese, searchKey } from '@ocop/domain';
import { useState } from 'react';
import { TextInput } from '../../components/text-input.js';
import { refusalOf } from '../../lib/api/api-error.js';
import { useListAllUnits } from '../../lib/api/list-units.js';
import { dayText } from '../../lib/figure-text.js';
import { useLanguage } from '../../lib/language.js';

/** What an administrator decides of an account; `unitIds` null = everything. */
export interface Rights {
  roles: readonly Role[];
  unitIds: readonly number[] | null;
}

interface RightsProps {
  rights: Rights;
  onChange: (rights: Rights) => void;
  error: Error | null;
  disabled?: boolean;
}

const toggle = <T,>(list: readonly T[], one: T, on: boolean): T[] => (on ? [...list, one] : list.filter((other) => other !== one));

function Units({ chosen, onChange }: { chosen: readonly number[]; onChange: (unitIds: number[]) => void }) {
  const { messages, locale } = useLanguage();
  const words = messages.accounts.form;
  const units = useListAllUnits();
  const [typed, setTyped] = useState('');
  const found = (units.data?.items ?? [])
    .filter(({ fullName }) => searchKey(fullName).includes(searchKey(typed)))
    .toSorted((a, b) => compareVietnamese(a.name, b.name));
  return (
    <div className="accounts-units">
      <TextInput label={words.findUnit} name="find-unit" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p className="muted">{words.chosenUnits(chosen.length)}</p>
      <ul>
        {found.map(({ id, fullName, validTo }) => (
          <li key={id}>
            <label className="form-check">
              <input type="checkbox" checked={chosen.includes(id)} onChange={(event) => onChange(toggle(chosen, id, event.target.checked))} />
              <span>
                {fullName} {validTo !== null && <span className="muted">{words.unitUntil(dayText(validTo, locale))}</span>}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Roles, each with what it may do, and the scope. */
export function RightsFields({ rights, onChange, error, disabled = false }: RightsProps) {
  const { messages } = useLanguage();
  const words = messages.accounts.form;
  const { roles: names, roleTexts } = messages.permissions;
  const { roles, unitIds } = rights;
  const rolesRefusal = refusalOf(error, 'roles');
  const unitsRefusal = refusalOf(error, 'unitIds');
  return (
    <>
      <fieldset className="form-group" disabled={disabled}>
        <legend>{words.roles}</legend>
        {ROLES.map((role) => (
          <label key={role} className="form-check">
            <input type="checkbox" checked={roles.includes(role)} onChange={(event) => onChange({ ...rights, roles: toggle(roles, role, event.target.checked) })} />
            <span>
              {names[role]} <span className="muted">{roleTexts[role]}</span>
            </span>
          </label>
        ))}
        {rolesRefusal !== null && <p className="form-refusal">{rolesRefusal}</p>}
      </fieldset>
      <fieldset className="form-group" disabled={disabled}>
        <legend>{words.scope}</legend>
        <label className="form-check">
          <input type="radio" name="scope" checked={unitIds === null} onChange={() => onChange({ ...rights, unitIds: null })} />
          {words.scopeAll}
        </label>
        <label className="form-check">
          <input type="radio" name="scope" checked={unitIds !== null} onChange={() => onChange({ ...rights, unitIds: unitIds ?? [] })} />
          {words.scopeSome}
        </label>
        {unitIds !== null && <Units chosen={unitIds} onChange={(chosen) => onChange({ ...rights, unitIds: chosen })} />}
        {unitsRefusal !== null && <p className="form-refusal">{unitsRefusal}</p>}
      </fieldset>
    </>
  );
}
