import {
  AuthorizationResponseError,
  OperationProcessingError,
  ResponseBodyError,
  UnsupportedOperationError,
  WWWAuthenticateChallengeError,
} from 'oauth4webapi';
import * as z from 'zod/mini';
import { networkError, type PlatformError } from './errors.ts';
import { ExchangeFailed } from './exchange.ts';
import { rateLimited } from './retryAfter.ts';

/** A refusal in the words of OAuth (RFC 6749, 4.1.2.1 and 5.2). */
export type LoginRefusal = { kind: 'login-refused'; code: string; description: string | undefined };

/** Every way in which a login can fail. */
export type LoginError = LoginRefusal | PlatformError;

/** The body of a refusal; the platform says the description under both names (Genesys facts 6.2). */
const Refusal = z.object({
  error: z.string(),
  error_description: z.optional(z.string()),
  description: z.optional(z.string()),
});

/** What oauth4webapi or fetch threw, in the words of this project. */
export async function loginErrorOf(thrown: unknown): Promise<LoginError> {
  if (thrown instanceof ExchangeFailed) return thrown.error;
  if (thrown instanceof ResponseBodyError || thrown instanceof AuthorizationResponseError) {
    return { kind: 'login-refused', code: thrown.error, description: thrown.error_description };
  }
  if (thrown instanceof WWWAuthenticateChallengeError) return await errorOfAnswer(thrown.response);
  if (thrown instanceof Error && thrown.cause instanceof Response) return await errorOfAnswer(thrown.cause);
  if (thrown instanceof OperationProcessingError || thrown instanceof UnsupportedOperationError) {
    return { kind: 'unexpected-answer', answer: { status: 200 } };
  }
  return networkError(thrown);
}

async function errorOfAnswer(response: Response): Promise<LoginError> {
  const { status } = response;
  const refusal = Refusal.safeParse(
    response.bodyUsed ? undefined : await response.json().catch(() => undefined),
  );
  if (refusal.success) {
    const { error, error_description, description } = refusal.data;
    return { kind: 'login-refused', code: error, description: error_description ?? description };
  }
  const answer = { status };
  if (status === 429) return rateLimited(answer, response.headers);
  return { kind: status >= 500 ? 'server-error' : 'unexpected-answer', answer };
}

/**
 * The answer to a login that an address holds. The implicit grant has it in the fragment, so that no server sees the
 * token; everything else has it in the query.
 */
export function answerIn({ hash, searchParams }: URL): URLSearchParams {
  const fragment = new URLSearchParams(hash.slice(1));
  return fragment.has('state') ? fragment : searchParams;
}
