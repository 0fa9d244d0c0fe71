import { PERMISSIONS, ROLES, ROLE_PERMISSIONS, type Permission } from '@ocop/contracts';
import { useLanguage } from '../../lib/language.js';
import { usePageTitle } from '../../lib/use-page-title.js';
import './permissions.css';

const GROUPS = ['programme', 'entering', 'reports', 'accounts', 'audit'] as const;

function groupOf(permission: Permission): (typeof GROUPS)[number] {
  if (permission.endsWith('.write') || permission === 'funding.close' || permission === 'reconciliation.sign') return 'entering';
  const subject = permission.split('.')[0];
  return GROUPS.find((group) => group === subject) ?? 'programme';
}

/** Roles against actions, in plain words. */
export function PermissionsPage() {
  const { messages } = useLanguage();
  const words = messages.permissions;
  usePageTitle(words.heading);
  return (
    <div className="permissions">
      <h1>{words.heading}</h1>
      <p className="permissions-intro">{words.intro}</p>
      <dl className="permissions-roles">
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{words.roles[role]}</dt>
            <dd>{words.roleTexts[role]}</dd>
          </div>
        ))}
      </dl>
      <div className="permissions-table" tabIndex={0} role="region" aria-label={words.caption}>
        <table className="ruled">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.action}</th>
              {ROLES.map((role) => (
                <th key={role} scope="col">
                  {words.roles[role]}
                </th>
              ))}
            </tr>
          </thead>
          {GROUPS.map((group) => (
            <tbody key={group}>
              <tr>
                <th scope="rowgroup" colSpan={ROLES.length + 1} className="permissions-group">
                  {words.groups[group]}
                </th>
              </tr>
              {PERMISSIONS.filter((permission) => groupOf(permission) === group).map((permission) => (
                <tr key={permission}>
                  <th scope="row">{words.names[permission]}</th>
                  {ROLES.map((role) => (
                    <td key={role}>
                      {ROLE_PERMISSIONS[role].includes(permission) ? (
                        role === 'commune-officer' ? words.own : <strong>{words.yes}</strong>
                      ) : (
                        <span className="muted">{words.no}</span>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </div>
  );
}
