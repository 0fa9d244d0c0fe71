import { cssVariables, tokens } from '@ocop/charts';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const TOKENS_ID = 'virtual:tokens.css';

/** The palette of screen, charts and paper as a stylesheet, so that no colour is written twice. */
function tokensStylesheet(): Plugin {
  return {
    name: 'tokens-stylesheet',
    resolveId: (id) => (id === TOKENS_ID ? `\0${TOKENS_ID}` : undefined),
    load: (id) =>
      id === `\0${TOKENS_ID}`
        ? [
            `:root { color-scheme: light; ${cssVariables(tokens.light)} }`,
            `@media (prefers-color-scheme: dark) { :root:not([data-theme]) { color-scheme: dark; ${cssVariables(tokens.dark)} } }`,
            `:root[data-theme='dark'] { color-scheme: dark; ${cssVariables(tokens.dark)} }`,
            `@media print { :root:root:root { color-scheme: light; ${cssVariables(tokens.paper)} } }`,
          ].join('\n')
        : undefined,
  };
}

export default defineConfig({
  plugins: [react(), tokensStylesheet()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ }] },
      },
    },
  },
});
