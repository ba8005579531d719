import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** One request of a load. */
export interface Asked {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Load {
  readonly url: string;
  readonly connections: number;
  /** How many requests in all. */
  readonly amount: number;
  /** The n-th request, counted from 0 over all connections. */
  readonly request: (turn: number) => Asked;
}

export interface Answered {
  readonly perSecond: number;
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
}

/**
 * Sends the requests, each connection the next when it has its answer. Throws if any answer is not a 2xx.
 *
 * Plain sockets, for the sender shares two cores with what it measures: the library that sent before took a sixth
 * of them.
 */
export async function load({ url, connections, amount, request }: Load): Promise<Answered> {
  const { hostname, port, host } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: connections }, () => open(hostname, Number(port))),
  );
  const milliseconds: number[] = [];
  let turn = 0;
  const began = performance.now();
  const sendAll = async (socket: Socket) => {
    const answers = answersOf(socket);
    while (turn < amount) {
      const asked = request(turn);
      turn += 1;
      const sent = performance.now();
      await answers.to(textOf(asked, host));
      milliseconds.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(sockets.map(sendAll));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  milliseconds.sort((one, other) => one - other);
  const p99 = Math.round(milliseconds[Math.floor(amount * 0.99)] ?? 0);
  return { perSecond: amount / seconds, p99 };
}

async function open(host: string, port: number): Promise<Socket> {
  const socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  return socket.setEncoding('latin1');
}

function textOf({ method, path, headers, body = '' }: Asked, host: string): string {
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n`;
  for (const name in headers) head += `${name}: ${headers[name]}\r\n`;
  if (method === 'POST') head += `content-length: ${Buffer.byteLength(body)}\r\n`;
  return `${head}\r\n${body}`;
}

/** The answers of one connection, one at a time: whatever comes belongs to the request that was sent last. */
function answersOf(socket: Socket) {
  let got = '';
  let waiting: PromiseWithResolvers<void> | undefined;
  const fail = (error: Error) => waiting?.reject(error);
  socket.on('error', fail);
  socket.on('close', () => fail(new Error('The server closed a connection.')));
  socket.on('data', (text: string) => {
    got = got === '' ? text : got + text;
    if (!isWhole(got)) return;
    if (got[9] === '2') waiting?.resolve();
    else fail(new Error(`An answer is not a 2xx: ${got.slice(0, 400)}`));
    got = '';
  });
  return {
    to(request: string): Promise<void> {
      waiting = Promise.withResolvers();
      socket.write(request);
      return waiting.promise;
    },
  };
}

const LENGTH = /\r\ncontent-length: (\d+)\r\n/i;

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = LENGTH.exec(answer)?.[1];
  if (length === undefined) throw new Error(`An answer does not say how long it is: ${answer}`);
  return answer.length >= end + 4 + Number(length);
}
