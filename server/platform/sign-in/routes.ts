import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App, Routes } from '../http/http-server.ts';
import { NotFound } from '../http/refusals.ts';
import type { Messages } from '../messages/index.ts';
import { sendCode } from './actions/send-code.ts';
import { setPassword } from './actions/set-password.ts';
import { confirmAuthenticator, offerAuthenticator } from './actions/set-totp.ts';
import { type SignedIn, signInByCode } from './actions/sign-in-by-code.ts';
import { signInByPassword } from './actions/sign-in-by-password.ts';
import { endSession, listDevices } from './change-sessions.ts';
import { clearSessionCookie, setSessionCookie } from './cookie.ts';
import { deviceName } from './device-name.ts';
import { forgetSessions, keepLastSeen } from './find-session.ts';
import type { PeopleAtTheDoor } from './people.ts';
import { sessionIn } from './request-session.ts';
import {
  ChoiceAnswer,
  CodeRequest,
  CodeSent,
  DeviceById,
  Devices,
  PasswordRequest,
  SignedInAnswer,
  SignInRequest,
  TotpConfirmation,
  TotpOffer,
} from './shapes.ts';

export interface SignInOptions {
  readonly people: PeopleAtTheDoor;
  readonly messages: Messages;
}

/** Cookies for the whole app: before any route. */
export async function readCookies(app: App): Promise<void> {
  await app.register(cookie);
  app.decorateRequest('session', null);
  const seen = new Set<FastifyRequest['district']>();
  app.addHook('onRequest', async ({ district }) => {
    seen.add(district);
  });
  app.addHook('onClose', async () => {
    for (const { database } of seen) await keepLastSeen(database);
  });
}

/** The door's routes. */
export function signInRoutes(options: SignInOptions): Routes {
  return (app) => {
    codeRoute(app, options);
    sessionRoutes(app, options);
    passwordRoutes(app, options);
    deviceRoutes(app);
  };
}

function codeRoute(app: App, { messages }: SignInOptions): void {
  app.post(
    '/api/v1/sign-in/codes',
    {
      config: { access: 'public', allowance: 'own' },
      schema: {
        summary: 'Send a code to a phone; the same answer whether or not it is known',
        body: CodeRequest,
        response: { 202: CodeSent },
      },
    },
    async (request, reply) => {
      const { district, call, ip, body } = request;
      const asked = { phone: body.phone, address: ip, language: call.language, at: call.at };
      const answer = await sendCode(district, messages, asked, (failure) => {
        request.log.warn({ err: failure }, 'a sign-in code was not sent');
      });
      return reply.code(202).send(answer);
    },
  );
}

function sessionRoutes(app: App, { people }: SignInOptions): void {
  app.post(
    '/api/v1/sign-in/sessions',
    {
      config: { access: 'public', allowance: 'own' },
      schema: {
        summary: 'Sign in by phone and code, or by password',
        body: SignInRequest,
        response: { 200: ChoiceAnswer, 201: SignedInAnswer },
      },
    },
    async (request, reply) => {
      const { district, body } = request;
      const circumstances = {
        address: request.ip,
        device: deviceName(request.headers['user-agent']),
        at: request.call.at,
      };
      const outcome =
        'code' in body
          ? await signInByCode(district, people, {
              ...circumstances,
              phone: body.phone,
              code: body.code,
              person: body.person_id,
              name: body.name,
            })
          : await signInByPassword(district, people, { ...circumstances, ...body });
      return 'choose' in outcome ? reply.code(200).send(outcome) : welcome(request, reply, outcome);
    },
  );
  app.delete(
    '/api/v1/sign-in/session',
    {
      config: { access: 'public' },
      schema: { summary: 'Sign out', response: { 204: Type.Null() } },
    },
    async (request, reply) => {
      const { session } = request;
      if (session) await signOut(request, session.person, session.id);
      clearSessionCookie(reply, request.district);
      return reply.code(204).send(null);
    },
  );
}

function welcome(
  { district }: FastifyRequest,
  reply: FastifyReply,
  { person: { id, name, kind }, session }: SignedIn,
) {
  setSessionCookie(reply, district, session);
  const { strength, expiresAt } = session;
  return reply
    .code(201)
    .send({ person: { id, name }, kind, strength, expires_at: expiresAt.toISOString() });
}

async function signOut(
  { district, call }: FastifyRequest,
  person: string,
  id: string,
): Promise<boolean> {
  const ended = await district.database.write({ person: null, reach: [] }, (transaction) =>
    endSession(transaction, person, id, call.at),
  );
  forgetSessions(district.database, [id]);
  return ended;
}

function passwordRoutes(app: App, { people }: SignInOptions): void {
  app.put(
    '/api/v1/sign-in/password',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Set one’s password: soon after signing in by phone, or with the present one',
        body: PasswordRequest,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { password, current_password, account } = request.body;
      await setPassword(request.district, people, sessionIn(request), {
        password,
        currentPassword: current_password,
        accountName: account,
        at: request.call.at,
      });
      return reply.code(204).send(null);
    },
  );
  app.post(
    '/api/v1/sign-in/totp',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'A new authenticator, to be confirmed', response: { 201: TotpOffer } },
    },
    async (request, reply) => {
      const { district, call } = request;
      const offer = await offerAuthenticator(district, people, sessionIn(request), call.at);
      return reply.code(201).send(offer);
    },
  );
  app.post(
    '/api/v1/sign-in/totp/confirmation',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Confirm the new authenticator by its first code',
        body: TotpConfirmation,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { district, call, body } = request;
      await confirmAuthenticator(district, sessionIn(request), body.totp, call.at);
      return reply.code(204).send(null);
    },
  );
}

function deviceRoutes(app: App): void {
  app.get(
    '/api/v1/sign-in/sessions',
    {
      config: { access: 'signed-in' },
      schema: { summary: 'One’s own devices', response: { 200: Devices } },
    },
    async (request) => {
      const own = sessionIn(request);
      const devices = await request.district.database.read(
        { person: own.person, reach: [] },
        (transaction) => listDevices(transaction, own.person, request.call.at),
      );
      return {
        items: devices.map(({ id, device, made_at, last_seen_at }) => ({
          id,
          device,
          is_this: id === own.id,
          made_at: made_at.toISOString(),
          last_seen_at: last_seen_at.toISOString(),
        })),
      };
    },
  );
  app.delete(
    '/api/v1/sign-in/sessions/:id',
    {
      config: { access: 'signed-in' },
      schema: {
        summary: 'Sign out one device',
        params: DeviceById,
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const { person } = sessionIn(request);
      if (!(await signOut(request, person, request.params.id))) throw NotFound();
      return reply.code(204).send(null);
    },
  );
}
