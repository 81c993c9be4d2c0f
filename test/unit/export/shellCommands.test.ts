import assert from 'node:assert/strict';
import fc from 'fast-check';
import { shellQuote } from '../../../src/core/export/commandLines.ts';
import { exportAs } from '../../../src/core/export/exportAs.ts';
import { anyClient, clientOf, hostileTexts, where } from './clients.ts';
import { runShell } from './runShell.ts';

describe('A client taken elsewhere as a curl command', () => {
  it('sends one POST with the token of the environment, and fails when Genesys Cloud refuses', () => {
    const token = `a token 'with' "quotes" $HOME`;
    const script = exportAs('curl', clientOf('CRM'), where);
    const { args } = runShell('curl', script, { GENESYS_CLOUD_ACCESS_TOKEN: token });
    assert.deepEqual(args, [
      ...['--request', 'POST'],
      ...['--url', 'https://api.mypurecloud.jp/api/v2/oauth/clients'],
      '--fail-with-body',
      ...['--header', `Authorization: Bearer ${token}`],
      ...['--header', 'Content-Type: application/json'],
      ...['--data-binary', '@-'],
    ]);
  });

  it('has one option a line', () => {
    const [first, ...rest] =
      exportAs('curl', clientOf('CRM'), where).split('{\n')[0]?.trimEnd().split('\n') ?? [];
    assert.equal(first, 'curl \\');
    assert.ok(rest.every((line) => /^ {2}--[a-z-]+( [^-].*)?$/.test(line)));
  });

  it('keeps a host with shell characters one word', () => {
    const apiUrl = "https://api.example/it's $(echo broken)/`x`";
    const { args } = runShell('curl', exportAs('curl', clientOf('CRM'), { ...where, apiUrl }));
    assert.equal(args[3], `${apiUrl}/api/v2/oauth/clients`);
  });
});

describe("A client taken elsewhere as a command of Genesys's CLI", () => {
  it('creates an OAuth client in the chosen region, signed in as the CLI is', () => {
    const { args } = runShell('gc', exportAs('genesys-cli', clientOf('CRM'), where));
    assert.deepEqual(args, ['oauth', 'clients', 'create', '--environment', 'mypurecloud.jp']);
  });
});

for (const [format, command] of [
  ['curl', 'curl'],
  ['genesys-cli', 'gc'],
] as const) {
  describe(`The body of the ${format} command`, () => {
    for (const [hostility, text] of Object.entries(hostileTexts)) {
      it(`G2, G3: arrives unbroken with ${hostility}`, () => {
        const client = clientOf(text);
        const { input } = runShell(command, exportAs(format, client, where));
        assert.deepEqual(JSON.parse(input), client);
      });
    }

    it('arrives exactly as the exported JSON, whatever the client', () => {
      fc.assert(
        fc.property(anyClient, (client) => {
          const { input } = runShell(command, exportAs(format, client, where));
          assert.equal(input, exportAs('json', client, where));
        }),
        { numRuns: 60 },
      );
    });

    it('G14: has room for 125 redirect URIs of 4,000 characters each', () => {
      const registeredRedirectUri = Array.from(
        { length: 125 },
        (_, i) => `https://a.example/${i}/${'x'.repeat(4000)}`,
      );
      const { input } = runShell(
        command,
        exportAs(format, { ...clientOf('CRM'), registeredRedirectUri }, where),
      );
      assert.deepEqual(JSON.parse(input).registeredRedirectUri, registeredRedirectUri);
    });
  });
}

describe('A word quoted for the shell', () => {
  it('arrives as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const word = text.replaceAll('\u0000', '').replaceAll('\u0001', '');
        assert.deepEqual(runShell('echo_word', `echo_word ${shellQuote(word)} </dev/null\n`).args, [word]);
      }),
      { numRuns: 60 },
    );
  });
});
