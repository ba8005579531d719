import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

interface Worker {
  /** The worker's own source, under `workers/`. */
  readonly source: string;
  /** The app whose page and files it keeps: `carer`. */
  readonly app: string;
  /** The address of that app's page. */
  readonly page: string;
  /** Files that are not worth their weight on every phone. */
  readonly without?: RegExp;
  /** Modules loaded when first needed that are kept, with all that they need; all of them if not given. */
  readonly only?: RegExp;
}

/** Builds each worker into one script that old phones understand, with the names of what it keeps written in. */
export function serviceWorkers(root: string, workers: readonly Worker[]): Plugin {
  let built: Rolldown.OutputBundle = {};
  return {
    name: 'gongyu-service-workers',
    apply: 'build',
    writeBundle(_, bundle) {
      built = bundle;
    },
    async closeBundle() {
      for (const worker of workers) await buildWorker(root, worker, built);
    },
  };
}

async function buildWorker(
  root: string,
  { source, app, page, without, only }: Worker,
  bundle: Rolldown.OutputBundle,
): Promise<void> {
  const files = filesOf(`${app}/index.html`, bundle, only).filter((file) => !without?.test(file));
  const html = bundle[`${app}/index.html`];
  const hash = createHash('sha256').update(files.join('\n'));
  if (html?.type === 'asset') hash.update(html.source);
  const shell = {
    name: app,
    version: hash.digest('hex').slice(0, 12),
    page,
    files: files.map((file) => `/${file}`),
  };
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: { SHELL: JSON.stringify(shell) },
    build: {
      outDir: join(root, 'dist', app),
      emptyOutDir: false,
      target: ['es2020', 'chrome87', 'safari14'],
      rolldownOptions: {
        input: join(root, 'workers', source),
        output: { format: 'iife', entryFileNames: 'worker.js' },
      },
    },
  });
}

/** Everything that the app may ask for, now or on a later page: scripts, styles, pictures. */
function filesOf(entry: string, bundle: Rolldown.OutputBundle, only = /./): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const start = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(entry));
  if (!start) throw new Error(`The build has no ${entry}.`);
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk') return;
    const { importedAssets, importedCss } = chunk.viteMetadata ?? {};
    for (const file of [...(importedAssets ?? []), ...(importedCss ?? [])]) found.add(file);
    for (const next of chunk.imports) visit(next);
    for (const next of chunk.dynamicImports) {
      const later = bundle[next];
      if (later?.type === 'chunk' && only.test(later.facadeModuleId ?? '')) visit(next);
    }
  };
  visit(start.fileName);
  return [...found].sort();
}
