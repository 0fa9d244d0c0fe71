import base from '../jest/jest.config.mjs';

export default { ...base, displayName: 'start', testTimeout: 120_000 };
