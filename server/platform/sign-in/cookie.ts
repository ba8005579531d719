import type { FastifyReply, FastifyRequest } from 'fastify';
import type { District } from '../district.ts';
import type { OpenedSession } from './sessions.ts';

export const SESSION_COOKIE = 'gongyu_session';

/** 32 bytes in base64url. Anything else is not worth a query. */
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function tokenIn(request: FastifyRequest): string | undefined {
  const token = request.cookies[SESSION_COOKIE];
  return token !== undefined && TOKEN.test(token) ? token : undefined;
}

/** Out of reach of scripts and of forms on other sites; over https only where the district is. */
function attributes({ publicUrl }: District) {
  const secure = publicUrl.startsWith('https:');
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

export function setSessionCookie(
  reply: FastifyReply,
  district: District,
  { token, expiresAt }: OpenedSession,
): void {
  reply.setCookie(SESSION_COOKIE, token, { ...attributes(district), expires: expiresAt });
}

export function clearSessionCookie(reply: FastifyReply, district: District): void {
  reply.clearCookie(SESSION_COOKIE, attributes(district));
}
