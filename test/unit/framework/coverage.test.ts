import assert from 'node:assert/strict';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import {
  type EntryCoverage,
  fileCoverage,
  isWhole,
  type RegionKnowledge,
  sumUp,
} from '../../../src/core/framework/check/coverage.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { type CheckResult, checkResultText, coverageLens } from '../../../src/core/texts/coverage.ts';
import { CORPUS } from './corpus.ts';
import { CORPUS_ORGS, corpusId } from './corpusOrgs.ts';

const { americas, ireland, practice } = CORPUS_ORGS;
const KNOWN = corpusId(1);
const UNKNOWN = corpusId(0x999);

function coverageOf(
  clientIds: string,
  orgs: readonly OrgClients[],
  others: Readonly<Record<string, RegionKnowledge>> = {},
) {
  const text = `window.Framework = { config: { name: 'x', clientIds: ${clientIds} } };`;
  return fileCoverage(inspectFramework(text).clientIds, orgs, (region) =>
    orgs.some((org) => org.region === region) ? 'known' : (others[region] ?? 'signed-out'),
  );
}

const of = (...args: Parameters<typeof coverageOf>): readonly EntryCoverage[] => coverageOf(...args).entries;

const notCompared = (why: string, region: string) => ({ kind: 'not-compared', why, region });

