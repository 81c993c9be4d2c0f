import { type Context, Hono } from 'hono';
import type { HttpEnv } from '../http.ts';
import { preferredLanguage } from '../language.ts';
import type { Org } from '../org.ts';
import { fingerprint } from '../world/random.ts';
import type { Person } from '../world/records.ts';
import { issueAccessToken } from '../world/tokens.ts';
import {
  type AuthorizationRequest,
  type AuthorizeParams,
  judge,
  redirectTo,
} from './authorizationRequest.ts';
import { invalidPage, pageHeaders, peoplePage } from './pages.ts';
import { tokenEndpoint } from './token.ts';

/** The login host: what `https://login.{region}` is for a real org. */
export function loginHost(org: Org): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.route('/oauth/authorize', authorizePage(org));
  app.route('/oauth/token', tokenEndpoint(org));
  return app;
}

/** How long a code can be exchanged, in milliseconds. */
const CODE_LIFETIME = 60_000;

type ReadyRequest = Extract<AuthorizationRequest, { kind: 'ready' }>;

/** `/oauth/authorize`: GET shows who one can be, POST (the page's form) signs in as the chosen person. */
function authorizePage(org: Org): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.get('/', async (c) => {
    const params = paramsOf(c);
    return answer(c, params, (request) => choose(c, org, request, params));
  });
  app.post('/', async (c) => {
    const { person: loginHint, decision, ...asked } = paramsOf(c);
    return answer(c, asked, (request) => {
      if (decision === 'cancel') {
        const refusal = { error: 'access_denied', error_description: 'the person cancelled' };
        return c.redirect(redirectTo(request, refusal));
      }
      const person = whoCanSignIn(org).find((each) => each.loginHint === loginHint);
      if (person === undefined) return choose(c, org, request, asked);
      const issued =
        request.answerType === 'code'
          ? issueCode(org, request, person.id)
          : issueToken(org, request, person.id);
      return c.redirect(redirectTo(request, issued));
    });
  });
  return app;

  function answer(
    c: Context<HttpEnv>,
    params: AuthorizeParams,
    proceed: (request: ReadyRequest) => Response | Promise<Response>,
  ): Response | Promise<Response> {
    const request = judge(org, params);
    switch (request.kind) {
      case 'invalid':
        return c.html(invalidPage(preferredLanguage(c.req.header('accept-language'))), 400, pageHeaders());
      case 'refused':
        return c.redirect(request.redirectTo);
      case 'ready':
        return proceed(request);
    }
  }
}

function choose(
  c: Context<HttpEnv>,
  org: Org,
  { client, redirectUri }: ReadyRequest,
  params: AuthorizeParams,
): Response | Promise<Response> {
  const language = preferredLanguage(c.req.header('accept-language'));
  const page = peoplePage(language, {
    clientName: client.name,
    orgName: org.organization.name,
    loginHints: whoCanSignIn(org).map(({ loginHint }) => loginHint),
    params,
  });
  return c.html(page, 200, pageHeaders(redirectUri));
}

/** The people who exist (SCIM may have removed one), are active and have a name to sign in by. */
function whoCanSignIn({ world }: Org): Person[] {
  return [...world.people.values()].filter(
    ({ loginHint, state }) => loginHint !== null && state === 'active',
  );
}

function issueCode(org: Org, { client, redirectUri, challenge }: ReadyRequest, personId: string) {
  const code = org.random.secret();
  const print = fingerprint(code);
  org.world.codes.set(print, {
    fingerprint: print,
    clientId: client.id,
    personId,
    redirectUri,
    challenge,
    expiresAt: org.clock.now() + CODE_LIFETIME,
    exchangedFor: null,
  });
  return { code };
}

function issueToken(org: Org, { client }: ReadyRequest, personId: string) {
  const { token } = issueAccessToken(org.world, client, personId);
  const seconds = client.accessTokenValiditySeconds;
  return { access_token: token, token_type: 'bearer', expires_in: String(seconds) };
}

/** The parameters of the page, from its address and its form; one without a value counts as left out (RFC 6749, 3.1). */
function paramsOf(c: Context<HttpEnv>): Record<string, string> {
  const form = c.req.method === 'POST' ? new URLSearchParams(c.get('body')?.text) : [];
  const all = [...Object.entries(c.req.query()), ...form];
  return Object.fromEntries(all.filter(([, value]) => value !== ''));
}
