import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { FRAMEWORK_SCOPES } from '../../../src/core/clients/frameworkNeeds.ts';
import { answersOf, check } from '../../../src/core/procedures/index.ts';
import { aContext, anOrg, findings, inOrg } from './situations.ts';

describe('The rules of the embeddable procedure', () => {
  it('finds nothing wrong with a name and the presets', () => {
    assert.deepEqual(findings({}), []);
  });

  describe('G2: the name', () => {
    for (const name of ['', '   ', '\t\n', '\u200b\u2060', '\u3164', '\u2800', '\u0000', '\u202e \u202c']) {
      it(`refuses ${JSON.stringify(name)}`, () => {
        assert.deepEqual(findings({ name }), ['error name-missing']);
      });
    }

    const unseen = {
      'CRM\nMaster Admin': ['error', 'CRM Master Admin'],
      'CRM\r\n\tAdmin': ['error', 'CRM Admin'],
      'CRM\u2028Admin': ['error', 'CRM Admin'],
      'CRM \u202enimdA': ['error', 'CRM nimdA'],
      '\u2067CRM': ['error', 'CRM'],
      'CRM\u0000': ['error', 'CRM'],
      'C\u200bRM': ['warning', 'CRM'],
      '\ufeffCRM\u00ad': ['warning', 'CRM'],
      'CRM\u200d': ['warning', 'CRM'],
      '顧客\u200b管理': ['warning', '顧客管理'],
    } as const;
    for (const [name, [severity, meant]] of Object.entries(unseen)) {
      it(`finds what nobody sees in ${JSON.stringify(name)}, and offers the name without it`, () => {
        assert.deepEqual(findings({ name }), [`${severity} name-invisible`]);
        const [found] = check('embeddable', { name }, aContext());
        assert.deepEqual(found?.fixes[0]?.change, { name: meant });
        assert.deepEqual(findings({ name: meant }), []);
      });
    }

    for (const name of [
      '\u0645\u06cc\u200c\u062e',
      '👩\u200d💻 CRM',
      '❤\ufe0f',
      '葛\u{e0100}城',
      ' CRM\n',
      '顧客　管理',
    ]) {
      it(`leaves alone what ${JSON.stringify(name)} is written with`, () => {
        assert.deepEqual(findings({ name }), []);
      });
    }

    it('counts characters as people do, so an emoji is one', () => {
      assert.deepEqual(findings({ name: '📞'.repeat(100) }), []);
      assert.deepEqual(findings({ name: '📞'.repeat(101) }), ['error name-too-long']);
      assert.deepEqual(findings({ name: 'n'.repeat(10_000) }), ['error name-too-long']);
    });

    it('warns about a name that is in use, but not when the org keeps its clients to itself', () => {
      const clients = { kind: 'unknown', error: { kind: 'forbidden', answer: { status: 403 } } } as const;
      assert.deepEqual(findings({ name: ' Agent desktop ' }), ['warning name-in-use']);
      assert.deepEqual(
        findings({ name: 'Agent desktop' }, aContext({ destination: inOrg(anOrg({ clients })) })),
        [],
      );
    });
  });

  describe('G4 and E2: the duration', () => {
    const expected = {
      '': 'duration-missing',
      '  ': 'duration-missing',
      '18h': 'duration-not-a-number',
      '-300': 'duration-not-a-number',
      '1e5': 'duration-not-a-number',
      '300.5': 'duration-not-a-number',
      '64,80': 'duration-not-a-number',
      '0': 'duration-too-short',
      '299': 'duration-too-short',
      '172801': 'duration-too-long',
      '172,801': 'duration-too-long',
    };
    for (const [duration, code] of Object.entries(expected)) {
      it(`refuses ${JSON.stringify(duration)}: ${code}`, () => {
        assert.deepEqual(findings({ duration }), [`error ${code}`]);
      });
    }
    for (const duration of ['300', '172800', '172,800', ' 64800 ', '64800']) {
      it(`accepts ${JSON.stringify(duration)}`, () => {
        assert.deepEqual(findings({ duration }), []);
      });
    }

    it('presets 18 hours', () => {
      assert.equal(answersOf('embeddable', {}, aContext()).duration, '64800');
    });
  });

  describe('E3 and G9: the grant type', () => {
    it('presets PKCE once an org may refuse implicit clients, and implicit before', () => {
      assert.equal(answersOf('embeddable', {}, aContext({ today: '2026-11-22' })).grantType, 'CODE');
      assert.equal(answersOf('embeddable', {}, aContext({ today: '2026-02-28' })).grantType, 'TOKEN');
    });

    it('lets implicit pass with a warning, and offers PKCE with everything else kept', () => {
      const [finding] = check('embeddable', { name: 'CRM', grantType: 'TOKEN' }, aContext());
      assert.equal(finding?.severity, 'warning');
      assert.deepEqual(finding.fixes[0]?.change, { grantType: 'CODE' });
    });
  });

  describe('G15 and E5: scopes', () => {
    it('refuses none', () => {
      assert.deepEqual(findings({ scopes: [] }), ['error scopes-missing']);
    });

    it('refuses one that the org does not know, and removes just that one', () => {
      const scopes = [...FRAMEWORK_SCOPES, 'conversations:call:add'];
      const [finding] = check('embeddable', { name: 'CRM', scopes }, aContext());
      assert.equal(finding?.code, 'scope-unknown');
      assert.deepEqual(finding.fixes[0]?.change, { scopes: [...FRAMEWORK_SCOPES] });
    });

    it('offers in its place those of the org that are near, unless they are chosen already', () => {
      const value = ['users', 'users:readonly', 'oauth'].map((id) => ({ id }));
      const known = { kind: 'known', value } as const;
      const context = aContext({ destination: inOrg(anOrg({ scopes: known })) });
      const offered = (...scopes: string[]) =>
        check('embeddable', { name: 'CRM', scopes }, context)
          .find(({ code }) => code === 'scope-unknown')
          ?.fixes.map(({ code, change }) => `${code}: ${change.scopes?.join(' ')}`);
      assert.deepEqual(offered('users:manage', 'oauth'), [
        'replace-scope: users oauth',
        'replace-scope: users:readonly oauth',
        'remove-scope: oauth',
      ]);
      assert.deepEqual(offered('users', 'users:manage'), ['remove-scope: users']);
    });

    it('hints that one adds nothing where the same for reading and writing is chosen, and removes just that one', () => {
      const scopes = [...FRAMEWORK_SCOPES, 'analytics:readonly', 'analytics'];
      const [finding, ...others] = check('embeddable', { name: 'CRM', scopes }, aContext()).filter(
        ({ place }) => place === 'scopes',
      );
      assert.equal(finding?.code, 'scope-adds-nothing');
      assert.equal(finding.severity, 'hint');
      assert.deepEqual(finding.fixes[0]?.change, { scopes: [...FRAMEWORK_SCOPES, 'analytics'] });
      assert.deepEqual(others, []);
    });

    it('does not say so of one that opens something which the other does not', () => {
      const scopes = [...FRAMEWORK_SCOPES, 'quality'];
      const known = { kind: 'known', value: scopes.map((id) => ({ id })) } as const;
      assert.deepEqual(findings({ scopes }, aContext({ destination: inOrg(anOrg({ scopes: known })) })), []);
    });

    it('says nothing about scopes of an org that keeps its list to itself', () => {
      const scopes = { kind: 'unknown', error: { kind: 'timeout', seconds: 30 } } as const;
      const draft = { scopes: [...FRAMEWORK_SCOPES, 'new-scope'] };
      assert.deepEqual(findings(draft, aContext({ destination: inOrg(anOrg({ scopes })) })), []);
    });

    it('warns when one is missing that the framework calls for, and adds it', () => {
      const scopes = FRAMEWORK_SCOPES.filter((scope) => scope !== 'voicemail');
      const [finding] = check('embeddable', { name: 'CRM', scopes }, aContext());
      assert.equal(finding?.code, 'missing-scope');
      assert.deepEqual(finding.fixes[0]?.change, { scopes: [...scopes, 'voicemail'] });
    });
  });
});