describe('What the Client IDs of a framework.js were compared with (B6)', () => {
  it('with no org while nobody is signed in, and where to', () => {
    const ids = `{ 'mypurecloud.com': '${KNOWN}', 'mypurecloud.ie': '' }`;
    assert.deepEqual(of(ids, []), [notCompared('signed-out', 'mypurecloud.com'), { kind: 'no-id' }]);
  });

  it('with the org of their region, whether it has the client or not', () => {
    for (const id of [KNOWN, UNKNOWN]) {
      const compared = [{ kind: 'compared', orgs: [americas.orgName] }];
      assert.deepEqual(of(`{ 'mypurecloud.com': '${id}' }`, [americas]), compared);
      assert.deepEqual(of(`{ 'mypurecloud.com': '${id}' }`, [ireland, americas]), compared);
    }
  });

  it('G11: with the org that has the client, of whichever region it is', () => {
    const ids = `{ 'mypurecloud.com': '${corpusId(0x101)}', 'mypurecloud.ie': '${corpusId(0x101)}' }`;
    const compared = { kind: 'compared', orgs: [ireland.orgName] };
    assert.deepEqual(of(ids, [ireland]), [compared, compared]);
  });

  it('G11: not for certain while a region with the same ID is not known', () => {
    const ids = `{ 'mypurecloud.com': '${UNKNOWN}', 'mypurecloud.ie': '${UNKNOWN}' }`;
    const open = notCompared('signed-out', 'mypurecloud.ie');
    assert.deepEqual(of(ids, [americas]), [open, open]);
    const reversed = `{ 'mypurecloud.ie': '${UNKNOWN}', 'mypurecloud.com': '${UNKNOWN}' }`;
    assert.deepEqual(of(reversed, [americas]), [open, open]);
    const both = { kind: 'compared' };
    assert.deepEqual(
      of(ids, [americas, ireland]).map(({ kind }) => ({ kind })),
      [both, both],
    );
  });

  it('the practice org does not speak for another region', () => {
    const ids = `{ 'mypurecloud.com': '${UNKNOWN}', 'usw2.pure.cloud': '${UNKNOWN}' }`;
    assert.deepEqual(of(ids, [americas, practice])[0], notCompared('signed-out', 'usw2.pure.cloud'));
  });

  it('G11: whichever of the keys with the same ID is the one that is not known', () => {
    const ids = `{ 'mypurecloud.com': '${UNKNOWN}', 'mypurecloud.ie': '${UNKNOWN}', 'mypurecloud.de': '${UNKNOWN}' }`;
    const open = notCompared('signed-out', 'mypurecloud.de');
    assert.deepEqual(of(ids, [americas, ireland]), [open, open, open]);
    const withPractice = `{ '${practice.region}': '${UNKNOWN}', 'mypurecloud.ie': '${UNKNOWN}' }`;
    assert.deepEqual(of(withPractice, [practice])[0], notCompared('signed-out', 'mypurecloud.ie'));
  });

  it('with the org of its own key, also where that is written almost as another region', () => {
    const own = { ...americas, region: 'mypurecloud.con' };
    assert.deepEqual(of(`{ 'mypurecloud.con': '${UNKNOWN}' }`, [own]), [
      { kind: 'compared', orgs: [own.orgName] },
    ]);
  });

  for (const why of ['unread', 'failed'] as const) {
    it(`not with an org whose clients are not known: ${why}`, () => {
      const ids = `{ 'mypurecloud.ie': '${UNKNOWN}' }`;
      assert.deepEqual(of(ids, [americas], { 'mypurecloud.ie': why }), [notCompared(why, 'mypurecloud.ie')]);
    });
  }

  it('names the region that is meant, and says where there is none to sign in to', () => {
    assert.deepEqual(of(`{ 'us-west-2': '${UNKNOWN}' }`, []), [notCompared('signed-out', 'usw2.pure.cloud')]);
    assert.deepEqual(of(`{ 'login.acme.example': '${UNKNOWN}' }`, []), [
      notCompared('signed-out', 'login.acme.example'),
    ]);
    assert.deepEqual(of(`{ production: '${UNKNOWN}' }`, [americas]), [
      notCompared('no-region', 'production'),
    ]);
  });

  it('not what only a run of the file could tell', () => {
    const { entries, atRun } = coverageOf(`{ 'mypurecloud.com': load(), ...more }`, [americas]);
    assert.deepEqual([entries, atRun], [[{ kind: 'at-run' }], true]);
    assert.deepEqual(coverageOf('load()', [americas]).atRun, true);
    assert.deepEqual(coverageOf('{} }, other: { clientIds: {}', [americas]).atRun, true);
    assert.deepEqual(coverageOf('{}', [americas]).atRun, false);
    assert.deepEqual(fileCoverage({ kind: 'absent' }, [americas], () => 'known').atRun, false);
    assert.deepEqual(coverageOf(`{ 'mypurecloud.com': 'x' }`, [americas]).atRun, false);
  });

  it('only the entry that counts', () => {
    const ids = `{ 'mypurecloud.com': '${UNKNOWN}', 'mypurecloud.com': '' }`;
    assert.deepEqual(of(ids, []), [{ kind: 'no-id' }]);
  });

  for (const { name, text, orgs, today } of CORPUS) {
    it(`${name}: what was compared, and nothing else, is judged by an org`, () => {
      const { clientIds } = inspectFramework(text);
      const coverage = fileCoverage(clientIds, orgs, (region) =>
        orgs.some((org) => org.region === region) ? 'known' : 'signed-out',
      );
      const unsilenced = text.replaceAll('disable-next-line', 'xxxxxxx-next-line');
      const findings = checkFramework(unsilenced, orgs, today);
      const judged = ({ args, code }: (typeof findings)[number]) =>
        'client' in args || 'orgs' in args || code === 'client-not-found';
      for (const entry of clientIds.kind === 'literal' ? clientIds.entries : []) {
        const here = findings.filter(judged).filter(({ place }) => place.start === entry.valuePlace.start);
        const { kind } = coverage.of(entry);
        if (here.length > 0) assert.equal(kind, 'compared');
        if (kind !== 'compared' || entry.value.kind !== 'client-id') continue;
        const { text: id } = entry.value;
        const isThere = orgs.some(({ clients }) => clients.some((client) => client.id === id.toLowerCase()));
        assert.ok(isThere || here.length > 0, 'an ID that no org has is reported');
      }
    });
  }
});

function result(
  coverage: readonly ReturnType<typeof coverageOf>[],
  more: Partial<CheckResult> = {},
): CheckResult {
  const nothing = { findings: 0, faultyFiles: 0, leftAlone: 0, otherProducts: 0, cutAfter: undefined };
  return { ...sumUp(coverage), ...nothing, ...more };
}

const say = (...args: Parameters<typeof result>) => checkResultText(result(...args), 'en');

