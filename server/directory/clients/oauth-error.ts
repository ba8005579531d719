/** What OAuth answers on the token endpoint, for programs: RFC 6749, section 5.2. */
export class OAuthError extends Error {
  override name = 'OAuthError';
  readonly error: OAuthErrorCode;
  readonly status: number;
  readonly retryAfterSeconds: number | undefined;

  constructor(error: OAuthErrorCode, description: string, retryAfterSeconds?: number) {
    super(description);
    this.error = error;
    this.status = error === 'invalid_client' ? 401 : retryAfterSeconds === undefined ? 400 : 429;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'unsupported_grant_type'
  | 'invalid_scope'
  | 'temporarily_unavailable';
