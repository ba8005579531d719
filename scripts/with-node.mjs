// Runs one of the project's programs, installing first what is missing: `node scripts/with-node.mjs FILE ARGS…`.
import { findNode, installPackages } from './install.mjs';
import { nodeFlags } from './node-flags.mjs';
import { become, giveUp } from './run.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) giveUp('Say which program to run: node scripts/with-node.mjs FILE ARGS…');
await installPackages();
await become(findNode(), [...nodeFlags, file, ...args]);
