import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import { diagnose } from '../../src/core/doctor/diagnose.ts';
import type { Facts, LookedIn } from '../../src/core/doctor/facts.ts';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import type { Subject } from '../../src/core/doctor/subject.ts';
import { NOTHING_TOLD, type Symptom, type Told } from '../../src/core/doctor/symptom.ts';
import type { PermissionPolicy } from '../../src/core/platform/authorization.ts';
import type { OAuthClient } from '../../src/core/platform/oauthClients.ts';
import { indexOperations } from '../../src/core/privileges/findOperations.ts';
import { matchCalls } from '../../src/core/privileges/matchCalls.ts';
import type { Operation } from '../../src/core/privileges/operation.ts';

export const NOW = new Date('2026-11-30T12:00:00Z');
export const REGION = 'mypurecloud.jp';
export const CLIENT_ID = '0a1b2c3d-1111-4222-8333-444455556666';

/** What one look is given. */
export type Scene = { readonly subject: Subject; readonly told: Told; readonly facts: Facts };

/** What is answered to a scene. */
export const answer = ({ subject, told, facts }: Scene) => diagnose(subject, told, facts, NOW);

export const ORG: LookedIn = { account: 'account-1', name: 'Contoso', region: REGION, practice: false };

export const known = <T>(value: T) => ({ kind: 'known', value }) as const;

/** All that was read of an org in which nothing keeps anybody out. */
export function soundFacts(client: OAuthClient): Facts {
  return {
    org: ORG,
    client: known(client),
    elsewhere: known([]),
    authentication: known({ embeddingIsLimited: false, embeddingAllowed: [] }),
    inactivityTimeout: known(undefined),
    ipAllowList: known([]),
    authorization: known(undefined),
    hipaa: known(false),
    roles: known([]),
    divisions: known(3),
    secret: known({ kept: false, keptSince: undefined, rotatedAt: undefined }),
    calls: { kind: 'not-asked', because: 'nothing-to-ask-about' },
    clock: known(1),
    browser: { kind: 'not-asked', because: 'nobody-can-look' },
  };
}

/** A client that agents log in with, as the framework needs it. */
export const frameworkClient: OAuthClient = {
  id: CLIENT_ID,
  name: 'Contoso CRM agent desktop',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [
    `https://apps.${REGION}/crm/index.html`,
    `https://apps.${REGION}/crm/authWindow.html`,
  ],
  scope: [...FRAMEWORK_SCOPES],
  state: 'active',
};

/** Agents who log in to the framework in a window of its own. Nothing is wrong. */
export function loginScene(): Scene {
  return {
    subject: {
      kind: 'framework',
      clientId: CLIENT_ID,
      region: REGION,
      uri: 'file:///work/src/framework.js',
      path: 'src/framework.js',
      line: 7,
      use: { dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'on' },
    },
    told: NOTHING_TOLD,
    facts: soundFacts(frameworkClient),
  };
}

export const CALL = { method: 'GET', path: '/routing/queues' } as const;
const OPERATION: Operation = {
  ...CALL,
  name: 'getRoutingQueues',
  permissions: { mode: 'any', of: ['routing:queue:view'] },
  scopes: ['routing', 'routing:readonly'],
  callers: 'all',
};

/** What the calls of an application need, where the API has this one operation. */
export function callFacts(operation: Operation = OPERATION): Facts['calls'] {
  const call = {
    named: { by: 'endpoint', method: operation.method, path: operation.path },
    at: { file: undefined, line: 1 },
    sureness: 'certain',
  } as const;
  const operations = [operation];
  const calls = matchCalls([call], indexOperations(operations));
  return known({ calls, operations, choices: { roles: [], held: undefined } });
}

export const queueViewer: PermissionPolicy = {
  domain: 'routing',
  entityName: 'queue',
  actionSet: ['view'],
};

/** A client that speaks for itself and makes a call that its role allows. Nothing is wrong. */
export function callScene(): Scene {
  const client: OAuthClient = {
    id: CLIENT_ID,
    name: 'Nightly export',
    authorizedGrantType: 'CLIENT-CREDENTIALS',
    accessTokenValiditySeconds: 86_400,
    roleDivisions: [{ roleId: 'role-1', divisionId: '*' }],
    state: 'active',
  };
  const facts = soundFacts(client);
  return {
    subject: { kind: 'client', clientId: CLIENT_ID, region: REGION },
    told: { ...NOTHING_TOLD, symptoms: [{ kind: 'call', call: CALL }] },
    facts: {
      ...facts,
      roles: known([{ id: 'role-1', name: 'Reporting', policies: [queueViewer], divisions: 'all' }]),
      calls: callFacts(),
    },
  };
}

/** An identity provider that holds a token of a client. Nothing is wrong. */
export function scimScene(): Scene {
  const { facts } = callScene();
  return {
    subject: {
      kind: 'scim',
      clientId: CLIENT_ID,
      region: REGION,
      uri: 'file:///work/genesys-scim.json',
      path: 'genesys-scim.json',
      line: 3,
      provider: 'okta',
      tokenEndsAt: '2027-11-30T12:00:00.000Z',
      tokenLifeSeconds: 38_880_000,
      practice: false,
    },
    told: NOTHING_TOLD,
    facts: { ...facts, calls: { kind: 'not-asked', because: 'not-needed' } },
  };
}

/** A look by somebody who is signed in nowhere. */
export function signedOut(pasted: string): Scene {
  const none = { kind: 'not-asked', because: 'signed-out' } as const;
  const facts: Facts = {
    org: undefined,
    client: none,
    elsewhere: none,
    authentication: none,
    inactivityTimeout: none,
    ipAllowList: none,
    authorization: none,
    hipaa: none,
    roles: none,
    divisions: none,
    secret: none,
    calls: { kind: 'not-asked', because: 'nothing-to-ask-about' },
    clock: none,
    browser: { kind: 'not-asked', because: 'nobody-can-look' },
  };
  return { subject: { kind: 'text' }, told: readSymptoms(pasted), facts };
}

/** The scene with other facts. */
export function withFacts(scene: Scene, facts: Partial<Facts>): Scene {
  return { ...scene, facts: { ...scene.facts, ...facts } };
}

/** The scene with other fields of its client. */
export function withClient(scene: Scene, fields: Partial<OAuthClient>): Scene {
  const { client } = scene.facts;
  if (client.kind !== 'known' || client.value === undefined) throw new Error('No client is known.');
  return withFacts(scene, { client: known({ ...client.value, ...fields }) });
}

/** The scene in which this was seen, too. */
export function withSymptoms(scene: Scene, ...symptoms: readonly Symptom[]): Scene {
  return { ...scene, told: { ...scene.told, symptoms: [...scene.told.symptoms, ...symptoms] } };
}

/** The scene in which something more is told. */
export function withTold(scene: Scene, told: Partial<Told>): Scene {
  return { ...scene, told: { ...scene.told, ...told } };
}

/** An error of the Platform API, as far as a test cares. */
export function apiError(code: string, more: Partial<Extract<Symptom, { kind: 'api-error' }>> = {}): Symptom {
  return {
    kind: 'api-error',
    code,
    call: CALL,
    permissions: [],
    anyPermission: code.includes('.any.'),
    scopes: [],
    ...more,
  };
}

export const INVALID_PAGE: Symptom = { kind: 'invalid-login-page', guessed: false };
