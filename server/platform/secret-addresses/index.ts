/**
 * Web addresses that open one thing of one person without signing in: a phone's calendar cannot. Whoever has the
 * address may read, and nothing else; the person ends it at any time.
 *
 * May touch: its own table.
 */
export { secretAddressHoldings } from './about-person.ts';
export {
  endSecretAddress,
  findSecretAddress,
  makeSecretAddress,
  personBehind,
  type SecretAddress,
} from './secret-addresses.ts';
