import type { FastifyReply, FastifyRequest } from 'fastify';
import { networkOf } from '../../platform/allowances/index.ts';
import { newId } from '../../platform/index.ts';
import type { HallPhone } from './gather-hall-check-ins.ts';

const DEVICE_COOKIE = 'gongyu_device';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Longer than any child is at school with one phone. */
const SECONDS_REMEMBERED = 2 * 365 * 86_400;
const BYTES_OF_A_NETWORK = 8;

/**
 * The phone that asks: by a cookie of its own, given at its first check-in, that stays when somebody signs out. Who
 * clears cookies gets a new one; that a code was used twice from one network is then a hint for the host.
 */
export function phoneOf(request: FastifyRequest, reply: FastifyReply): HallPhone {
  const { sealing, publicUrl } = request.district;
  const known = request.cookies[DEVICE_COOKIE];
  const device = known !== undefined && UUID.test(known) ? known : newId();
  if (device !== known) {
    const secure = publicUrl.startsWith('https:');
    const kept = { path: '/api/', maxAge: SECONDS_REMEMBERED };
    reply.setCookie(DEVICE_COOKIE, device, { ...kept, httpOnly: true, sameSite: 'lax', secure });
  }
  const network = sealing.blindIndex('network', networkOf(request.ip));
  return { device, network: network.subarray(0, BYTES_OF_A_NETWORK) };
}
