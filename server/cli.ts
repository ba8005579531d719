/** `npm run gongyu -- <command>`: what an operator does from the shell. One file a command in `commands/`. */
import { commands } from './commands/index.ts';
import { PublicError } from './platform/index.ts';

const [name = 'help', ...words] = process.argv.slice(2);
const load = commands[name];

try {
  if (load) {
    const command = await load();
    process.exitCode = await command.run(words);
  } else {
    await tellUsage();
    process.exitCode = name === 'help' ? 0 : 2;
  }
} catch (error) {
  if (!(error instanceof PublicError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function tellUsage(): Promise<void> {
  process.stdout.write('npm run gongyu -- <command>\n');
  for (const [key, loadOne] of Object.entries(commands)) {
    const { usage } = await loadOne();
    process.stdout.write(`  ${key} ${usage}\n`);
  }
}
