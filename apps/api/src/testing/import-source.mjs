import { registerHooks } from 'node:module';

// Node strips types by itself; our imports name the `.js` that the build would write.
registerHooks({
  resolve(specifier, context, next) {
    const ours = specifier.startsWith('.') && context.parentURL?.includes('/api/src/');
    return next(ours ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});

/** The server starter from its source, for programs that run outside Jest's own transform. */
export const { startEmbeddedPostgres } = await import('../platform/database/embedded-postgres.ts');
