import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { answersOf, check } from '../../../src/core/procedures/index.ts';
import { aContext, aFrameworkFile, aPlacement, aWorkspace, findings } from './situations.ts';

describe('E6: where the Client ID goes', () => {
  const CLIENT_ID = '4d6f0c5e-0000-4000-8000-000000000001';
  const entryInUse = (region: string) => ({
    region,
    replaces: { kind: 'client-id' as const, text: CLIENT_ID },
  });
  const withFiles = (...files: ReturnType<typeof aFrameworkFile>[]) =>
    aContext({ workspace: aWorkspace({ files }) });

  it('asks before it replaces a Client ID in use, and again when another one is there', () => {
    const context = withFiles(
      aFrameworkFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) }),
    );
    assert.deepEqual(findings({}, context), ['error target-in-use']);
    const [finding] = check('embeddable', { name: 'CRM' }, context);
    assert.deepEqual(findings(finding?.fixes[0]?.change ?? {}, context), []);
  });

  it('asks again when it would replace another Client ID than was agreed to, or in another region or file', () => {
    const asked = aFrameworkFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) });
    const [finding] = check('embeddable', { name: 'CRM' }, withFiles(asked));
    const agreed = finding?.fixes[0]?.change ?? {};
    const replaces = { kind: 'client-id', text: '4d6f0c5e-0000-4000-8000-000000000002' } as const;
    const others = [
      aFrameworkFile({ placement: aPlacement({ entries: [{ region: 'mypurecloud.jp', replaces }] }) }),
      aFrameworkFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.de')] }) }),
      { ...asked, uri: 'file:///crm/other/framework.js' },
    ];
    for (const other of others) {
      assert.deepEqual(findings(agreed, withFiles(other)), ['error target-in-use']);
    }
  });

  it('G11: asks for each region by itself; an added one may be left out instead', () => {
    const entries = [entryInUse('mypurecloud.jp'), entryInUse('mypurecloud.de')];
    const context = withFiles(aFrameworkFile({ placement: aPlacement({ entries }) }));
    const draft = { name: 'CRM', moreRegions: ['mypurecloud.de'] };
    const findings = check('embeddable', draft, context);
    assert.deepEqual(
      findings.map(({ args, fixes }) => [args['region'], ...fixes.map(({ code }) => code)]),
      [
        ['mypurecloud.jp', 'replace-client-id', 'copy-by-hand'],
        ['mypurecloud.de', 'replace-client-id', 'leave-region-out', 'copy-by-hand'],
      ],
    );
    const [first, second] = findings.map(({ fixes: [replace] }) => replace?.change);
    assert.deepEqual(
      check('embeddable', { ...draft, ...first }, context).map(({ args }) => args['region']),
      ['mypurecloud.de'],
    );
    const mayReplace = [...(first?.mayReplace ?? []), ...(second?.mayReplace ?? [])];
    assert.deepEqual(check('embeddable', { ...draft, mayReplace }, context), []);
    assert.deepEqual(findings[1]?.fixes[1]?.change, { moreRegions: [] });
  });

  it('asks nothing about the very client that goes there', () => {
    const context = withFiles(
      aFrameworkFile({ placement: aPlacement({ entries: [entryInUse('mypurecloud.jp')] }) }),
    );
    assert.deepEqual(findings({ clientId: ` ${CLIENT_ID.toUpperCase()} ` }, context), []);
  });

  it('G11: says which region cannot be set, and leaves it out when it was added', () => {
    const refused = { kind: 'refused', region: 'mypurecloud.de', reason: 'value-is-dynamic' } as const;
    const context = withFiles(aFrameworkFile({ placement: refused }));
    const [finding] = check('embeddable', { name: 'CRM', moreRegions: ['mypurecloud.de'] }, context);
    assert.equal(finding?.args['region'], 'mypurecloud.de');
    assert.deepEqual(
      finding.fixes.map(({ code }) => code),
      ['leave-region-out', 'copy-by-hand'],
    );
  });

  it('replaces a placeholder without asking', () => {
    const replaces = { kind: 'placeholder', text: '<your client id>' } as const;
    const entries = [{ region: 'mypurecloud.jp', replaces }];
    const context = withFiles(aFrameworkFile({ placement: aPlacement({ entries }) }));
    assert.deepEqual(findings({}, context), []);
  });

  for (const reason of ['absent', 'not-a-literal', 'several', 'value-is-dynamic', 'uncertain'] as const) {
    it(`explains ${reason} and offers to add the ID by hand`, () => {
      const context = withFiles(
        aFrameworkFile({ placement: { kind: 'refused', region: 'mypurecloud.jp', reason, line: 4 } }),
      );
      const [finding] = check('embeddable', { name: 'CRM' }, context);
      assert.equal(finding?.code, `target-${reason}`);
      assert.deepEqual(finding.fixes[0]?.change, { target: { kind: 'by-hand' } });
      assert.deepEqual(findings({ target: { kind: 'by-hand' } }, context), []);
    });
  }

  it('leaves the choice between several files to the person', () => {
    const context = withFiles(aFrameworkFile(), aFrameworkFile({ uri: 'file:///crm/public/framework.js' }));
    assert.deepEqual(findings({}, context), ['error target-missing']);
  });

  it('prefers the source to its built copy, and warns about the copy', () => {
    const copy = aFrameworkFile({
      uri: 'file:///crm/dist/framework.js',
      path: 'dist/framework.js',
      builtCopy: true,
    });
    const context = withFiles(aFrameworkFile(), copy);
    assert.deepEqual(findings({}, context), []);
    assert.deepEqual(findings({ target: { kind: 'existing-file', uri: copy.uri } }, context), [
      'warning target-built-copy',
    ]);
  });

  it('says so when the chosen file has gone', () => {
    const target = { kind: 'existing-file', uri: 'file:///gone/framework.js' } as const;
    assert.deepEqual(findings({ target }), ['error target-gone']);
  });

  it('presets a new file where there is none, and the clipboard where there is no folder', () => {
    const newFiles = [{ uri: 'file:///crm/framework.js', path: 'framework.js' }];
    const folder = aContext({ workspace: aWorkspace({ newFiles }) });
    const nothing = aContext({ workspace: aWorkspace() });
    assert.equal(answersOf('embeddable', {}, folder).target?.kind, 'new-file');
    assert.equal(answersOf('embeddable', {}, nothing).target?.kind, 'by-hand');
  });
});
