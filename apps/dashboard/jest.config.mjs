export { default } from '../../tools/jest/jest.config.mjs';
