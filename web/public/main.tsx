/** What anyone may see: what the plan is, the calendar, verification of certificates. */
import { createAppRouter } from '../shared/routing/app-pages.tsx';
import { startApp } from '../shared/start-app.tsx';
import { pages } from './pages.ts';
import { Missing, PublicShell } from './shell/public-shell.tsx';
import { zh } from './words/zh.ts';

const router = createAppRouter({ basepath: '/', shell: PublicShell, pages, missing: Missing });

void startApp({
  words: { namespace: 'public', zh, loadEn: () => import('./words/en.ts').then(({ en }) => en) },
  router,
});
