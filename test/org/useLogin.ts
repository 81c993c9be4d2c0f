import { authorize, type OrgUnderTest, type Reply } from './client.ts';
import { useOrg } from './useOrg.ts';

/** RFC 7636, appendix B. */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
export const redirectUri = 'http://localhost:49152';

/** What tests about signing in work with. */
export type LoginUnderTest = {
  readonly org: () => OrgUnderTest;
  /** The parameters of a sign-in through the sign-in client, with the challenge of the vector. */
  readonly request: () => Record<string, string>;
  /** The answer of the authorize page; redirects are not followed. */
  readonly page: (params: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  /** A code for the developer. */
  readonly freshCode: () => Promise<string>;
  /** Exchanges a code with the verifier of the vector, the form changed as asked. */
  readonly exchange: (code: string, change?: Record<string, string>) => Promise<Reply>;
};

export function useLogin(): LoginUnderTest {
  const org = useOrg();
  const request = () => ({
    client_id: org().signInClient.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: challenge,
    code_challenge_method: 'S256',
    state: 'a&b',
  });
  return {
    org,
    request,
    page: (params, headers = {}) =>
      fetch(`${org().baseUrl}/login/oauth/authorize?${new URLSearchParams(params)}`, {
        headers,
        redirect: 'manual',
      }),
    freshCode: () => authorize(org().baseUrl, { ...request(), person: 'developer' }),
    exchange: (code, change = {}) =>
      org().token({
        grant_type: 'authorization_code',
        client_id: org().signInClient.id,
        redirect_uri: redirectUri,
        code_verifier: verifier,
        code,
        ...change,
      }),
  };
}
