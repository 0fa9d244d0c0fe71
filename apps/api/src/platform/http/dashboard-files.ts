import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const isPage = (url: string, accept: string | undefined) =>
  /^\/(\?|$)/.test(url) || (!/^\/(api|health)(\/|$|\?)/.test(url) && (accept ?? '').includes('text/html'));

/**
 * Serves the built dashboard from the API's own origin. Files with a hash in their name never change and are kept for a
 * year; the page itself is asked for each time. A path of the dashboard's own router gets the page.
 */
export async function serveDashboard(app: NestFastifyApplication, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${join(folder, 'assets')}`);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async (request, reply) => {
      if (request.method !== 'GET' || !isPage(request.url, request.headers.accept)) return;
      await reply.sendFile('index.html', folder);
    });
}
