import assert from 'node:assert/strict';
import { diagnostics } from '../../../src/core/findings/catalogue.ts';
import { findingText } from '../../../src/core/findings/finding.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import { isBuildPlaceholder } from '../../../src/core/framework/check/placeholder.ts';

/** What would look to a linter like a template that lost its backquotes. */
function inDollars(rest: string): string {
  return `$${rest}`;
}

const filledIn = [
  `\${CLIENT_ID:-5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31}`,
  '{{ id | default "5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31" }}',
  "<%= ENV['X'] || '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31' %>",
  '{{CLIENT_ID}}',
  '{{ .Values.genesys.clientId }}',
  '{{{clientId}}}',
  '{{- env "CLIENT_ID" -}}',
  '{% client_id %}',
  '__CLIENT_ID__',
  '__GenesysClientId__',
  '#{ClientId}#',
  '#{Genesys.ClientId}',
  inDollars('{CLIENT_ID}'),
  inDollars('{env:CLIENT_ID}'),
  inDollars('{{ secrets.CLIENT_ID }}'),
  '$CLIENT_ID',
  '$(CLIENT_ID)',
  '$(genesys.client-id)',
  '%CLIENT_ID%',
  '%%CLIENT_ID%%',
  '%REACT_APP_CLIENT_ID%',
  '<%= clientId %>',
  '<%- process.env.CLIENT_ID %>',
  '<?= $clientId ?>',
  '@@CLIENT_ID@@',
  '@client.id@',
  '((genesys-client-id))',
  '[[CLIENT_ID]]',
  ' {{CLIENT_ID}} ',
  '{{クライアント}}',
];

const forgotten = [
  'YOUR_CLIENT_ID',
  '<client id>',
  '<your OAuth Client ID>',
  'CLIENT_ID',
  'xxx',
  'process.env.CLIENT_ID',
  'import.meta.env.CLIENT_ID',
  '{client id}',
  '{{YOUR_CLIENT_ID}}',
  '{{ your client id here }}',
  inDollars('{YOUR_CLIENT_ID}'),
  '__REPLACE_ME__',
  '<%= INSERT_CLIENT_ID %>',
  '#{CHANGE_ME}#',
  '@@PUT_CLIENT_ID_HERE@@',
  '{{xxxxxxxx}}',
  '{{TODO}}',
  '{{ to do }}',
  '__TO_DO__',
  '%CHANGEME%',
  '{{}}',
  '{{ }}',
  '____',
  '_____',
  '$()',
  '%%',
  '@@',
  inDollars('{}'),
  '...',
  '---',
  '$',
  '{{a}} and {{b}',
  'prefix-{{CLIENT_ID}}',
  'my company',
  `{{${'x.'.repeat(10_000)}}}`,
];

const file = (value: string) =>
  `window.Framework = { config: { clientIds: { 'mypurecloud.ie': ${JSON.stringify(value)} } } };`;

describe('A text in place of a Client ID', () => {
  for (const text of filledIn) {
    it(`${text}: a build fills it in, so that it is only a hint`, () => {
      assert.equal(isBuildPlaceholder(text), true);
      const [finding, ...others] = checkFramework(file(text), [], '2026-11-22');
      assert.deepEqual([finding?.code, finding?.severity], ['placeholder-client-id', 'hint']);
      assert.deepEqual(others, []);
      assert.ok(finding !== undefined);
      assert.match(findingText(diagnostics, finding, 'en'), /build/);
    });
  }

  for (const text of forgotten) {
    it(`${text.slice(0, 40)}: somebody has to replace it`, () => {
      assert.equal(isBuildPlaceholder(text), false);
      const [finding] = checkFramework(file(text), [], '2026-11-22');
      assert.deepEqual([finding?.code, finding?.severity], ['placeholder-client-id', 'warning']);
    });
  }

  it('a Client ID in such signs is a broken one', () => {
    const [finding] = checkFramework(file('{{5d1c7b0a-92f4-4c3e-8b6d-0e1f2a3b4c5d}}'), [], '2026-11-22');
    assert.equal(finding?.code, 'malformed-client-id');
  });

  it('an existing client is offered as well as a new one, signed in or not', () => {
    for (const text of ['{{CLIENT_ID}}', 'YOUR_CLIENT_ID']) {
      const [finding] = checkFramework(file(text), [], '2026-11-22');
      assert.deepEqual(finding?.fixes, [
        { kind: 'choose-client', region: 'mypurecloud.ie' },
        { kind: 'create-client', region: 'mypurecloud.ie' },
      ]);
    }
  });
});
