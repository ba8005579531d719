import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll } from 'vitest';

export interface FakeMailbox {
  /** As the settings name it. */
  readonly url: string;
  readonly letters: { readonly to: string[]; readonly text: string }[];
}

/** A real SMTP server, which wants a password and knows only mailboxes that begin with `mei`. */
export async function fakeMailbox({ isBusy = false } = {}): Promise<FakeMailbox> {
  const letters: { to: string[]; text: string }[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    onAuth: ({ username, password }, _, done) =>
      username === 'gongyu' && password === 'secret'
        ? done(null, { user: username })
        : done(new Error('wrong password')),
    onRcptTo({ address }, _, done) {
      if (isBusy) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
      return address.startsWith('mei')
        ? done()
        : done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        letters.push({ to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1') as Server;
  await once(listening, 'listening');
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = listening.address() as AddressInfo;
  return { letters, url: `smtp://gongyu:secret@127.0.0.1:${port}` };
}

/** The subject, which travels as UTF-8 in base64. */
export function subjectOf(letter: string): string {
  const encoded = /Subject: =\?UTF-8\?B\?(.+)\?=/.exec(letter)?.[1] ?? '';
  return Buffer.from(encoded, 'base64').toString('utf8');
}
