import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import type { Diagnosis } from '../../src/core/doctor/answer.ts';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import type { Subject } from '../../src/core/doctor/subject.ts';
import { type CauseId, causeIds, causes } from '../../src/practiceOrg/practice/causes.ts';
import { diagnosed } from '../doctor/lookInOrg.ts';
import { steer } from '../host/steer.ts';
import { basic, type Reply } from './client.ts';
import { idOf, roleId } from './samples.ts';
import { useOrg } from './useOrg.ts';

const REGION = 'mypurecloud.com';
const PAGE = frameworkRedirectUris(REGION, false)[0] ?? '';

/** An application that logs in and calls. What it sees is what somebody pastes. */
type Application = {
  readonly clientId: string;
  readonly subject: Subject;
  /** Logs in, or fails to. */
  logIn(): Promise<Attempt>;
  call(token: string): Promise<Seen>;
};
type Attempt = { readonly token?: string; readonly seen: string };
type Seen = { readonly status: number; readonly seen: string };

describe('Each cause of trouble, brought about in an org', () => {
  const org = useOrg({ size: 'small' });
  let admin: string;
  let applications: readonly Application[];

  beforeEach(async () => {
    admin = await org().automationToken();
    applications = [await desk(), await inBrowser(), await machine(), await directory()];
  });

  for (const cause of causeIds) {
    it(`is found first by what the org says and what is seen: ${cause}`, async () => {
      const application = await applicationFor(cause);
      const before = await application.logIn();
      await steer(org(), 'POST', 'causes', { cause, client: application.clientId });
      const seen = await seenBy(cause, application, before.token ?? '');
      const { causes: found } = await lookAt(cause, subjectFor(cause, application.subject), seen);
      assert.equal(found[0]?.cause, cause, `${seen}\n${JSON.stringify(found, undefined, 1)}`);
    });
  }

  /** What the file says of the token that the identity provider holds, no org knows. */
  function subjectFor(cause: CauseId, subject: Subject): Subject {
    const isOfProvider = cause === 'scim-token-ended' && subject.kind === 'scim';
    return isOfProvider ? { ...subject, tokenEndsAt: '2026-01-01T00:00:00Z' } : subject;
  }

  it('are not found where nothing is wrong, and what was not looked at is told', async () => {
    for (const { subject } of applications) {
      const { causes: found, notLooked, inOrder } = await lookAt(undefined, subject, '');
      assert.deepEqual(
        found.filter(({ certainty }) => certainty !== 'possible'),
        [],
      );
      assert.ok(inOrder.length > 5);
      assert.ok(notLooked.some(({ reason }) => reason.why === 'browser' || reason.why === 'application'));
    }
  });

  async function lookAt(cause: CauseId | undefined, subject: Subject, seen: string): Promise<Diagnosis> {
    // The token of whoever looks is as good as before: only what the application has may have ended.
    const accessToken = cause === 'ip-not-allowed' ? admin : await org().signIn('administrator');
    return await diagnosed(
      { region: REGION, apiUrl: org().baseUrl, accessToken },
      subject,
      readSymptoms(seen),
    );
  }

  async function applicationFor(cause: CauseId): Promise<Application> {
    for (const application of applications) {
      const path = `/practice/causes?client=${application.clientId}`;
      const headers = { authorization: `Bearer ${org().controlToken}` };
      const answer: { possible: { cause: string }[] } = await (
        await fetch(`${org().baseUrl}${path}`, { headers })
      ).json();
      if (answer.possible.some((each) => each.cause === cause)) return application;
    }
    assert.fail(`No application of this test is one for ${cause}.`);
  }

  /** What somebody can paste: how the login ended, or how the call that followed did. */
  async function seenBy(cause: CauseId, { logIn, call }: Application, held: string): Promise<string> {
    const { shows } = causes[cause];
    if (shows === 'setting-only') return '';
    if (shows === 'former-token-refused') return (await call(held)).seen;
    const { token, seen } = await logIn();
    if (shows === 'idle-token-refused' && token !== undefined) {
      await org().turn({ clockOffsetSeconds: 901 });
      const refused = await call(token);
      await org().turn({ clockOffsetSeconds: 0 });
      return refused.seen;
    }
    if (shows === 'no-refresh-token' || token === undefined) return seen;
    return (await call(token)).seen;
  }

  /** Where the login page sends the browser, or else what it says. */
  async function atLoginPage(clientId: string, responseType: string): Promise<{ url?: URL; seen: string }> {
    const form = { client_id: clientId, redirect_uri: PAGE, response_type: responseType };
    const answer = await fetch(`${org().baseUrl}/login/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ ...form, person: 'administrator' }),
      redirect: 'manual',
    });
    const location = answer.headers.get('location');
    const asked = `https://login.${REGION}/oauth/authorize?${new URLSearchParams(form)}`;
    if (location === null) return { seen: `${asked}\n${await answer.text()}` };
    return { url: new URL(location), seen: `${asked}\n${location}` };
  }

  function answered(request: string, { status, body }: Reply): string {
    return `${request}\nHTTP/1.1 ${status}\n${JSON.stringify(body)}`;
  }

  function ended(form: Record<string, string>, issued: Reply): Attempt {
    const request = `curl -d '${new URLSearchParams(form)}' https://login.${REGION}/oauth/token`;
    const seen = answered(request, issued);
    return issued.status === 200 ? { token: String(issued.at('access_token')), seen } : { seen };
  }

  async function called(token: string, method: string, path: string): Promise<Seen> {
    const answer = await org().call(token, method, path);
    const seen = answered(`curl -X ${method} https://api.${REGION}${path}`, answer);
    return { status: answer.status, seen };
  }

  async function made(draft: object): Promise<{ id: string; secret: string }> {
    const client = await org().call(admin, 'POST', '/api/v2/oauth/clients', draft);
    return { id: idOf(client), secret: String(client.at('secret')) };
  }

  const framework = (clientId: string, usePKCEAuthFlow: 'on' | 'off'): Subject => ({
    kind: 'framework',
    clientId,
    region: REGION,
    uri: 'file:///crm/framework.js',
    path: 'framework.js',
    line: 1,
    use: { dedicatedLoginWindow: 'off', usePKCEAuthFlow },
  });
  const whoAmI = async (token: string) => await called(token, 'GET', '/api/v2/users/me');
  const forFramework = { scope: [...FRAMEWORK_SCOPES], registeredRedirectUri: [PAGE] };

  /** The Embeddable Framework, which here logs in with its secret, and without PKCE. */
  async function desk(): Promise<Application> {
    const { id, secret } = await made({ name: 'Desk', authorizedGrantType: 'CODE', ...forFramework });
    return {
      clientId: id,
      subject: framework(id, 'on'),
      async logIn() {
        const { url, seen } = await atLoginPage(id, 'code');
        const code = url?.searchParams.get('code');
        if (code == null) return { seen };
        const form = { grant_type: 'authorization_code', client_id: id, redirect_uri: PAGE, code };
        return ended(form, await org().token(form, basic({ id, secret })));
      },
      call: whoAmI,
    };
  }

  async function inBrowser(): Promise<Application> {
    const { id } = await made({ name: 'In a browser', authorizedGrantType: 'TOKEN', ...forFramework });
    return {
      clientId: id,
      subject: framework(id, 'off'),
      async logIn() {
        const { url, seen } = await atLoginPage(id, 'token');
        const token = new URLSearchParams(url?.hash.slice(1)).get('access_token');
        return token === null ? { seen } : { token, seen };
      },
      call: whoAmI,
    };
  }

  async function byItself(name: string, role: string, more: object = {}) {
    const roleDivisions = [{ roleId: await roleId(org(), admin, role), divisionId: '*' }];
    const { id, secret } = await made({
      name,
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions,
      ...more,
    });
    const form = { grant_type: 'client_credentials', client_id: id };
    return {
      clientId: id,
      logIn: async () =>
        ended(form, await org().token({ grant_type: 'client_credentials' }, basic({ id, secret }))),
    };
  }

  /** Gives somebody a role in a division that is not Home, which they have already. */
  async function machine(): Promise<Application> {
    const divisions = await org().call(admin, 'GET', '/api/v2/authorization/divisions?name=Sales');
    const people = await org().call(admin, 'GET', '/api/v2/scim/v2/users?count=1');
    const employee = await roleId(org(), admin, 'Employee');
    const where = `divisions/${divisions.at('entities.0.id')}/roles/${employee}`;
    const path = `/api/v2/authorization/subjects/${people.at('Resources.0.id')}/${where}`;
    const own = await byItself('Machine', 'Master Admin');
    return {
      ...own,
      subject: { kind: 'client', clientId: own.clientId, region: REGION },
      call: async (token) => await called(token, 'POST', path),
    };
  }

  async function directory(): Promise<Application> {
    const own = await byItself('Directory', 'SCIM Integration', { accessTokenValiditySeconds: 38_880_000 });
    return {
      ...own,
      subject: {
        kind: 'scim',
        clientId: own.clientId,
        region: REGION,
        uri: 'file:///crm/genesys-scim.json',
        path: 'genesys-scim.json',
        line: 1,
        provider: 'okta',
        practice: true,
      },
      call: async (token) => await called(token, 'GET', '/api/v2/scim/v2/users'),
    };
  }
});
