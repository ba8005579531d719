// Loaded before the server by `npm start` (`node --import`): when npm itself is killed, the server must not stay
// behind and keep the port. Under SIGTERM it ends as it does at Ctrl-C, with what is in flight answered.
const parent = process.ppid;
const MILLISECONDS_BETWEEN_LOOKS = 500;

const looking = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(looking);
  process.kill(process.pid, 'SIGTERM');
}, MILLISECONDS_BETWEEN_LOOKS);
looking.unref();
