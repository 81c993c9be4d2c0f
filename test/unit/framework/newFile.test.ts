import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import { setClientId } from '../../../src/core/framework/edit.ts';
import { inspectFramework } from '../../../src/core/framework/inspect.ts';
import { newFrameworkFile, readyLines } from '../../../src/core/framework/newFile.ts';
import { cases } from '../../fuzz/cases.ts';
import { check } from './checked.ts';
import { CORPUS_ORGS } from './corpusOrgs.ts';
import { evaluate, evaluateClientIds } from './evaluate.ts';

const CLIENT_ID = '5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d';
const AT = 'window.Framework.config.clientIds';

describe('newFrameworkFile (E6: no file yet)', () => {
  for (const dedicatedLoginWindow of [false, true]) {
    it(`has nothing in it that the editor would mark, with the client it was made for: own login window ${dedicatedLoginWindow}`, () => {
      const region = 'mypurecloud.jp';
      const client = {
        id: CLIENT_ID,
        name: 'CRM',
        authorizedGrantType: 'CODE',
        state: 'active',
        scope: [...FRAMEWORK_SCOPES],
        registeredRedirectUri: [...frameworkRedirectUris(region, dedicatedLoginWindow)],
      };
      const text = newFrameworkFile({
        regions: [region],
        clientId: CLIENT_ID,
        dedicatedLoginWindow,
        pkce: true,
      });
      const codesIn = (practice: boolean) =>
        check(text, [{ ...CORPUS_ORGS.americas, region, practice, clients: [client] }]).map(
          ({ code }) => code,
        );
      assert.deepEqual(codesIn(false), []);
      // The result page says why.
      assert.deepEqual(codesIn(true), ['practice-client']);
    });
  }

  for (const dedicatedLoginWindow of [false, true]) {
    for (const pkce of [false, true]) {
      it(`says what was asked for: own login window ${dedicatedLoginWindow}, PKCE ${pkce}`, () => {
        const text = newFrameworkFile({
          regions: ['mypurecloud.de', 'usw2.pure.cloud'],
          clientId: CLIENT_ID,
          dedicatedLoginWindow,
          pkce,
        });
        assert.deepEqual(
          evaluateClientIds(text, AT),
          new Map([
            ['mypurecloud.de', CLIENT_ID],
            ['usw2.pure.cloud', CLIENT_ID],
          ]),
        );
        const inspection = inspectFramework(text);
        assert.equal(inspection.dedicatedLoginWindow.kind, dedicatedLoginWindow ? 'on' : 'off');
        assert.equal(inspection.usePKCEAuthFlow.kind, pkce ? 'on' : 'absent');
        assert.equal(inspection.getAuthToken, undefined);
        assert.equal(setClientId(text, 'mypurecloud.de', CLIENT_ID).kind, 'unchanged');
        assert.equal(setClientId(text, 'mypurecloud.com', CLIENT_ID).kind, 'edit');
      });
    }
  }

  it('has everything that the framework calls', () => {
    const text = newFrameworkFile({
      regions: ['mypurecloud.com'],
      clientId: CLIENT_ID,
      dedicatedLoginWindow: false,
      pkce: true,
    });
    const kinds = evaluate(
      text,
      'Object.entries(window.Framework).map(([name, part]) => [name, typeof part])',
    );
    assert.deepEqual(kinds, [
      ['config', 'object'],
      ['initialSetup', 'function'],
      ['screenPop', 'function'],
      ['processCallLog', 'function'],
      ['openCallLog', 'function'],
      ['contactSearch', 'function'],
    ]);
    assert.equal(typeof evaluate(text, 'window.Framework.config.name'), 'string');
    assert.doesNotMatch(text, /\r|\t| \n/);
    assert.ok(text.endsWith(';\n'));
  });

  it('is valid JavaScript whatever region and Client ID say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, clientId) => {
        const region = `region ${name}`;
        const text = newFrameworkFile({
          regions: [region],
          clientId,
          dedicatedLoginWindow: true,
          pkce: false,
        });
        assert.deepEqual(evaluateClientIds(text, AT), new Map([[region, clientId]]));
      }),
      { numRuns: cases(100) },
    );
  });
});

describe('readyLines (E7)', () => {
  it('is an entry with quotes and comma that can be pasted anywhere into clientIds', () => {
    const [line] = readyLines(['usw2.pure.cloud'], CLIENT_ID);
    assert.equal(line, `'usw2.pure.cloud': '${CLIENT_ID}',`);
    const text = `window.Framework = { config: { clientIds: {\n${line}\n'mypurecloud.com': '',\n${line}\n} } };`;
    assert.equal(evaluateClientIds(text, AT).get('usw2.pure.cloud'), CLIENT_ID);
  });

  it('G11: is one entry for each region', () => {
    const text = `window.Framework = { config: { clientIds: {${readyLines(['a.test', 'b.test'], CLIENT_ID).join('\n')}} } };`;
    assert.deepEqual([...evaluateClientIds(text, AT).keys()], ['a.test', 'b.test']);
  });
});
