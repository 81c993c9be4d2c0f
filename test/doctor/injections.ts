import type { Cause } from '../../src/core/doctor/cause.ts';
import type { BrowserStanding } from '../../src/core/doctor/facts.ts';
import {
  apiError,
  callScene,
  known,
  loginScene,
  REGION,
  type Scene,
  scimScene,
  withClient,
  withFacts,
  withSymptoms,
  withTold,
} from './facts.ts';

/** Where nothing is wrong: agents log in, an application calls, an identity provider synchronizes. */
export const scenes = { login: loginScene, call: callScene, scim: scimScene } as const;
export type SceneKind = keyof typeof scenes;

/** How a cause is put into a scene, and into which ones. */
export type Injection = { readonly into: readonly SceneKind[]; readonly put: (scene: Scene) => Scene };

const EVERYWHERE: readonly SceneKind[] = ['login', 'call', 'scim'];
const page = (name: string, region = REGION) => `https://apps.${region}/crm/${name}.html`;

/** Each cause alone, in scenes where nothing else is wrong. */
export const injections: Readonly<Record<Cause, Injection>> = {
  'unknown-host': {
    into: EVERYWHERE,
    put: (scene) => {
      const host = 'login.mypurecloud.con';
      const told = { ...scene.told, hosts: [...scene.told.hosts, host] };
      return withSymptoms({ ...scene, told }, { kind: 'host-not-found', host });
    },
  },
  'other-region': {
    into: EVERYWHERE,
    put: (scene) => {
      if (scene.subject.kind === 'client')
        return withTold(scene, { hosts: [...scene.told.hosts, 'api.mypurecloud.ie'] });
      const { org } = scene.facts;
      return withFacts(scene, { org: org && { ...org, region: 'mypurecloud.ie' } });
    },
  },
  'client-missing': { into: EVERYWHERE, put: (scene) => withFacts(scene, { client: known(undefined) }) },
  'client-being-deleted': {
    into: EVERYWHERE,
    put: (scene) => withClient(scene, { state: 'inactive', dateToDelete: '2026-12-05T12:00:00Z' }),
  },
  'client-not-active': { into: EVERYWHERE, put: (scene) => withClient(scene, { state: 'disabled' }) },
  'grant-withdrawn': {
    into: ['login'],
    put: (scene) => {
      const { subject } = scene;
      if (subject.kind !== 'framework') return scene;
      const use = { ...subject.use, usePKCEAuthFlow: 'off' } as const;
      return withSymptoms(
        withClient({ ...scene, subject: { ...subject, use } }, { authorizedGrantType: 'TOKEN' }),
        { kind: 'oauth-error', code: 'unsupported_response_type', at: 'authorize' },
      );
    },
  },
  'grant-unsuited': {
    into: EVERYWHERE,
    put: (scene) => {
      switch (scene.subject.kind) {
        case 'framework':
          return withClient(scene, { authorizedGrantType: 'TOKEN' });
        case 'scim':
          return withClient(scene, { authorizedGrantType: 'CODE' });
        case 'client':
        case 'text':
          return withSymptoms(scene, apiError('not.a.user'));
      }
    },
  },
  'pkce-without-verifier': {
    into: ['login'],
    put: (scene) =>
      withSymptoms(scene, {
        kind: 'oauth-error',
        code: 'invalid_grant',
        description: 'code_verifier is missing',
        at: 'token',
      }),
  },
  'redirect-uri-of-other-region': {
    into: ['login'],
    put: (scene) => instead(scene, (name) => [page(name, 'mypurecloud.ie')]),
  },
  'redirect-uri-inexact': { into: ['login'], put: (scene) => instead(scene, (name) => [`${page(name)}/`]) },
  'redirect-uri-missing': { into: ['login'], put: (scene) => instead(scene, () => []) },
  'partner-page': {
    into: ['login'],
    put: (scene) =>
      withClient(scene, {
        registeredRedirectUri: [
          ...urisOf(scene).filter((uri) => uri !== page('index')),
          `https://apps.${REGION}/crm/acmecti/index.html`,
        ],
      }),
  },
  'secret-rotated': {
    into: EVERYWHERE,
    put: (scene) =>
      withSymptoms(
        withFacts(scene, {
          secret: known({ kept: false, keptSince: undefined, rotatedAt: '2026-11-29T12:00:00.000Z' }),
        }),
        { kind: 'oauth-error', code: 'invalid_client', description: 'authentication failed', at: 'token' },
      ),
  },
  'client-not-authorized': {
    into: EVERYWHERE,
    put: (scene) =>
      withFacts(scene, { authorization: known({ state: 'Revoked', pending: false, scopes: [] }) }),
  },
  'scopes-enforced': {
    into: ['login'],
    put: (scene) => withSymptoms(scene, apiError('app.not.authorized.for.scope', { scopes: ['users'] })),
  },
  'scope-missing': {
    into: ['login'],
    put: (scene) =>
      withSymptoms(
        withClient(scene, { scope: scopesOf(scene).filter((each) => each !== 'presence') }),
        apiError('app.not.authorized.for.scope', { scopes: ['presence'] }),
      ),
  },
  'no-role': {
    into: ['call', 'scim'],
    put: (scene) => withFacts(withClient(scene, { roleDivisions: [] }), { roles: known([]) }),
  },
  'role-lacks-permission': {
    into: EVERYWHERE,
    put: (scene) =>
      withSymptoms(
        withRoles(scene, (role) => ({ ...role, policies: [] })),
        apiError('missing.permissions', { permissions: ['routing:queue:view'] }),
      ),
  },
  'division-lacks-object': {
    into: EVERYWHERE,
    put: (scene) => {
      if (scene.subject.kind === 'framework')
        return withSymptoms(scene, apiError('missing.division.permission'));
      const home = { id: 'home', name: 'Home', home: true };
      return withRoles(
        withClient(scene, { roleDivisions: [{ roleId: 'role-1', divisionId: 'home' }] }),
        (role) => ({
          ...role,
          divisions: [home],
        }),
      );
    },
  },
  'scim-token-ended': {
    into: ['scim'],
    put: (scene) =>
      scene.subject.kind === 'scim'
        ? { ...scene, subject: { ...scene.subject, tokenEndsAt: '2026-11-01T12:00:00.000Z' } }
        : scene,
  },
  'token-ended': {
    into: EVERYWHERE,
    put: (scene) => withSymptoms(scene, apiError('bad.credentials', { status: 401 })),
  },
  'hipaa-timeout': { into: EVERYWHERE, put: (scene) => withFacts(scene, { hipaa: known(true) }) },
  'inactivity-timeout': {
    into: EVERYWHERE,
    put: (scene) => withFacts(scene, { inactivityTimeout: known(1800) }),
  },
  'no-refresh-token': {
    into: ['login'],
    put: (scene) => withSymptoms(scene, { kind: 'token-answer', hasRefreshToken: false }),
  },
  'embedding-not-allowed': {
    into: ['login'],
    put: (scene) =>
      withFacts(scene, {
        authentication: known({ embeddingIsLimited: true, embeddingAllowed: ['crm.contoso.example'] }),
      }),
  },
  'ip-not-allowed': {
    into: EVERYWHERE,
    put: (scene) =>
      withSymptoms(
        withFacts(scene, { ipAllowList: known(['198.51.100.0/24']) }),
        apiError('ip.not.authorized', { ip: '203.0.113.7', status: 401 }),
      ),
  },
  'rate-limited': {
    into: EVERYWHERE,
    put: (scene) => withSymptoms(scene, apiError('too.many.requests', { status: 429 })),
  },
  'clock-wrong': { into: EVERYWHERE, put: (scene) => withFacts(scene, { clock: known(-1200) }) },
  'cookies-blocked': {
    into: ['login'],
    put: (scene) => withBrowser(scene, { thirdPartyCookies: 'blocked' }),
  },
  'pop-ups-blocked': { into: ['login'], put: (scene) => withBrowser(scene, { popUps: 'blocked' }) },
};

