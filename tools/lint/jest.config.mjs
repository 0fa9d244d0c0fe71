export { default } from '../jest/jest.config.mjs';
