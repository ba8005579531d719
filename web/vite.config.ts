import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { opening } from './build/opening.ts';
import { phoneApp } from './build/phone-app.ts';
import { serviceWorkers } from './build/service-workers.ts';
import { beginnings } from './carer/opening/beginnings.ts';

/** Where `npm run dev` finds the server, which reads PORT too; the pages always ask their own origin. */
const SERVER = `http://localhost:${process.env.PORT ?? 3000}`;

/** The three apps by the first part of their address, as the server falls back to them. */
const pageOf = (path: string): string => {
  if (/^\/app(\/|$)/.test(path)) return '/carer/index.html';
  if (/^\/desk(\/|$)/.test(path)) return '/desk/index.html';
  return '/public/index.html';
};

/** What the real server does with an address that is no file, for `vite` and `vite preview`. */
function fallBackToApps(): Plugin {
  type Middlewares = {
    use: (listen: (request: Asked, response: unknown, next: () => void) => void) => unknown;
  };
  type Asked = { url?: string | undefined; headers: { accept?: string | undefined } };
  const fallBack = (middlewares: Middlewares) => {
    middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split(/[?#]/)[0] ?? '/';
      const wantsPage = request.headers.accept?.includes('text/html') && !path.startsWith('/api/');
      if (wantsPage && !/\.[a-z0-9]+$/i.test(path)) request.url = pageOf(path);
      next();
    });
  };
  return {
    name: 'gongyu-fall-back-to-apps',
    configureServer: (server) => fallBack(server.middlewares),
    configurePreviewServer: (server) => fallBack(server.middlewares),
  };
}

export default defineConfig({
  root: import.meta.dirname,
  appType: 'mpa',
  publicDir: false,
  plugins: [
    react(),
    fallBackToApps(),
    phoneApp(),
    opening(
      import.meta.dirname,
      beginnings.flatMap(({ page }) => page ?? []),
    ),
    // The camera reads codes in a hall with a network, or not at all.
    serviceWorkers(import.meta.dirname, [
      { source: 'carer.ts', app: 'carer', page: '/app/', without: /jsQR/ },
      {
        source: 'public.ts',
        app: 'public',
        page: '/verify',
        only: /public\/pages\/verify\.tsx|public\/checking\/|(public|shared)\/words\/en/,
      },
      {
        source: 'desk.ts',
        app: 'desk',
        page: '/desk/',
        only: /desk\/pages\/check-in-scanner|(desk|shared)\/words\/en|jsqr/i,
      },
    ]),
  ],
  server: { port: 3401, proxy: { '/api': SERVER } },
  preview: { port: 3402 },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    // Read by bundle-size.mjs.
    manifest: true,
    // A phone of five years ago, inside WeChat.
    target: ['es2020', 'chrome87', 'safari14'],
    assetsDir: 'assets',
    // The desk carries antd on purpose; bundle-size.mjs guards the phone's first load.
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // The phone's home is both: one of the pages, and part of the app's start.
      checks: { ineffectiveDynamicImport: false },
      input: {
        public: 'public/index.html',
        carer: 'carer/index.html',
        desk: 'desk/index.html',
      },
      output: {
        codeSplitting: {
          groups: [
            {
              // What all three apps stand on: one file, which a release seldom changes.
              name: 'ground',
              minShareCount: 3,
              test: /node_modules\/(react|react-dom|scheduler|use-sync-external-store|@tanstack|i18next)\//,
            },
            {
              // What all three apps begin with, in one file instead of ten.
              name: 'begin',
              minShareCount: 2,
              tags: ['$initial'],
              test: /web\/shared\/|vite\/|react-router/,
            },
            {
              // What many pages of the phone share, in one file instead of ten.
              name: 'phone',
              minShareCount: 4,
              test: /web\/carer\/(pages\/parts|queries|shell)\//,
            },
          ],
        },
      },
    },
  },
});
