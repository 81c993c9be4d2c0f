import { type Context, Hono } from 'hono';
import { type HttpEnv, mediaType } from '../http.ts';
import type { Org } from '../org.ts';
import { isAdmitted, NOT_AUTHORIZED } from './admission.ts';
import { askingClient } from './clientAuthentication.ts';
import { OAuthError } from './oauthError.ts';
import {
  authorizationCodeGrant,
  clientCredentialsGrant,
  refreshTokenGrant,
  saml2BearerGrant,
  type TokenAnswer,
} from './tokenGrants.ts';

const grants = new Map([
  ['authorization_code', authorizationCodeGrant],
  ['client_credentials', clientCredentialsGrant],
  ['refresh_token', refreshTokenGrant],
  ['urn:ietf:params:oauth:grant-type:saml2-bearer', saml2BearerGrant],
]);

/** `/oauth/token`: POST a form, get a token or `{error, description, error_description}`. */
export function tokenEndpoint(org: Org): Hono<HttpEnv> {
  const app = new Hono<HttpEnv>();
  app.post('/', async (c) => {
    c.header('Cache-Control', 'no-store');
    try {
      return c.json(await answer(c));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      if (error.status === 401) c.header('WWW-Authenticate', 'Basic realm="oauth"');
      return c.json(error.toBody(), error.status);
    }
  });
  return app;

  async function answer(c: Context<HttpEnv>): Promise<TokenAnswer> {
    const form = formOf(c);
    const grantType = form.get('grant_type');
    if (!grantType) throw new OAuthError('invalid_request', 'grant_type is required');
    const grant = grants.get(grantType);
    if (grant === undefined)
      throw new OAuthError('unsupported_grant_type', `unknown grant type ${grantType}`);
    const asking = askingClient(org.world, c.req.header('authorization'), form);
    if (!isAdmitted(org, asking.client)) throw new OAuthError('unauthorized_client', NOT_AUTHORIZED);
    return grant({ org, asking, form });
  }
}

/** The fields of the form; one without a value counts as left out (RFC 6749, 3.2). */
function formOf(c: Context<HttpEnv>): ReadonlyMap<string, string> {
  if (mediaType(c.req.header('content-type')) !== 'application/x-www-form-urlencoded') {
    throw new OAuthError('invalid_request', 'the body must be application/x-www-form-urlencoded');
  }
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(c.get('body')?.text)) {
    if (value === '') continue;
    if (form.has(name)) throw new OAuthError('invalid_request', `${name} is given twice`);
    form.set(name, value);
  }
  return form;
}
