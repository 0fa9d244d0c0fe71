// Which file may import which. The picture behind it is in docs/architecture.md.

const TEST_ONLY = String.raw`\.spec\.tsx?$|/src/testing/`;
const ENTRY = String.raw`/dist/index\.(js|d\.ts)$`;

/** Who may open a connection to elsewhere, beside the database. */
const OUTWARD = ['main', 'modules/accounts/openid-connect(-provider|\\.service)', 'platform/mail/mailer\\.service', 'platform/database/embedded-postgres'];

/** What each part of the workspace may import from the others, always through the single entry. */
const arrows = {
  'packages/domain': [],
  'packages/charts': ['packages/domain'],
  'packages/contracts': ['packages/domain'],
  'packages/reports': ['packages/charts', 'packages/domain'],
  'apps/api': ['packages/contracts', 'packages/reports', 'packages/domain'],
  'apps/dashboard': ['packages/contracts', 'packages/charts', 'packages/domain'],
};

/** The libraries of the packages that also run in the browser or must stay pure; the others follow their package.json. */
const libraries = {
  'packages/domain': [],
  'packages/charts': ['echarts'],
  'packages/contracts': ['zod'],
};

const shipped = (part) => ({ path: `^${part}/src/`, pathNot: TEST_ONLY });
const nameOf = (part) => part.slice(part.indexOf('/') + 1);

export default {
  forbidden: [
    ...Object.entries(arrows).map(([part, targets]) => ({
      name: `arrows-of-${nameOf(part)}`,
      comment: `${part} may import ${targets.join(', ') || 'nothing'} of this workspace, through the package entry only: whatever else it knew could not change alone.`,
      severity: 'error',
      from: { path: `^${part}/src/` },
      to: { path: '^(apps|packages|tools)/', pathNot: [`^${part}/`, ...targets.map((target) => `^${target}${ENTRY}`)] },
    })),
    ...Object.entries(libraries).map(([part, allowed]) => ({
      name: `libraries-of-${nameOf(part)}`,
      comment: `${part} may use ${allowed.join(', ') || 'no library'}: it is shared by server, browser and paper, and must stay as small as its task.`,
      severity: 'error',
      from: shipped(part),
      to: { path: 'node_modules/', pathNot: allowed.map((library) => `node_modules/${library}/`) },
    })),
    {
      name: 'no-node-built-in',
      comment: 'Domain, charts, contracts and the dashboard also run where there is no Node.',
      severity: 'error',
      from: { path: '^(packages/(domain|charts|contracts)|apps/dashboard)/src/', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform-knows-no-module',
      comment: 'The platform carries every module; knowing one, it could not be changed without it.',
      severity: 'error',
      from: { path: '^apps/api/src/platform/' },
      to: { path: String.raw`^apps/api/src/(modules/|app\.module|entities)` },
    },
    {
      name: 'module-through-its-service',
      comment: "Another module's tables and queries are its own: ask its service, so that its rules and the reader's scope apply.",
      severity: 'error',
      from: { path: '^apps/api/src/modules/([^/]+)/', pathNot: TEST_ONLY },
      to: {
        path: String.raw`^apps/api/src/modules/[^/]+/.*\.(entity|query|queries|controller)\.ts$`,
        pathNot: '^apps/api/src/modules/$1/',
      },
    },
    {
      name: 'feature-knows-no-feature',
      comment: 'A feature of the dashboard can be changed or removed alone; what two need belongs to components or lib.',
      severity: 'error',
      from: { path: '^apps/dashboard/src/features/([^/]+)/' },
      to: { path: '^apps/dashboard/src/features/', pathNot: '^apps/dashboard/src/features/$1/' },
    },
    {
      name: 'features-on-top',
      comment: 'Components and lib serve every feature, so they know none.',
      severity: 'error',
      from: { path: '^apps/dashboard/src/(components|lib)/' },
      to: { path: '^apps/dashboard/src/features/' },
    },
    {
      name: 'outward-by-few',
      comment: 'Only the sign-in elsewhere and the mail call out, to what the settings name (OWASP ASVS 5, 13.2.4); main and embedded-postgres look for a port to listen at.',
      severity: 'error',
      from: { path: '^(apps/api|packages/[^/]+)/src/', pathNot: [TEST_ONLY, ...OUTWARD.map((file) => `^apps/api/src/${file}\\.ts$`)] },
      to: { path: [String.raw`^(node:)?(net|tls|dgram|dns|https?|http2)(/promises)?$`, 'node_modules/(nodemailer|openid-client|undici|axios|got|ws)/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circle',
      comment: 'Files that need each other are one file, or one of them knows too much.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-shipped',
      comment: 'Specs and their samples are not built into what runs.',
      severity: 'error',
      from: { pathNot: TEST_ONLY },
      to: { path: TEST_ONLY },
    },
    {
      name: 'declared-dependency',
      comment: 'What a package does not declare is there by luck.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'run-time-dependency',
      comment: 'A development dependency is not installed where the product runs.',
      severity: 'error',
      from: { path: '^(apps|packages)/[^/]+/src/', pathNot: TEST_ONLY },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-missing-file',
      comment: 'An import that leads nowhere is a wrong path, a door that is closed, or a package not built yet.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API, so swc reads the sources; it also sees the imports of types.
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '/dist/'] },
    // Names Vite makes up while building.
    exclude: { path: '^virtual:' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
};
