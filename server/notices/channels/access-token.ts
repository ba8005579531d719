import { NotSent } from './channel.ts';

/** Asked for anew a little before it ends: messages are on their way meanwhile. */
const MILLISECONDS_BEFORE_END = 5 * 60_000;

interface Held {
  readonly token: string;
  readonly until: number;
}

type Answer = Record<string, unknown>;

/** What WeChat and WeCom give for an account's secret, for two hours; asked for once however many wait for it. */
export class AccessToken {
  readonly #ask: () => Promise<Answer>;
  #held: Promise<Held | undefined> | undefined;

  constructor(ask: () => Promise<Answer>) {
    this.#ask = ask;
  }

  /** Asks something with the token, and once more with a new one if the provider takes the old one no more. */
  async use(ask: (token: string) => Promise<Answer>): Promise<Answer> {
    const { token } = await this.#get();
    const answer = await ask(token);
    if (!isStale(answer.errcode)) return answer;
    return ask((await this.#get(token)).token);
  }

  async #get(stale?: string): Promise<Held> {
    const known = this.#held;
    const held = await known?.catch(() => undefined);
    if (held && held.until > Date.now() && held.token !== stale) return held;
    // Who comes first asks; the others wait for the same answer.
    const asked = this.#held === known ? this.#fetch() : this.#held;
    this.#held = asked;
    return (await asked) as Held;
  }

  async #fetch(): Promise<Held> {
    const { access_token, expires_in, errcode, errmsg } = await this.#ask();
    if (typeof access_token !== 'string') {
      throw new NotSent('later', `token ${errcode ?? 'unreadable'}`, String(errmsg ?? ''));
    }
    const milliseconds = Number(expires_in ?? 0) * 1000 - MILLISECONDS_BEFORE_END;
    return { token: access_token, until: Date.now() + milliseconds };
  }
}

/** Invalid, expired, not of this account. */
export const isStale = (errcode: unknown): boolean =>
  errcode === 40001 || errcode === 40014 || errcode === 42001;
