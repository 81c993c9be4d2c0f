import { createHash, randomBytes } from 'node:crypto';
import { type PracticeOrg, type PracticeOrgOptions, startPracticeOrg } from '../../src/practiceOrg/server.ts';
import { steer } from '../host/steer.ts';

/** A running org and short ways to talk to it, for tests. Only what goes over the wire. */
export type OrgUnderTest = PracticeOrg & {
  /** Calls the API as the holder of `token`; `body` is sent as JSON, under the type that `headers` may name. */
  call(
    token: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Posts a form to the token endpoint. */
  token(form: Record<string, string>, headers?: Record<string, string>): Promise<Reply>;
  /** Signs a person in through the sign-in client. */
  logIn(loginHint: string): Promise<Reply>;
  /** The same, and gives their access token. */
  signIn(loginHint: string): Promise<string>;
  /** A token of the automation client. */
  automationToken(): Promise<string>;
  /** Creates a client-credentials client with these roles and gives a token of it. */
  tokenOfNewClient(
    token: string,
    roleDivisions: readonly { roleId: string; divisionId: string }[],
  ): Promise<string>;
  /** Creates an implicit client with these scopes and gives a person's token through it. */
  signInThroughNewClient(token: string, loginHint: string, scope: readonly string[]): Promise<string>;
  /** Turns switches. */
  turn(switches: Record<string, unknown>): Promise<void>;
};

export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  /** The parsed body; undefined when there was none. */
  readonly body: unknown;
  /** What the body has at a place such as `entities.0.name`; undefined when there is nothing. */
  at(place: string): unknown;
};

const REDIRECT = 'http://localhost:53682';

/** Starts an org in which no more is than a test needs to begin, unless the options say otherwise. */
export async function startOrg(options: PracticeOrgOptions = {}): Promise<OrgUnderTest> {
  const org = await startPracticeOrg({ size: 'bare', ...options });
  const { baseUrl, automationClient, signInClient } = org;

  const token: OrgUnderTest['token'] = async (form, headers = {}) =>
    replyOf(
      await fetch(`${baseUrl}/login/oauth/token`, {
        method: 'POST',
        headers,
        body: new URLSearchParams(form),
      }),
    );

  const call: OrgUnderTest['call'] = async (bearer, method, path, body, more = {}) => {
    const type = { 'content-type': 'application/json' };
    const headers = { authorization: `Bearer ${bearer}`, ...(body !== undefined && type), ...more };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return replyOf(await fetch(`${baseUrl}${path}`, { method, headers, ...sent }));
  };

  const logIn: OrgUnderTest['logIn'] = async (loginHint) => {
    const verifier = randomBytes(32).toString('base64url');
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const form = {
      client_id: signInClient.id,
      redirect_uri: REDIRECT,
      response_type: 'code',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      person: loginHint,
    };
    const code = await authorize(baseUrl, form);
    return await token({
      grant_type: 'authorization_code',
      client_id: signInClient.id,
      redirect_uri: REDIRECT,
      code_verifier: verifier,
      code,
    });
  };

  return {
    ...org,
    token,
    call,
    async tokenOfNewClient(bearer, roleDivisions) {
      const draft = { name: 'Machine', authorizedGrantType: 'CLIENT-CREDENTIALS', roleDivisions };
      const client = await call(bearer, 'POST', '/api/v2/oauth/clients', draft);
      const { id, secret } = { id: String(client.at('id')), secret: String(client.at('secret')) };
      const answer = await token({ grant_type: 'client_credentials' }, basic({ id, secret }));
      return String(answer.at('access_token'));
    },
    async signInThroughNewClient(bearer, loginHint, scope) {
      const registeredRedirectUri = ['https://app.practice.example/'];
      const draft = { name: 'Page', authorizedGrantType: 'TOKEN', scope, registeredRedirectUri };
      const client = await call(bearer, 'POST', '/api/v2/oauth/clients', draft);
      const form = { client_id: String(client.at('id')), redirect_uri: 'https://app.practice.example/' };
      const location = await submit(baseUrl, { ...form, response_type: 'token', person: loginHint });
      return new URLSearchParams(location.hash.slice(1)).get('access_token') ?? '';
    },
    logIn,
    signIn: async (loginHint) => String((await logIn(loginHint)).at('access_token')),
    async automationToken() {
      const answer = await token({ grant_type: 'client_credentials' }, basic(automationClient));
      return String(answer.at('access_token'));
    },
    async turn(switches) {
      await steer(org, 'PATCH', 'switches', switches);
    },
  };
}

/** Sends the login page's form and gives the code from the redirect. */
export async function authorize(baseUrl: string, form: Record<string, string>): Promise<string> {
  return (await submit(baseUrl, form)).searchParams.get('code') ?? '';
}

/** Sends the login page's form and gives where the browser is sent. */
export async function submit(baseUrl: string, form: Record<string, string>): Promise<URL> {
  const body = new URLSearchParams(form);
  const answer = await fetch(`${baseUrl}/login/oauth/authorize`, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '');
}

/** The Authorization header of HTTP Basic. */
export function basic({ id, secret }: { id: string; secret: string }): Record<string, string> {
  return { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** An answer, read. */
export async function replyOf(answer: Response): Promise<Reply> {
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: answer.status, headers: answer.headers, body, at: (place) => valueAt(body, place) };
}

/** What a JSON value has at a place such as `entities.0.name`. */
export function valueAt(json: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>((value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined), json);
}
