import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import 'virtual:tokens.css';
import { queryClient } from './lib/api/query-client.js';
import { LanguageProvider } from './lib/language.js';
import { ThemeProvider } from './lib/theme.js';
import { router } from './router.js';
import './styles/fonts.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/print.css';

// A page that the browser kept in its memory shows what stood there when it was left, also after signing out.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <ThemeProvider>
          <RouterProvider router={router} />
        </ThemeProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);
