/** The working desk of teachers, schools, communities and the district. */
import { createAppRouter } from '../shared/routing/app-pages.tsx';
import { startApp } from '../shared/start-app.tsx';
import { pages } from './pages.ts';
import { DeskShell, Missing } from './shell/desk-shell.tsx';
import { DeskTheme } from './shell/desk-theme.tsx';
import { zh } from './words/zh.ts';

const router = createAppRouter({ basepath: '/desk', shell: DeskShell, pages, missing: Missing });

void startApp({
  words: { namespace: 'desk', zh, loadEn: () => import('./words/en.ts').then(({ en }) => en) },
  router,
  around: DeskTheme,
});
