import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { byClient, mentionsInFramework, mentionsInScimConfig } from '../../../src/core/clients/mentionsIn.ts';

const ID = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
const PLACE = { uri: 'file:///crm/a-file', path: 'a-file' };

describe('The clients that a framework.js names', () => {
  const framework = (settings: string) =>
    `window.Framework = {\n  config: {\n    clientIds: {\n      'mypurecloud.jp': '${ID}',\n      'mypurecloud.ie': '',\n    },\n    settings: { ${settings} },\n  },\n};\n`;

  it('are those of its entries, each with its line, and with what the file asks of it', () => {
    const { named, brokenAt } = mentionsInFramework(framework('dedicatedLoginWindow: true'), PLACE);
    const use = { region: 'mypurecloud.jp', dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' };
    const mention = { kind: 'framework', ...PLACE, line: 4, use };
    assert.deepEqual(named, [{ region: 'mypurecloud.jp', clientId: ID, mention }]);
    assert.equal(brokenAt, undefined);
  });

  it('are none in a file of another product, and none that are known only when it runs', () => {
    assert.deepEqual(mentionsInFramework(`const config = { clientIds: { web: '${ID}' } };`, PLACE), {
      named: [],
    });
    assert.deepEqual(mentionsInFramework('const pages = 1;', PLACE), { named: [] });
    const changed = `${framework('')}window.Framework.config.clientIds['mypurecloud.de'] = '${ID}';`;
    assert.deepEqual(mentionsInFramework(changed, PLACE), { named: [] });
  });
});

describe('The clients that a genesys-scim.json names', () => {
  const connection = { provider: 'okta', region: 'mypurecloud.jp', clientId: ID };

  it('are those of its connections, with the end of the token where the file says it', () => {
    const token = {
      createdAt: '2026-01-01T00:00:00Z',
      tokenDurationSeconds: 38_880_000,
      tokenEndsAt: '2027-03-27T00:00:00Z',
    };
    const text = JSON.stringify(
      { connections: [connection, { ...connection, practice: true, ...token }] },
      undefined,
      2,
    );
    const { named, brokenAt } = mentionsInScimConfig(text, PLACE);
    assert.deepEqual(
      named.map(({ region, clientId }) => [region, clientId]),
      [
        ['mypurecloud.jp', ID],
        ['mypurecloud.jp', ID],
      ],
    );
    const [first, second] = named.map(({ mention }) => mention);
    assert.ok(first?.kind === 'scim' && second?.kind === 'scim');
    assert.deepEqual([first.line, second.line], [3, 8]);
    assert.deepEqual([first.tokenEndsAt, second.tokenEndsAt], [undefined, '2027-03-27T00:00:00.000Z']);
    assert.deepEqual([first.tokenLifeSeconds, second.tokenLifeSeconds], [undefined, 38_880_000]);
    assert.equal(first.provider, 'okta');
    assert.equal(second.practice, true);
    assert.equal(brokenAt, undefined);
  });

  it('may be more than were found from the line on where it is no JSON any more', () => {
    assert.equal(
      mentionsInScimConfig(`{\n"connections": [\n${JSON.stringify(connection)}\n} ]`, PLACE).brokenAt,
      4,
    );
  });
});

describe('Places by client', () => {
  it('stand together for a client, however its ID is written, and apart for each region', () => {
    const mention = { kind: 'scim' as const, ...PLACE, line: 1 };
    const other = { ...mention, line: 7 };
    const { byKey, named } = byClient([
      { region: 'mypurecloud.jp', clientId: ID, mention },
      { region: 'mypurecloud.jp', clientId: ID.toUpperCase(), mention: other },
      { region: 'mypurecloud.ie', clientId: ID, mention },
    ]);
    assert.deepEqual(named, [
      { region: 'mypurecloud.jp', clientId: ID, mentions: [mention, other] },
      { region: 'mypurecloud.ie', clientId: ID, mentions: [mention] },
    ]);
    assert.equal(byKey.size, 2);
  });
});
