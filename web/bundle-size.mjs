// What a first visit to each app fetches, compressed: `npm run size -w web` after a build.
// Exits with 1 when the carer's home weighs more script than a slow network should carry.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const CARER_HOME_LIMIT_KB = 150;

const dist = new URL('dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** Each first visit: the app's entry and, where it is a file of its own, the page that opens first. */
const visits = {
  'public home': ['public/index.html', 'public/pages/what-it-is.tsx'],
  'carer home': ['carer/index.html'],
  'desk today': ['desk/index.html', 'desk/pages/today.tsx'],
};

function filesOf(entries) {
  const files = new Set();
  const visit = (name) => {
    const chunk = manifest[name];
    if (!chunk) throw new Error(`The build has no ${name}.`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const style of chunk.css ?? []) files.add(style);
    for (const imported of chunk.imports ?? []) visit(imported);
  };
  entries.forEach(visit);
  return [...files];
}

function kilobytes(files, compress) {
  const bytes = files.map((file) => compress(readFileSync(new URL(file, dist))).length);
  return bytes.reduce((sum, size) => sum + size, 0) / 1000;
}

for (const [visit, entries] of Object.entries(visits)) {
  const files = filesOf(entries);
  const scripts = files.filter((file) => file.endsWith('.js'));
  const styles = files.filter((file) => file.endsWith('.css'));
  const gzip = kilobytes(scripts, gzipSync);
  const brotli = kilobytes(scripts, brotliCompressSync);
  const css = kilobytes(styles, gzipSync);
  process.stdout.write(
    `${visit.padEnd(12)} script ${gzip.toFixed(1)} kB gzip, ${brotli.toFixed(1)} kB brotli; ` +
      `style ${css.toFixed(1)} kB gzip; ${files.length} files\n`,
  );
  if (visit === 'carer home' && gzip > CARER_HOME_LIMIT_KB) {
    process.stderr.write(`The carer's home is over its ${CARER_HOME_LIMIT_KB} kB of script.\n`);
    process.exitCode = 1;
  }
}
