import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';

const ID = '0b1f0c5e-1111-4111-8111-000000000002';
const CLIENT: OrgClients['clients'][number] = {
  id: ID,
  name: 'Agent desktop',
  authorizedGrantType: 'CODE',
  registeredRedirectUri: ['mypurecloud.com', 'usw2.pure.cloud'].flatMap((region) =>
    frameworkRedirectUris(region, false),
  ),
  scope: [...FRAMEWORK_SCOPES],
};

function orgOf(region: string, clients: OrgClients['clients']): OrgClients {
  return {
    account: region,
    region,
    orgName: region,
    practice: false,
    clients,
    readAt: '2026-11-22T00:00:00Z',
  };
}
const HOME = orgOf('mypurecloud.com', [CLIENT]);
const OTHER = orgOf('usw2.pure.cloud', []);

function fileWith(entries: string): string {
  return `window.Framework = { config: { clientIds: { ${entries} } } };`;
}

function faultsIn(entries: string, orgs: readonly OrgClients[]): string[] {
  const findings = checkFramework(fileWith(entries), orgs, '2026-11-22');
  return findings.filter(({ severity }) => severity !== 'information').map(({ code }) => code);
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

  it('is pointed out where its own region has another client, and nothing is taken away for it', () => {
    const another = ID.replace('0b', '0c');
    const entries = `'mypurecloud.com': '${another}', 'usw2.pure.cloud': '${ID}'`;
    assert.deepEqual(faultsIn(entries, [HOME]), ['client-not-found']);
    const found = checkFramework(fileWith(entries), [HOME], '2026-11-22');
    const pointedOut = found.find(({ code }) => code === 'client-of-other-region');
    assert.deepEqual(
      pointedOut?.fixes.filter(({ kind }) => kind === 'edit'),
      [],
    );
  });

  it('gets no entry under a key that only resembles its region, for that one counts for nobody', () => {
    const irish = orgOf('mypurecloud.ie', [CLIENT]);
    for (const key of ['eu-west-1', 'mypurecloud.i', 'https://apps.mypurecloud.ie/']) {
      const found = checkFramework(
        fileWith(`'usw2.pure.cloud': '${ID}', '${key}': ''`),
        [irish],
        '2026-11-22',
      );
      const pointedOut = found.find(({ code }) => code === 'client-of-other-region');
      assert.deepEqual(
        pointedOut?.fixes.filter(({ kind }) => kind === 'edit'),
        [],
        key,
      );
    }
  });

  describe('is judged for each region that it stands under, against the org that has it', () => {
    const three = `'mypurecloud.com': '${ID}', 'mypurecloud.ie': '${ID}', 'usw2.pure.cloud': '${ID}'`;
    const serving = (...regions: string[]) => ({
      ...CLIENT,
      registeredRedirectUri: regions.flatMap((region) => frameworkRedirectUris(region, false)),
    });

    it('which lacks the page of one', () => {
      const home = orgOf('mypurecloud.com', [serving('mypurecloud.com', 'mypurecloud.ie')]);
      const [finding, ...others] = findingsIn(three, [home]);
      assert.deepEqual(others, []);
      assert.equal(finding?.code, 'missing-redirect-uri');
      assert.deepEqual(finding.args['uris'], frameworkRedirectUris('usw2.pure.cloud', false));
      assert.ok(finding.place.start > findingPlace(three, 'usw2.pure.cloud'));
    });

    it('where the fix goes to its org, wherever the page is', () => {
      const home = orgOf('mypurecloud.com', [serving('mypurecloud.com')]);
      const regions = findingsIn(three, [home]).flatMap(({ fixes }) =>
        fixes.map((fix) => (fix.kind === 'change-client' ? fix.region : 'mypurecloud.com')),
      );
      assert.ok(regions.length > 0);
      assert.deepEqual(new Set(regions), new Set(['mypurecloud.com']));
    });

    it('and is right where it has them all', () => {
      const all = serving('mypurecloud.com', 'mypurecloud.ie', 'usw2.pure.cloud');
      assert.deepEqual(findingsIn(three, [orgOf('mypurecloud.com', [all])]), []);
    });
  });

  it('is the one of the real org, whichever was signed in to first', () => {
    const stopped = { ...orgOf('mypurecloud.com', [{ ...CLIENT, state: 'disabled' }]), practice: true };
    const entries = `'mypurecloud.com': '${ID}'`;
    for (const orgs of [
      [stopped, HOME],
      [HOME, stopped],
    ])
      assert.deepEqual(findingsIn(entries, orgs), []);
  });

  it('is found at once among hundreds of keys', () => {
    const keys = Array.from({ length: 400 }, (_, index) => `'k${index}.test': '${ID}'`);
    const before = performance.now();
    findingsIn(keys.join(', '), []);
    const signedOut = performance.now() - before;
    findingsIn(keys.join(', '), [HOME]);
    assert.ok(performance.now() - before < 10 * signedOut + 500, 'as long as without clients');
  });

  it('is in no wrong region because the key of its own has a typing error', () => {
    const org = orgOf('euw2.pure.cloud', [
      {
        ...CLIENT,
        registeredRedirectUri: ['mypurecloud.com', 'euw2.pure.cloud'].flatMap((region) =>
          frameworkRedirectUris(region, false),
        ),
      },
    ]);
    for (const key of [
      'euw2.pure.cloud ',
      'EUW2.pure.cloud',
      'euw2.purecloud',
      'https://apps.euw2.pure.cloud',
    ]) {
      const findings = findingsIn(`'mypurecloud.com': '${ID}', '${key}': '${ID}'`, [org]);
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['unknown-region'],
        key,
      );
    }
  });
});

function findingsIn(entries: string, orgs: readonly OrgClients[]) {
  return checkFramework(fileWith(entries), orgs, '2026-11-22');
}

function findingPlace(entries: string, region: string): number {
  return fileWith(entries).indexOf(region);
}
