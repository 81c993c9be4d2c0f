import { readFileSync } from 'node:fs';
import type { NamedClient } from '../../../src/core/clients/whereabouts.ts';
import type { ScimConnection } from '../../../src/core/scim/configFile.ts';
import type { ScimClientFacts } from '../../../src/core/scim/inspectConfig.ts';

const FOLDER = new URL('../../fixtures/scim/', import.meta.url);

/** A fixture's text as the bytes say, byte order mark and line ends included. */
export function fixture(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

export const CLIENT_ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';

/** The connection of an Entra ID that was given a token of 450 days. */
export const CONNECTION: ScimConnection = {
  provider: 'entra',
  region: 'mypurecloud.jp',
  scimBaseUrl: 'https://api.mypurecloud.jp/api/v2/scim/v2',
  tokenUrl: 'https://login.mypurecloud.jp/oauth/token',
  clientId: CLIENT_ID,
  grantType: 'client_credentials',
  secret: { kept: 'vscode-secret-storage' },
  tokenDurationSeconds: 38_880_000,
  tokenEndsAt: '2028-02-15T09:00:00.000Z',
  role: { id: 'role-scim', name: 'SCIM Integration' },
  divisions: [
    { id: 'division-1', name: 'Home' },
    { id: 'division-2', name: 'Osaka' },
  ],
  createdAt: '2026-11-22T09:00:00.000Z',
};

/** Knows this of the client of that connection, and nothing of others. */
export function factsOf(facts: ScimClientFacts): (named: NamedClient) => ScimClientFacts | undefined {
  return ({ clientId }) => (clientId.toLowerCase() === CLIENT_ID ? facts : undefined);
}
