import { ROLES, ROLE_PERMISSIONS, type Permission } from '@ocop/contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../lib/language.js';
import { useMay } from '../lib/session.js';
import { Notice } from './notice.js';

/** Shows a page to whom it is for, and to the others for whom it is. */
export function Permitted({ permission, children }: { permission: Permission; children: ReactNode }) {
  const { messages } = useLanguage();
  const { permissions } = messages;
  const may = useMay(permission);
  if (may) return children;
  const roles = ROLES.filter((role) => ROLE_PERMISSIONS[role].includes(permission)).map((role) => permissions.roles[role]);
  return <Notice title={permissions.notForYou} text={permissions.isFor(roles.join(', '))} />;
}
