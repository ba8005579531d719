// `npm start`: installs what is missing, builds the pages, and goes on as the server.
import { findNode, installPackages } from './install.mjs';
import { nodeFlags } from './node-flags.mjs';
import { buildPages } from './pages.mjs';
import { become, giveUp } from './run.mjs';

await installPackages();
if (!(await buildPages())) giveUp('The pages could not be built; the lines above say why.');
const server = [...nodeFlags, '--import', './scripts/end-with-parent.mjs', 'server/main.ts'];
await become(findNode(), [...server, ...process.argv.slice(2)]);
