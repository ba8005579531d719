/** What people do at the door, for its tests. */
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';
import type { Asking, TestApp } from '../../../testing/test-app.ts';

let nextPhone = 10000000000;

/** From a range that no operator gives out. */
export function newPhone(): string {
  nextPhone += 1;
  return String(nextPhone);
}

export interface AtTheDoor {
  later(seconds: number): void;
  /** Asks for a code and reads the message. */
  codeFor(phone: string): Promise<string>;
  signIn(body: object): Promise<LightMyRequestResponse>;
  /** The whole of it: the browser of somebody who came in by phone. */
  comeInByPhone(phone: string): Promise<Asking>;
}

export function atTheDoor(here: TestApp): AtTheDoor {
  const signIn = (body: object) => here.nobody.post('/api/v1/sign-in/sessions', body);
  const codeFor = async (phone: string) => {
    const answer = await here.nobody.post('/api/v1/sign-in/codes', { phone });
    expect(answer.statusCode).toBe(202);
    const sent = here.sentCodes.at(-1);
    expect(sent?.phone).toBe(phone);
    return sent?.code ?? '';
  };
  return {
    later(seconds) {
      here.clock.set(new Date(here.clock().getTime() + seconds * 1000).toISOString());
    },
    codeFor,
    signIn,
    async comeInByPhone(phone) {
      return browserOf(here, await signIn({ phone, code: await codeFor(phone) }));
    },
  };
}

/** The browser that got this answer, from now on. */
export function browserOf(here: TestApp, answer: LightMyRequestResponse): Asking {
  expect(answer.statusCode).toBe(201);
  const [cookie] = answer.cookies;
  return here.asking(`${cookie?.name}=${cookie?.value}`);
}

/** A code that is not this one. */
export function notThis(code: string, by = 1): string {
  return String((Number(code) + by) % 1_000_000).padStart(6, '0');
}

/** What an answer says in short: `201`, or `401 sign-in.code-wrong`. */
export function outcome(answer: LightMyRequestResponse): string {
  const { statusCode } = answer;
  return statusCode < 400 ? String(statusCode) : `${statusCode} ${answer.json().code}`;
}
