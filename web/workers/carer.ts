/** The carer's service worker: the app opens without a network, and shows what it was last told. */
import { forgetAnswers, keepAnswers, lastAnswerOf } from './last-answers.ts';
import { endSubscription, openNotice, showNotice } from './push.ts';
import { changesWhoIsSignedIn, FIRST_KEPT, isKept } from './rules/what-is-kept.ts';
import { answerFile, answerPage, dropOldShells, keepShell, takeOver } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
  event.waitUntil(keepAnswers(FIRST_KEPT));
});

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});

self.addEventListener('push', (event) => event.waitUntil(showNotice(event)));

self.addEventListener('notificationclick', (event) => event.waitUntil(openNotice(event)));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    takeOver();
    event.respondWith(answerPage(request));
  } else if (changesWhoIsSignedIn(request.method, pathname)) {
    // Before the answer: whatever comes of it, the next person at this phone sees nothing of the last.
    event.respondWith(forgetAnswers().then(() => fetch(request)));
    if (request.method === 'DELETE') event.waitUntil(endSubscription());
  } else if (request.method !== 'GET') {
    return;
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(answerFile(request));
  } else if (isKept(pathname)) {
    event.respondWith(lastAnswerOf(event));
  }
});
