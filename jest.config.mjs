/** All tests of the workspace in one run. */
export default {
  projects: ['packages/*', 'apps/*', 'tools/start', 'tools/lint', 'tools/browser-tests'].map((folder) => `<rootDir>/${folder}`),
};