/** Causes that cannot stand together: each of the first with each of the second, and why; `in`: in this scene alone. */
export const cannotStandTogether: readonly {
  readonly each: readonly Cause[];
  readonly and: readonly Cause[];
  readonly in?: SceneKind;
  readonly because: string;
}[] = [
  {
    each: ['client-missing'],
    and: [
      'other-region',
      'client-being-deleted',
      'client-not-active',
      'grant-withdrawn',
      'grant-unsuited',
      'redirect-uri-of-other-region',
      'redirect-uri-inexact',
      'redirect-uri-missing',
      'partner-page',
      'secret-rotated',
      'client-not-authorized',
      'scopes-enforced',
      'scope-missing',
      'no-role',
      'role-lacks-permission',
      'division-lacks-object',
    ],
    because: 'A client that is not there has nothing that could be wrong.',
  },
  {
    each: ['client-being-deleted'],
    and: ['client-not-active'],
    because: 'A client that is being deleted is inactive, and that says less.',
  },
  { each: ['grant-withdrawn'], and: ['grant-unsuited'], because: 'A client has one grant type.' },
  {
    each: ['grant-withdrawn'],
    and: ['secret-rotated', 'no-refresh-token'],
    because: 'An implicit client has neither a secret that it shows nor a refresh token.',
  },
  {
    each: ['grant-unsuited'],
    and: ['no-refresh-token'],
    because: 'Only a client with Code Authorization gets a refresh token, and that is what suits.',
  },
  {
    each: ['grant-unsuited'],
    and: ['secret-rotated'],
    in: 'login',
    because: 'An implicit client has no secret that it shows.',
  },
  {
    each: ['grant-unsuited'],
    and: ['no-role', 'division-lacks-object'],
    in: 'scim',
    because: 'A client that lets people log in has no roles of its own.',
  },
  {
    each: [
      'grant-withdrawn',
      'pkce-without-verifier',
      'redirect-uri-of-other-region',
      'redirect-uri-inexact',
      'redirect-uri-missing',
      'partner-page',
      'scopes-enforced',
      'scope-missing',
      'no-refresh-token',
      'embedding-not-allowed',
      'cookies-blocked',
      'pop-ups-blocked',
    ],
    and: ['no-role', 'scim-token-ended'],
    because: 'A client lets people log in, or speaks for itself.',
  },
  {
    each: ['no-role'],
    and: ['role-lacks-permission', 'division-lacks-object'],
    because: 'Where there is no role, none lacks anything.',
  },
  { each: ['scim-token-ended'], and: ['token-ended'], because: 'It is the same token.' },
  {
    each: ['redirect-uri-missing'],
    and: ['partner-page'],
    because: "Beside a partner's page nobody can tell which of the framework's own pages is meant.",
  },
];

