import { runServer } from '../run-server.ts';
import type { Command } from './command.ts';

/** The production start: refuses demo personas, default secrets and the console's text messages. */
export const serve: Command = {
  usage: '',
  async run() {
    await runServer('serve');
    return Number(process.exitCode ?? 0);
  },
};
