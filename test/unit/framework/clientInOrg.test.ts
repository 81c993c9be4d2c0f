import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { applyEdits } from '../../../src/core/framework/textEdit.ts';
import { check, file, ofCode, words } from './checked.ts';
import { fixWord } from './corpus.ts';
import { CORPUS_ORGS, corpusId } from './corpusOrgs.ts';

const { americas, ireland, practice, custom } = CORPUS_ORGS;
/** So many entries are looked at one by one. */
const MOST_JUDGED = 50;
const ID = corpusId(1);
const OTHER = corpusId(0x999);

describe('G11: a Client ID that is not one of the org of its region', () => {
  const codes = (clientIds: string, orgs: readonly OrgClients[]) =>
    check(file(clientIds), orgs).map(({ code }) => code);

  it('is not called unknown while it may live in an org that one is not signed in to', () => {
    const both = `{ 'mypurecloud.com': '${OTHER}', 'mypurecloud.ie': '${OTHER}' }`;
    assert.deepEqual(codes(both, [americas]), []);
    assert.deepEqual(codes(both, [americas, ireland]), ['client-not-found', 'client-not-found']);
    const another = `{ 'mypurecloud.com': '${OTHER}', 'mypurecloud.ie': '${corpusId(0x998)}' }`;
    assert.deepEqual(codes(another, [americas]), ['client-not-found']);
  });

  it('is looked for in the real orgs of a region where there are some, and named with them', () => {
    const other = { ...americas, account: 'x', orgName: 'Other', clients: [] };
    const train = { ...practice, region: 'mypurecloud.com', orgName: 'Practice' };
    const [found] = check(file(`{ 'mypurecloud.com': '${OTHER}' }`), [train, americas, other]);
    assert.deepEqual(found?.args['orgs'], [americas.orgName, 'Other']);
    assert.equal(found?.severity, 'warning');
    const [hint] = check(file(`{ 'mypurecloud.com': '${OTHER}' }`), [train]);
    assert.deepEqual([hint?.args['orgs'], hint?.severity], [['Practice'], 'information']);
  });

  it('is right elsewhere where its own region may have it, too', () => {
    const home = corpusId(0x102);
    for (const rest of ["'mypurecloud.ie': load()", '...others', `'mypurecloud.ie': '${home}'`])
      assert.equal(
        codes(`{ 'mypurecloud.com': '${home}', ${rest} }`, [ireland]).includes('client-of-other-region'),
        false,
        rest,
      );
    for (const rest of ["'mypurecloud.ie': ''", `'mypurecloud.ie': '${OTHER}'`, "'mypurecloud.jp': ''"])
      assert.equal(
        codes(`{ 'mypurecloud.com': '${home}', ${rest} }`, [ireland]).includes('client-of-other-region'),
        true,
        rest,
      );
  });

  it('is right where one of two orgs that have it is the one of its region', () => {
    const both = [{ ...ireland, clients: americas.clients }, americas];
    for (const orgs of [both, both.toReversed()])
      assert.deepEqual(codes(`{ 'mypurecloud.com': '${ID}' }`, orgs), []);
    assert.deepEqual(codes(`{ 'mypurecloud.con': '${ID}' }`, [americas]), ['unknown-region']);
  });

  it('is nothing else than one of the practice org where that has it', () => {
    assert.deepEqual(codes(`{ 'mypurecloud.com': '${corpusId(0x201)}' }`, [practice]), ['practice-client']);
  });

  const home = corpusId(0x102);
  const additions: readonly (readonly [rest: string, after: string | undefined])[] = [
    ['', `, 'mypurecloud.ie': '${home}'`],
    [", 'mypurecloud.ie': ''", `, 'mypurecloud.ie': '${home}'`],
    [`, 'mypurecloud.ie': '${OTHER}'`, undefined],
    [", 'eu-west-1': ''", undefined],
    [" 'mypurecloud.de': ''", undefined],
  ];
  for (const [rest, after] of additions) {
    it(`can stand for its own region, too: ${rest || 'without an entry'}: ${after ?? 'people must decide'}`, () => {
      const text = file(`{ 'mypurecloud.com': '${home}'${rest} }`);
      const [found] = ofCode('client-of-other-region', text, [ireland]);
      const { orgName: org } = ireland;
      const args = { region: 'mypurecloud.com', home: 'mypurecloud.ie', client: 'Client 258', org };
      assert.deepEqual(found?.args, args);
      const ways = ['choose-client', 'create-client'];
      assert.deepEqual(found?.fixes.map(fixWord), after === undefined ? ways : ['add-region', ...ways]);
      const [fix] = found?.fixes ?? [];
      if (fix?.kind !== 'edit') return;
      assert.deepEqual(fix.args, { region: 'mypurecloud.ie' });
      assert.equal(applyEdits(text, fix.edits), file(`{ 'mypurecloud.com': '${home}'${after} }`));
    });
  }

  it('is not pointed out while an entry for its own region may be among those that are not judged', () => {
    const many = Array.from({ length: MOST_JUDGED }, (_, index) => `'r${index}.test': ''`).join(', ');
    const found = (entries: string) => ofCode('client-of-other-region', file(`{ ${entries} }`), [ireland]);
    assert.deepEqual(found(`'mypurecloud.com': '${home}', ${many}`), []);
  });

  it('is looked up under a domain of an org’s own, too', () => {
    assert.deepEqual(codes(`{ 'contact.example.com': '${OTHER}' }`, [custom]), ['client-not-found']);
  });
});

describe('What is offered for a region without a right Client ID', () => {
  const offered = (region: string, orgs: readonly OrgClients[]) =>
    words(
      check(file(`{ '${region}': 'CLIENT_ID' }`), orgs).filter(
        ({ code }) => code === 'placeholder-client-id',
      ),
    );

  it('is one of its clients or a new one, and only a new one where none can fit', () => {
    assert.deepEqual(offered('mypurecloud.com', []), ['choose-client', 'create-client']);
    assert.deepEqual(offered('mypurecloud.com', [americas]), ['choose-client', 'create-client']);
    const without = { ...americas, clients: americas.clients.filter(({ id }) => id === corpusId(4)) };
    assert.deepEqual(offered('mypurecloud.com', [without]), ['create-client']);
    assert.deepEqual(offered('mypurecloud.com', [without, americas]), ['choose-client', 'create-client']);
    assert.deepEqual(offered('mypurecloud.com', [{ ...without, region: 'mypurecloud.ie' }]), [
      'choose-client',
      'create-client',
    ]);
  });

  it('is a new one for no region in particular where its key is none', () => {
    assert.deepEqual(offered('contact.example.com', []), ['create-client']);
    const org = { ...americas, region: 'contact.example.com' };
    assert.deepEqual(offered('contact.example.com', [org]), ['choose-client', 'create-client']);
  });
});
