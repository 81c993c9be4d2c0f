import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OrgClients } from '../../../src/core/clients/orgClients.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const CLIENT: OrgClients['clients'][number] = {
  id: ID,
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  registeredRedirectUri: [...frameworkRedirectUris('mypurecloud.com', false)],
  scope: [...FRAMEWORK_SCOPES],
};

function orgOf(region: string, clients: OrgClients['clients']): OrgClients {
  return { region, orgName: region, practice: false, clients, readAt: '2026-11-22T00:00:00Z' };
}
const HOME = orgOf('mypurecloud.com', [CLIENT]);
const OTHER = orgOf('usw2.pure.cloud', []);

function faultsIn(entries: string, orgs: readonly OrgClients[]): string[] {
  const text = `window.Framework = { config: { clientIds: { ${entries} } } };`;
  const problems = checkFramework(text, orgs, '2026-11-22');
  return problems.filter(({ severity }) => severity !== 'information').map(({ code }) => code);
}

describe('G11: a client that serves several regions', () => {
  const both = `'mypurecloud.com': '${ID}', 'usw2.pure.cloud': '${ID}'`;

  it('is right wherever one is signed in', () => {
    for (const orgs of [[], [HOME], [OTHER], [HOME, OTHER]]) assert.deepEqual(faultsIn(both, orgs), []);
  });

  it('is not missed because the practice org does not have it', () => {
    const practice = { ...orgOf('mypurecloud.com', []), practice: true };
    assert.deepEqual(faultsIn(both, [practice, OTHER]), []);
  });

  it('is missing when the orgs of all its regions have no such client', () => {
    const orgs = [orgOf('mypurecloud.com', []), OTHER];
    assert.deepEqual(faultsIn(both, orgs), ['client-not-found', 'client-not-found']);
  });

  it('may serve its own region by what only a run of the file tells', () => {
    for (const before of ['...shared', `'mypurecloud.com': ID`]) {
      assert.deepEqual(faultsIn(`${before}, 'usw2.pure.cloud': '${ID}'`, [HOME]), [], before);
    }
  });

  it('is in the wrong region where its own one has another client', () => {
    const another = ID.replace('0b', '0c');
    const entries = `'mypurecloud.com': '${another}', 'usw2.pure.cloud': '${ID}'`;
    assert.deepEqual(faultsIn(entries, [HOME]), ['client-not-found', 'wrong-region']);
  });
});
