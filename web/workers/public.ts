/** The verify page's service worker: it opens without a network, with the keys and lists that it was last given. */
import { keepAnswers, lastAnswerOf } from './last-answers.ts';
import { VERIFICATION_KIT } from './rules/what-is-kept.ts';
import { answerFile, answerPage, dropOldShells, keepShell, takeOver } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
  event.waitUntil(keepAnswers([VERIFICATION_KIT]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin || request.method !== 'GET') return;
  if (request.mode === 'navigate') {
    takeOver();
    event.respondWith(answerPage(request));
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(answerFile(request));
  } else if (pathname === VERIFICATION_KIT) {
    event.respondWith(lastAnswerOf(event));
  }
});
