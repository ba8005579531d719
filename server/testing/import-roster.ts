import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect } from 'vitest';
import type { App } from '../platform/index.ts';
import type { Asking } from './test-app.ts';

const ROSTER = join(import.meta.dirname, '..', '..', 'vectors', 'rosters', 'oneroster-1.2');

/** Imports a roster of the vectors, changed file by file, and confirms it as the desk does. */
export async function importRoster(
  app: App,
  officer: Asking,
  change: (text: string, file: string) => string = (text) => text,
): Promise<void> {
  const files = readdirSync(ROSTER).map((name) => {
    const text = readFileSync(join(ROSTER, name), 'utf8');
    return [name, Buffer.from(change(text, name))];
  });
  const form = new FormData();
  form.append('file', new Blob([zipSync(Object.fromEntries(files))]), 'roster.zip');
  const sent = new Response(form);
  const { id } = (
    await app.inject({
      method: 'POST',
      url: '/api/v1/roster-imports',
      headers: {
        cookie: officer.cookie ?? '',
        'content-type': sent.headers.get('content-type') ?? '',
      },
      payload: Buffer.from(await sent.arrayBuffer()),
    })
  ).json<{ id: string }>();
  const until = async (...states: string[]) => {
    for (;;) {
      const { state } = (await officer.get(`/api/v1/roster-imports/${id}`)).json<{
        state: string;
      }>();
      if (states.includes(state)) return;
      expect(state).not.toBe('failed');
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  await until('ready');
  await officer.post(`/api/v1/roster-imports/${id}/confirm`);
  await until('done');
}
