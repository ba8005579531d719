/** `npm run gongyu -- <command>`: what an operator does from the shell. One file a command in `commands/`. */
import { commands } from './commands/index.ts';
import { PublicError } from './platform/index.ts';

const [name = 'help', ...words] = process.argv.slice(2);
const command = commands[name];

try {
  if (!command) {
    const known = Object.entries(commands).map(([key, { usage }]) => `  ${key} ${usage}`);
    process.stdout.write(`npm run gongyu -- <command>\n${known.join('\n')}\n`);
    process.exitCode = name === 'help' ? 0 : 2;
  } else {
    process.exitCode = await command.run(words);
  }
} catch (error) {
  if (!(error instanceof PublicError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
