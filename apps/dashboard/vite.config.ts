import { cssVariables, tokens } from '@ocop/charts';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const TOKENS_ID = 'virtual:tokens.css';
const COMPONENT_WORDS = '/src/messages/vi-components.ts';

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

/** react-aria brings 34 languages and no Vietnamese: of its own words only English and ours are built in. */
function componentLanguages(): Plugin {
  const strings = /\/dist\/private\/(?:(\w+)\/)?intlStrings\.mjs$/;
  return {
    name: 'component-languages',
    load(id) {
      const match = strings.exec(id);
      if (match === null || !/node_modules\/react-(aria|stately|aria-components)\//.test(id)) return undefined;
      const folder = match[1];
      const english = folder === undefined ? './intl/en-US.mjs' : `../intl/${folder}/en-US.mjs`;
      return [
        `import en from ${JSON.stringify(english)};`,
        `import { componentWords } from ${JSON.stringify(COMPONENT_WORDS)};`,
        `export default { 'en-US': en, 'vi-VN': { ...en, ...componentWords[${JSON.stringify(folder ?? '')}] } };`,
      ].join('\n');
    },
  };
}

export default defineConfig({
  plugins: [react(), tokensStylesheet(), componentLanguages()],
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  build: {
    target: 'baseline-widely-available',
    sourcemap: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'echarts', test: /node_modules[\\/](echarts|zrender)[\\/]/ }] },
      },
    },
  },
});
