import type {
  ClientPageAbout,
  ClientPageState,
  ClientPageTold,
  SoughtClient,
} from '../../src/core/clientPage/messages.ts';
import type { Mention } from '../../src/core/clients/concerns.ts';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../src/core/clients/frameworkNeeds.ts';
import type { HistoryEntry } from '../../src/core/clients/history.ts';
import { writtenFields } from '../../src/core/drift/written.ts';
import type { PlatformError } from '../../src/core/platform/errors.ts';

/** What a client's page can be told to show. */
export type Shown = Exclude<ClientPageTold, { type: 'copied' }>;

export const REGION = 'mypurecloud.jp';
export const ACCOUNT = `${REGION}/org-1`;
export const today = new Date();
export const daysAgo = (days: number) => new Date(today.getTime() - days * 86_400_000).toISOString();

export const FRAMEWORK: Mention = {
  kind: 'framework',
  uri: 'file:///crm/src/framework.js',
  path: 'src/framework.js',
  line: 12,
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' },
};

/** A client of a public deployment as its page shows it while its use is being read, with these differences. */
export function aState(differences: Partial<ClientPageState> = {}): ClientPageState {
  return {
    client: {
      id: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
      name: 'Contact center desktop',
      description: 'Opens the CRM beside each call.',
      authorizedGrantType: 'CODE',
      accessTokenValiditySeconds: 64_800,
      registeredRedirectUri: [...frameworkRedirectUris(REGION, false)],
      scope: [...FRAMEWORK_SCOPES],
      dateCreated: '2025-03-03T00:00:00Z',
      state: 'active',
    },
    org: { account: ACCOUNT, name: 'Acme', region: REGION, practice: false },
    readAt: today.toISOString(),
    standing: 'there',
    lackedPermissions: [],
    keepsSecret: true,
    mentions: [],
    history: [],
    use: { kind: 'reading' },
    roles: { kind: 'known', value: [] },
    ...differences,
  };
}

export const busyDays = [20, 13, 12, 9, 6, 5, 2].map((ago, index) => ({
  day: daysAgo(ago),
  requests: (index + 1) * 420,
}));
export const busy: ClientPageState['use'] = { kind: 'known', value: busyDays };

export const forbidden: PlatformError = { kind: 'forbidden', answer: { status: 403 } };
export const unreachable: PlatformError = { kind: 'unreachable', reason: 'getaddrinfo ENOTFOUND' };

export const HISTORY: readonly HistoryEntry[] = (
  [
    ['changed', 0.02, 'done', 'description'],
    ['change-undone', 0.1, 'done'],
    ['changed', 0.2, 'done', 'registeredRedirectUri', 'scope'],
    ['secret-rotated', 1, 'not-certain'],
    ['activated', 3, 'done'],
    ['deactivated', 3.1, 'done'],
    ['created', 400, 'done'],
  ] as const
).map(([what, days, outcome, ...fields], index) => ({
  ...{ id: `${index}`, at: daysAgo(days), what, outcome },
  ...(fields.length > 0 && { fields: fields.map((name) => ({ name, mark: '' })) }),
  ...(what === 'change-undone' && { undoes: '2' }),
}));

export const ABOUT: ClientPageAbout = {
  account: ACCOUNT,
  region: REGION,
  clientId: '11111111-8a44-4d5c-9b0e-2f6f0a7d9e31',
  name: 'Contact center desktop',
  orgName: 'Acme',
};
const SOUGHT: Record<string, SoughtClient['standing']> = {
  'client-sought': { kind: 'reading' },
  'client-sought-signed-out': { kind: 'signed-out' },
  'client-sought-gone': { kind: 'gone' },
  'client-sought-failed': { kind: 'failed', error: unreachable },
};

export const implicit = { ...aState().client, authorizedGrantType: 'TOKEN' };

const states: Record<string, ClientPageState> = {
  'client-reading': aState(),
  'client-changed-elsewhere': aState({
    use: busy,
    written: {
      at: daysAgo(7),
      origin: 'saved',
      fields: writtenFields({ ...aState().client, scope: ['users'], name: 'Desktop' }),
    },
  }),
  'client-attention': aState({ mentions: [FRAMEWORK], use: busy, client: implicit }),
  'client-roles': aState({
    client: {
      id: '33333333-8a44-4d5c-9b0e-2f6f0a7d9e31',
      name: 'Nightly export',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      state: 'disabled',
    },
    keepsSecret: false,
    use: { kind: 'known', value: [] },
    roles: {
      kind: 'known',
      value: [
        { name: 'Analytics Export', divisions: ['Sales', 'Support'] },
        { name: 'Employee', divisions: 'all' },
      ],
    },
    org: { account: ACCOUNT, name: 'Practice Org', region: REGION, practice: true },
  }),
  'client-untold': aState({
    use: { kind: 'untold', error: forbidden },
    roles: { kind: 'untold', error: forbidden },
  }),
  'client-failed': aState({
    failure: unreachable,
    use: { kind: 'failed', error: unreachable, former: busyDays },
    roles: { kind: 'failed', error: unreachable },
  }),
  'client-history': aState({ history: [...HISTORY], use: { kind: 'known', value: [] } }),
  'client-rights': aState({
    lackedPermissions: ['oauth:client:edit', 'oauth:client:delete'],
    signedInWith: 'Automation · Acme',
    use: { kind: 'untold', error: forbidden },
    roles: {
      kind: 'known',
      value: [
        { name: 'Employee', divisions: 'all', held: true },
        { name: 'Master Admin', divisions: 'all', held: false },
      ],
    },
  }),
  'client-gone': aState({ standing: 'gone', mentions: [FRAMEWORK], use: busy }),
  'client-signed-out': aState({
    standing: 'signed-out',
    mentions: [FRAMEWORK],
    use: { kind: 'untold', error: forbidden },
  }),
};

/** Every view of the page of a client, by its name. */
export const clientPageViews: Record<string, Shown> = {
  ...Object.fromEntries(
    Object.entries(states).map(([name, state]) => [name, { type: 'client', state }] as const),
  ),
  ...Object.fromEntries(Object.entries(SOUGHT).map(([name, standing]) => [name, sought(standing)])),
};

/** The page while its client is looked for again after a reload. */
export function sought(standing: SoughtClient['standing']): Shown {
  return { type: 'sought', sought: { about: ABOUT, standing } };
}
