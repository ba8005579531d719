import {
  createStaffAccount,
  type PostRole,
  resetAuthenticator,
  roles,
} from '../directory/index.ts';
import { PublicError } from '../platform/index.ts';
import { type Command, readWords, say, withDistrict } from './command.ts';

const USAGE =
  'staff add NAME PHONE ROLE [--organisation ID] | staff reset-authenticator NAME PHONE';

/** Makes a district's first officer, who imports everybody else; helps one who lost the authenticator. */
export const staff: Command = {
  usage: 'add NAME PHONE ROLE [--organisation ID] | reset-authenticator NAME PHONE',
  async run(words) {
    const options = { organisation: { type: 'string' } } as const;
    const { values, positionals } = readWords(words, USAGE, options, { least: 3, most: 4 });
    const [what, name = '', phone = '', role] = positionals;
    if (what === 'add' && role !== undefined) {
      const post = { name, phone, role: postRole(role), organisation: values.organisation };
      await withDistrict((district) => createStaffAccount(district, post));
      say(`${name} may sign in by a code to ${phone}, and sets a password then.`);
      return 0;
    }
    if (what === 'reset-authenticator' && role === undefined) {
      const count = await withDistrict((district) => resetAuthenticator(district, { name, phone }));
      say(
        count > 0 ? `${name} sets up another by phone.` : `Nobody is called ${name} at ${phone}.`,
      );
      return count > 0 ? 0 : 1;
    }
    throw new PublicError(`Usage: npm run gongyu -- ${USAGE}`);
  },
};

function postRole(word: string): PostRole {
  const postRoles = Object.keys(roles).filter((role) => role !== 'carer' && role !== 'student');
  if (postRoles.includes(word)) return word as PostRole;
  throw new PublicError(`"${word}" is no role of a post: give one of ${postRoles.join(', ')}.`);
}
