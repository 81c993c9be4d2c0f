import type { PlatformError } from './errors.ts';
import { LOGIN_TIMEOUT_SECONDS } from './login.ts';
import { answerIn } from './loginAnswer.ts';
import type { LoginRefusal } from './loginError.ts';
import { networkError } from './networkError.ts';
import { TimeLimit } from './timeLimit.ts';

/**
 * What a login host makes of a request to log in, before anybody is sent there: `invalid` when it will send nobody
 * anywhere, because it does not know the client or its redirect URI (RFC 6749, 4.1.2.1); `refused` when it sends them
 * straight back; `unclear` when only a person will find out.
 */
export type LoginPageStanding =
  | { kind: 'invalid' | 'unclear' }
  | { kind: 'refused'; error: LoginRefusal }
  | { kind: 'failed'; error: PlatformError };

/** Asks for a login page without showing it or going where it leads. */
export async function probeLoginPage(url: URL, signal: AbortSignal): Promise<LoginPageStanding> {
  const limit = new TimeLimit(LOGIN_TIMEOUT_SECONDS, signal);
  try {
    const response = await fetch(url, { redirect: 'manual', signal: limit.signal });
    await response.body?.cancel();
    if (response.status === 400) return { kind: 'invalid' };
    return refusalIn(response.headers.get('location')) ?? { kind: 'unclear' };
  } catch (thrown) {
    return { kind: 'failed', error: limit.ended ?? networkError(thrown) };
  } finally {
    limit.over();
  }
}

function refusalIn(location: string | null): LoginPageStanding | undefined {
  if (location === null || !URL.canParse(location)) return undefined;
  const answer = answerIn(new URL(location));
  const code = answer.get('error');
  const description = answer.get('error_description') ?? undefined;
  return code === null ? undefined : { kind: 'refused', error: { kind: 'login-refused', code, description } };
}
