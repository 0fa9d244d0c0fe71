/** All tests of the workspace in one run. */
export default {
  // Of real processes and browsers on a busy machine; a setting of the whole run, not of a project.
  testTimeout: 120_000,
  maxWorkers: '100%',
  projects: ['packages/*', 'apps/*', 'tools/start', 'tools/lint', 'tools/browser-tests'].map((folder) => `<rootDir>/${folder}`),
};
