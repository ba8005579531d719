/** The phone app of parents and grandparents. */

import { createAppRouter } from '../shared/routing/app-pages.tsx';
import { startApp } from '../shared/start-app.tsx';
import { pages } from './pages.ts';
import { CarerShell, Missing } from './shell/carer-shell.tsx';
import { zh } from './words/zh.ts';

const router = createAppRouter({ basepath: '/app', shell: CarerShell, pages, missing: Missing });

void startApp({
  words: { namespace: 'carer', zh, loadEn: () => import('./words/en.ts').then(({ en }) => en) },
  router,
});
