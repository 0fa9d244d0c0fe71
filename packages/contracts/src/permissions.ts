/** What an office does in the programme; one account may hold several (a small office doubles up). */
export const ROLES = ['leadership', 'finance', 'economic-office', 'commune-officer', 'administrator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** One permission per action of the API. A route without one does not start. */
export const PERMISSIONS = [
  'plans.read',
  'plans.write',
  'units.read',
  'products.read',
  'indicators.read',
  'funding.read',
  'funding.write',
  'funding.close',
  'reportedMoney.write',
  'reconciliation.sign',
  'fundingSources.write',
  'producers.write',
  'products.write',
  'registrations.write',
  'evaluations.write',
  'recognitions.write',
  'inspections.write',
  'communeReports.write',
  'activities.write',
  'councils.write',
  'law.write',
  'reports.read',
  'reports.download',
  'reports.create',
  'reports.approve',
  'reports.issue',
  'accounts.read',
  'accounts.manage',
  'audit.read',
  'audit.export',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const PROGRAMME = ['plans.read', 'units.read', 'products.read', 'indicators.read', 'funding.read'] as const;
/** What a commune enters of its own; assessment, scores and decisions are the economic office's. */
const OF_COMMUNE = ['producers.write', 'products.write', 'registrations.write', 'communeReports.write', 'activities.write', 'reportedMoney.write'] as const;
const REPORTS = ['reports.read', 'reports.download'] as const;

/** Who may do what. The scope (all units, or some) limits the rows besides. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  leadership: [...PROGRAMME, ...REPORTS, 'reports.approve'],
  finance: [...PROGRAMME, 'funding.write', 'funding.close', 'reconciliation.sign', 'fundingSources.write', ...REPORTS],
  'economic-office': [
    ...PROGRAMME, ...OF_COMMUNE, 'plans.write', 'evaluations.write', 'recognitions.write', 'inspections.write', 'councils.write', 'law.write',
    ...REPORTS, 'reports.create', 'reports.issue',
  ],
  // A report is of the whole plan, so a commune, which sees its own rows only, has none.
  'commune-officer': [...PROGRAMME, ...OF_COMMUNE],
  administrator: ['units.read', 'accounts.read', 'accounts.manage'],
  auditor: [...PROGRAMME, ...REPORTS, 'accounts.read', 'audit.read', 'audit.export'],
};

/** Every permission of these roles, in the order of the list. */
export const permissionsOf = (roles: readonly Role[]): Permission[] =>
  PERMISSIONS.filter((permission) => roles.some((role) => ROLE_PERMISSIONS[role].includes(permission)));
