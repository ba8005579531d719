/** The phone app of parents and grandparents. */

import { whoAmI } from '../shared/queries/me.ts';
import { createAppRouter } from '../shared/routing/app-pages.tsx';
import { startApp } from '../shared/start-app.tsx';
import { firstAnswer } from './opening/first-answer.ts';
import './opening/opening.css';
// Comes with the app instead of after it: most visits begin here.
import './pages/home.tsx';
import { pages } from './pages.ts';
import { CarerShell, Missing } from './shell/carer-shell.tsx';
import { startWorker } from './start-worker.ts';
import { first } from './words/zh/first.ts';

const router = createAppRouter({ basepath: '/app', shell: CarerShell, pages, missing: Missing });

void startApp({
  words: {
    namespace: 'carer',
    zh: first,
    loadEn: () => import('./words/en.ts').then(({ en }) => en),
  },
  router,
  ready: (client) =>
    Promise.all([
      client.prefetchQuery(whoAmI),
      router.load().then(() => firstAnswer(client, router, pages)),
    ]),
}).then(startWorker);
