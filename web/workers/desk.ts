/** The desk's service worker: the scanner opens without a network. Nothing else of the desk is kept. */
import { forgetAnswers, keepAnswers, lastAnswerOf } from './last-answers.ts';
import { changesWhoIsSignedIn, isScanner, WHO_IS_SIGNED_IN } from './rules/what-is-kept.ts';
import { answerFile, answerPage, dropOldShells, keepShell, takeOver } from './shell.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
  event.waitUntil(keepAnswers([WHO_IS_SIGNED_IN]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'take over') void self.skipWaiting();
  // The scanner was opened from a page that this worker does not hear.
  if (event.data === 'keep who is signed in') event.waitUntil(keepAnswers([WHO_IS_SIGNED_IN]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    takeOver();
    if (isScanner(pathname)) event.respondWith(answerPage(request));
  } else if (changesWhoIsSignedIn(request.method, pathname)) {
    event.respondWith(forgetAnswers().then(() => fetch(request)));
  } else if (request.method !== 'GET') {
    return;
  } else if (pathname.startsWith('/assets/')) {
    event.respondWith(answerFile(request));
  } else if (pathname === WHO_IS_SIGNED_IN) {
    event.respondWith(lastAnswerOf(event));
  }
});
