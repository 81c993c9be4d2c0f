/** The codes of the token endpoint (RFC 6749, 5.2). */
export type OAuthErrorCode =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'unauthorized_client'
  | 'unsupported_grant_type';

/** A refusal of the token endpoint. */
export class OAuthError extends Error {
  readonly code: OAuthErrorCode;
  readonly status: 400 | 401;

  constructor(code: OAuthErrorCode, description: string, status: 400 | 401 = 400) {
    super(description);
    this.name = 'OAuthError';
    this.code = code;
    this.status = status;
  }

  /** The platform says the description twice (Genesys facts 6.2). */
  toBody() {
    return { error: this.code, description: this.message, error_description: this.message };
  }
}
