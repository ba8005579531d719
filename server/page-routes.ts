import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { pagePolicy } from './page-policy.ts';
import { type App, NotFound, takesGzip } from './platform/index.ts';
import { shareCard, sharedAddresses } from './share-card.ts';

const PAGES = join(import.meta.dirname, '..', 'web', 'dist');
const config = { access: 'public' } as const;
/** Kept, but asked about: an unchanged one costs an answer of 304. */
const ASK_EACH_TIME = 'no-cache';

interface Page {
  readonly file: string;
  readonly html: string;
  /** Which scripts it may run. */
  readonly policy: string;
}

/**
 * The built pages: three apps, each of which finds its own way from the address. Assets carry a hash in their
 * names and never change; the pages that name them are asked for anew each time.
 */
export async function pageRoutes(app: App): Promise<void> {
  if (!existsSync(join(PAGES, 'public', 'index.html'))) return;
  await app.register(fastifyStatic, { root: PAGES, serve: false, preCompressed: true });

  app.get('/assets/*', { config }, (request, reply) => {
    const { '*': file } = request.params as { '*': string };
    return reply.sendFile(`assets/${file}`, { maxAge: '365d', immutable: true });
  });
  const [carer, desk, open] = [pageOf('carer'), pageOf('desk'), pageOf('public')];
  phoneAppRoutes(app);
  workerRoutes(app);
  app.get('/app', { config }, (_, reply) => sendPage(reply, carer));
  for (const address of sharedAddresses.carer) sharedPageRoute(app, address, carer);
  app.get('/app/*', { config }, (_, reply) => sendPage(reply, carer));
  app.get('/desk', { config }, (_, reply) => sendPage(reply, desk));
  app.get('/desk/*', { config }, (_, reply) => sendPage(reply, desk));
  for (const address of sharedAddresses.public) sharedPageRoute(app, address, open);
  app.get('/*', { config }, (request, reply) => {
    if (request.url.startsWith('/api/')) throw NotFound();
    return sendPage(reply, open);
  });
}

/** The desk's scanner and the verify page open without a network. */
function workerRoutes(app: App): void {
  app.get('/verify/worker.js', { config }, (_, reply) =>
    reply
      .header('service-worker-allowed', '/verify')
      .header('cache-control', ASK_EACH_TIME)
      .sendFile('public/worker.js', { cacheControl: false }),
  );
  app.get('/desk/worker.js', { config }, (_, reply) =>
    reply
      .header('cache-control', ASK_EACH_TIME)
      .sendFile('desk/worker.js', { cacheControl: false }),
  );
}

/** What makes the carer's app one that a phone installs. A newer worker is looked for at each visit. */
function phoneAppRoutes(app: App): void {
  app.get('/app/worker.js', { config }, (_, reply) =>
    reply
      .header('service-worker-allowed', '/app')
      .header('cache-control', ASK_EACH_TIME)
      .sendFile('carer/worker.js', { cacheControl: false }),
  );
  app.get('/app/manifest.webmanifest', { config }, (_, reply) =>
    reply
      .type('application/manifest+json')
      .sendFile('carer/manifest.webmanifest', { maxAge: '1d' }),
  );
  app.get('/app/icons/:name.png', { config }, (request, reply) => {
    const { name } = request.params as { name: string };
    return reply.sendFile(`carer/icons/${name}.png`, { maxAge: '7d' });
  });
}

/** A page that people send on: what a chat shows of the link is written in here. */
function sharedPageRoute(app: App, address: string, page: Page): void {
  app.get(address, { config }, async (request, reply) => {
    const { district, url } = request;
    // The page opens even where its card cannot be made.
    const card = await shareCard(district, url.split('?')[0] ?? '').catch(() => '');
    // Before the styles: some chats read the beginning only.
    const html = page.html.replace('<title>', () => `${card}<title>`);
    withPageHeaders(reply, page).type('text/html; charset=utf-8').header('vary', 'accept-encoding');
    if (!takesGzip(request)) return reply.send(html);
    return reply.header('content-encoding', 'gzip').send(gzipSync(html));
  });
}

function pageOf(app: 'carer' | 'desk' | 'public'): Page {
  const file = join(app, 'index.html');
  const html = readFileSync(join(PAGES, file), 'utf8');
  return { file, html, policy: pagePolicy(html) };
}

function sendPage(reply: FastifyReply, page: Page) {
  return withPageHeaders(reply, page).sendFile(page.file, {
    cacheControl: false,
    lastModified: true,
  });
}

function withPageHeaders(reply: FastifyReply, { policy }: Page) {
  return reply
    .header('content-security-policy', policy)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('permissions-policy', 'camera=(self), microphone=(), geolocation=(self)')
    .header('cache-control', ASK_EACH_TIME);
}
