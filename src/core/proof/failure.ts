import type { LoginError } from '../platform/loginError.ts';
import type { ProofFailure } from './proof.ts';

/** What the end of a login means for whoever tried it: `cancelled` here, `left` on the login page, or a failure. */
export function outcomeOfLogin(
  error: LoginError,
): { kind: 'cancelled' | 'left' } | { kind: 'failed'; failure: ProofFailure } {
  if (error.kind === 'cancelled') return { kind: 'cancelled' };
  if (error.kind !== 'login-refused') return { kind: 'failed', failure: { kind: 'not-reached', error } };
  const { code, description } = error;
  switch (code) {
    case 'access_denied':
      return { kind: 'left' };
    case 'invalid_client':
      return { kind: 'failed', failure: { kind: 'secret-refused', description } };
    case 'invalid_grant':
      return { kind: 'failed', failure: { kind: 'code-refused', description } };
    case 'unauthorized_client':
    case 'unsupported_response_type':
      return { kind: 'failed', failure: { kind: 'other-grant' } };
    default:
      return { kind: 'failed', failure: { kind: 'login-refused', code, description } };
  }
}
