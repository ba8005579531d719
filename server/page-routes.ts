import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import { type App, NotFound } from './platform/index.ts';
import { shareCard } from './share-card.ts';

const PAGES = join(import.meta.dirname, '..', 'web', 'dist');
const config = { access: 'public' } as const;
/** Kept, but asked about: an unchanged one costs an answer of 304. */
const ASK_EACH_TIME = 'no-cache';

/** Styles are made at run time by the desk's component library; scripts come from here alone. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

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
  phoneAppRoutes(app);
  scannerRoutes(app);
  app.get('/app', { config }, (_, reply) => sendPage(reply, 'carer'));
  sharedPageRoute(app);
  app.get('/app/*', { config }, (_, reply) => sendPage(reply, 'carer'));
  app.get('/desk', { config }, (_, reply) => sendPage(reply, 'desk'));
  app.get('/desk/*', { config }, (_, reply) => sendPage(reply, 'desk'));
  app.get('/*', { config }, (request, reply) => {
    if (request.url.startsWith('/api/')) throw NotFound();
    return sendPage(reply, 'public');
  });
}

/** The desk's scanner opens without a network. */
function scannerRoutes(app: App): void {
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

/** The page of an activity, which people send on: what a chat shows of the link is written in here. */
function sharedPageRoute(app: App): void {
  const page = readFileSync(join(PAGES, 'carer', 'index.html'), 'utf8');
  app.get('/app/activities/:id', { config }, async ({ district, url }, reply) => {
    // The page opens even where its card cannot be made.
    const card = await shareCard(district, url.split('?')[0] ?? '').catch(() => '');
    return withPageHeaders(reply)
      .type('text/html; charset=utf-8')
      .send(page.replace('</head>', () => `${card}</head>`));
  });
}

function sendPage(reply: FastifyReply, name: 'carer' | 'desk' | 'public') {
  return withPageHeaders(reply).sendFile(`${name}/index.html`, {
    cacheControl: false,
    lastModified: true,
  });
}

function withPageHeaders(reply: FastifyReply) {
  return reply
    .header('content-security-policy', CONTENT_SECURITY_POLICY)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'same-origin')
    .header('permissions-policy', 'camera=(self), microphone=(), geolocation=(self)')
    .header('cache-control', ASK_EACH_TIME);
}
