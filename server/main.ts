/** `npm start`: the demo, on the machine in front of you. Production is `npm run gongyu -- serve`. */
import { runServer } from './run-server.ts';

await runServer('demo');
