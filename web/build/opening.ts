import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

/** The page that is painted at once: the other apps are opened at a desk, or rarely. */
const PAGE = 'carer/index.html';
const SCRIPT = 'carer/opening/opening.ts';

/**
 * Writes into the carer's page what its first paint needs, so that it waits for no other file: the styles of the
 * app's start, and `carer/opening/opening.ts`. The server names that script's hash in the page's policy.
 * `pages` are those of `carer/pages` on which visits often begin: the script knows their files.
 */
export function opening(root: string, pages: readonly string[]): Plugin {
  return {
    name: 'gongyu-opening',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path, bundle }) {
        if (!path.endsWith(PAGE) || !bundle) return html;
        const script = await scriptOf(root, filesOfPages(pages, html, bundle));
        return {
          html: withStyles(html, bundle),
          tags: [{ tag: 'script', children: script, injectTo: 'head' }],
        };
      },
    },
  };
}

function withStyles(html: string, bundle: Rolldown.OutputBundle): string {
  return html.replaceAll(/<link rel="stylesheet"[^>]* href="\/([^"]+)">/g, (_, file: string) => {
    const style = bundle[file];
    if (style?.type !== 'asset') throw new Error(`The build has no ${file}.`);
    return `<style data-file="/${file}">${style.source}</style>`;
  });
}

/** Of each page, the files that the app's start does not bring. */
function filesOfPages(
  pages: readonly string[],
  html: string,
  bundle: Rolldown.OutputBundle,
): Record<string, string[]> {
  const laterOf = (page: string) => {
    const sources = [`carer/pages/${page}.tsx`, 'carer/words/later.ts'];
    const files = new Set(sources.flatMap((source) => filesOf(source, bundle)));
    return [...files].map((file) => `/${file}`).filter((file) => !html.includes(file));
  };
  return Object.fromEntries(pages.map((page) => [page, laterOf(page)]));
}

/** A module that is loaded when first needed, with all that it needs. */
function filesOf(source: string, bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source));
  if (!chunk) throw new Error(`The build has no ${source}.`);
  const found = new Set<string>();
  const visit = (name: string) => {
    const next = bundle[name];
    if (next?.type !== 'chunk' || found.has(name)) return;
    found.add(name);
    for (const style of next.viteMetadata?.importedCss ?? []) found.add(style);
    next.imports.forEach(visit);
  };
  visit(chunk.fileName);
  return [...found];
}

/** One classic script that old phones understand. */
async function scriptOf(root: string, files: Record<string, string[]>): Promise<string> {
  const built = await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    define: { PAGE_FILES: JSON.stringify(files) },
    build: {
      write: false,
      target: ['es2020', 'chrome87', 'safari14'],
      rolldownOptions: { input: join(root, SCRIPT), output: { format: 'iife' } },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output[0].code.trim();
}
