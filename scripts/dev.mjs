// `npm run dev`: the server, which starts again when a source changes, and the pages, which change as you type.
import { join } from 'node:path';
import { findNode, installPackages } from './install.mjs';
import { endOf, root, start } from './run.mjs';

await installPackages();
const node = findNode();
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const programs = [
  start(node, ['--watch', '--watch-preserve-output', 'server/main.ts']),
  start(node, [vite], { cwd: join(root, 'web') }),
];
// Neither is of use without the other.
process.exitCode = await Promise.race(programs.map(endOf));
for (const program of programs) program.kill('SIGTERM');
