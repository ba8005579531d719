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

/** The provider's own word for what went wrong, for the operator's log; never shown to people. */
export class MessageNotSent extends Error {
  override name = 'MessageNotSent';
  readonly code: string;

  constructor(provider: string, code: string, detail: string) {
    super(`${provider} does not send: ${code}: ${detail}`);
    this.code = code;
  }
}
