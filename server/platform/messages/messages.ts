import type { Language } from '../words.ts';

/** Sends text messages; the district's provider decides how. */
export interface Messages {
  /**
   * Sends a sign-in code to a mainland mobile number of 11 digits. Throws `MessageNotSent` when the provider
   * refuses or does not answer. A provider's approved template holds its own sentence; `language` is for a
   * transport that writes one.
   */
  sendCode(phone: string, code: string, language: Language): Promise<void>;
}

/** Text messages that are not codes: a template of its own, and what became of each. */
export interface TextNotices {
  /**
   * Sends the template with the sentence and where the rest is read. `id` comes back in the provider's records. Gives the
   * provider's id of the message; throws `MessageNotSent`.
   */
  sendNotice(phone: string, notice: { id: string; sentence: string; url: string }): Promise<string>;
  /** What became of a message; throws `MessageNotSent` when the provider does not answer. */
  reportOf(message: { phone: string; providerId: string; sentAt: Date }): Promise<TextReport>;
}

export type TextReport =
  | { readonly state: 'none-yet' }
  | { readonly state: 'delivered' }
  | { readonly state: 'failed'; readonly code: string };

/** The provider's own word for what went wrong, for the operator's log; never shown to people. */
export class MessageNotSent extends Error {
  override name = 'MessageNotSent';
  readonly code: string;

  constructor(provider: string, code: string, detail: string) {
    super(`${provider} does not send: ${code}: ${detail}`);
    this.code = code;
  }
}