function urisOf({ facts: { client } }: Scene): readonly string[] {
  return client.kind === 'known' ? (client.value?.registeredRedirectUri ?? []) : [];
}

function scopesOf({ facts: { client } }: Scene): readonly string[] {
  return client.kind === 'known' ? (client.value?.scope ?? []) : [];
}

/** In place of one of the framework's pages that is still registered. */
function instead(scene: Scene, uris: (name: string) => readonly string[]): Scene {
  const name = ['authWindow', 'index'].find((each) => urisOf(scene).includes(page(each)));
  if (name === undefined) throw new Error('No page is left.');
  const others = urisOf(scene).filter((uri) => uri !== page(name));
  return withClient(scene, { registeredRedirectUri: [...others, ...uris(name)] });
}

type Role = Extract<Scene['facts']['roles'], { kind: 'known' }>['value'][number];

function withRoles(scene: Scene, change: (role: Role) => Role): Scene {
  const { roles } = scene.facts;
  return roles.kind === 'known' ? withFacts(scene, { roles: known(roles.value.map(change)) }) : scene;
}

function withBrowser(scene: Scene, told: Partial<BrowserStanding>): Scene {
  const { browser } = scene.facts;
  const before =
    browser.kind === 'known' ? browser.value : { thirdPartyCookies: undefined, popUps: undefined };
  return withFacts(scene, { browser: known({ ...before, ...told }) });
}