describe('What a check of the workspace says (B6)', () => {
  const fine = coverageOf(`{ 'mypurecloud.com': '${KNOWN}' }`, [americas]);
  const signedOut = coverageOf(`{ 'mypurecloud.com': '${KNOWN}', 'mypurecloud.ie': '${UNKNOWN}' }`, []);

  it('that nothing is wrong only where everything was looked at', () => {
    assert.equal(
      say([fine]),
      'Nothing is wrong in 1 file. 1 Client ID was compared with Org in mypurecloud.com.',
    );
    assert.equal(isWhole(sumUp([fine])), true);
    const others: readonly [readonly ReturnType<typeof coverageOf>[], Partial<CheckResult>][] = [
      [[signedOut], {}],
      [[fine, signedOut], {}],
      [[coverageOf('load()', [])], {}],
      [[coverageOf(`{ 'mypurecloud.ie': load() }`, [])], {}],
      [[fine], { leftAlone: 1 }],
      [[fine], { cutAfter: 2000 }],
    ];
    for (const [files, more] of others) assert.match(say(files, more), /^Nothing is wrong in the text of /);
  });

  it('what was not compared, and where to sign in', () => {
    assert.equal(
      say([signedOut, signedOut, fine]),
      'Nothing is wrong in the text of 3 files. 1 Client ID was compared with Org in mypurecloud.com. ' +
        '4 Client IDs were not compared with an organization: sign in to mypurecloud.com and mypurecloud.ie.',
    );
  });

  it('orgs and regions in the order of the alphabet, in whatever order the files have them', () => {
    const both = [ireland, americas];
    const known = `{ 'mypurecloud.ie': '${corpusId(0x102)}', 'mypurecloud.com': '${KNOWN}' }`;
    const unknown = `{ 'mypurecloud.ie': '${UNKNOWN}', 'mypurecloud.com': '${UNKNOWN}' }`;
    const { compared, gaps } = sumUp([coverageOf(known, both), coverageOf(unknown, [])]);
    assert.deepEqual(compared, { count: 2, orgs: [americas.orgName, ireland.orgName] });
    assert.deepEqual(gaps['signed-out'], { count: 2, regions: ['mypurecloud.com', 'mypurecloud.ie'] });
  });

  it('one thing in the singular', () => {
    const one = coverageOf(`{ 'mypurecloud.ie': '${UNKNOWN}', 'mypurecloud.de': load() }`, [], {
      'mypurecloud.ie': 'failed',
    });
    assert.equal(
      say([one], { leftAlone: 1, otherProducts: 1 }),
      'Nothing is wrong in the text of 1 file. ' +
        '1 Client ID was not compared, because the clients of mypurecloud.ie could not be read. ' +
        '1 entry is known only when its file runs, so it was not checked. ' +
        '1 file was left alone, because it is too large or cannot be read. The log names it. ' +
        '1 file has no sign of the Embeddable Framework and was left alone.',
    );
  });

  it('how many findings there are, and what was not compared besides', () => {
    const text = say([signedOut], { findings: 3, faultyFiles: 1 });
    assert.match(text, /: 3, in 1 of 1 files\. 2 Client IDs were not compared/);
  });

  it('that there is nothing to check', () => {
    assert.match(say([]), /^There is no framework\.js/);
    assert.equal(
      say([], { otherProducts: 2 }),
      '2 files have no sign of the Embeddable Framework and were left alone.',
    );
    assert.match(say([], { leftAlone: 2 }), /^2 files were left alone/);
  });

  it('above clientIds, what helps; nothing where all was compared', () => {
    assert.equal(coverageLens(sumUp([fine]), 'en'), undefined);
    assert.deepEqual(coverageLens(sumUp([signedOut]), 'en'), {
      title: '2 Client IDs not compared with an organization · Sign in to mypurecloud.com and mypurecloud.ie',
      action: 'sign-in',
    });
    const failed = coverageOf(`{ 'mypurecloud.ie': '${UNKNOWN}' }`, [], { 'mypurecloud.ie': 'failed' });
    assert.equal(coverageLens(sumUp([failed]), 'en')?.action, 'refresh');
    const unread = coverageOf(`{ 'mypurecloud.ie': '${UNKNOWN}' }`, [], { 'mypurecloud.ie': 'unread' });
    assert.equal(coverageLens(sumUp([unread]), 'en'), undefined);
  });
});
