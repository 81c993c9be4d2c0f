import assert from 'node:assert/strict';
import { type ParseError, parse } from 'jsonc-parser';
import type { ScimConnection } from '../../../src/core/scim/configFile.ts';
import { type ScimRefusal, updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { CLIENT_ID, CONNECTION, fixture } from './samples.ts';

const OLD_CLIENT_ID = '11111111-2222-4333-8444-555555555555';

function update(text: string | undefined, connection: ScimConnection = CONNECTION) {
  const result = updateScimConfig(text, connection);
  assert.equal(result.kind, 'text');
  return result;
}

/** The value, which must be JSON with at most comments and trailing commas. */
function read(text: string): { connections: Record<string, unknown>[] } {
  const errors: ParseError[] = [];
  const value = parse(text.replace('\uFEFF', ''), errors, { allowTrailingComma: true });
  assert.deepEqual(errors, []);
  return value;
}

/** In their order; an address is none. */
function commentsOf(text: string): string[] {
  return text.match(/(?<!:)\/\/.*|\/\*[\s\S]*?\*\//g) ?? [];
}

describe('genesys-scim.json: a new file (S6)', () => {
  for (const text of [undefined, '', ' \r\n\t', '\uFEFF']) {
    it(`S6: is made for ${JSON.stringify(text)}`, () => {
      const result = update(text);
      assert.deepEqual(JSON.parse(result.text), { connections: [CONNECTION] });
      assert.equal(result.line, 3);
      assert.ok(result.text.endsWith('}\n'));
    });
  }

  it('S6: has its properties in one order, whatever the order they came in', () => {
    const entries = Object.entries({ authorizationUrl: 'https://login.mypurecloud.jp', ...CONNECTION });
    const turned: ScimConnection = { ...CONNECTION, ...Object.fromEntries(entries.reverse()) };
    assert.deepEqual(
      Object.keys(read(update(undefined, turned).text).connections[0] ?? {}),
      [
        ['provider', 'region', 'scimBaseUrl', 'authorizationUrl', 'tokenUrl', 'clientId', 'grantType'],
        ['secret', 'tokenDurationSeconds', 'tokenEndsAt', 'role', 'divisions', 'createdAt'],
      ].flat(),
    );
  });
});

describe('genesys-scim.json: a file that is there (S6)', () => {
  const lines: readonly [string, number][] = [
    ['plain.json', 3],
    ['comments.jsonc', 13],
    ['crlf-tabs-bom.json', 3],
    ['minified.json', 1],
    ['comma-first.json', 2],
    ['strange-elements.json', 9],
    ['doubled-properties.json', 4],
    ['no-connections.json', 5],
  ];
  for (const [name, line] of lines) {
    it(`S6: ${name}: holds the connection afterwards, in line ${line}`, () => {
      const result = update(fixture(name));
      const own = read(result.text).connections.filter(
        (other) => String(other?.['clientId']).toLowerCase() === CLIENT_ID,
      );
      assert.equal(own.length, 1);
      for (const [key, value] of Object.entries(CONNECTION)) {
        if (typeof value === 'string' && /At$/.test(key)) {
          assert.equal(Date.parse(String(own[0]?.[key])), Date.parse(value), key);
        } else if (typeof value !== 'object') assert.equal(own[0]?.[key], value);
      }
      assert.equal(result.line, line);
    });

    it(`S6: ${name}: the same values again change no byte`, () => {
      const { text, line } = update(fixture(name));
      assert.deepEqual(updateScimConfig(text, CONNECTION), { kind: 'text', text, line });
    });

    it(`S6: ${name}: another region of the same provider goes beside it`, () => {
      const first = update(fixture(name)).text;
      const second = update(first, { ...CONNECTION, region: 'mypurecloud.de' }).text;
      assert.equal(read(second).connections.length, read(first).connections.length + 1);
      assert.deepEqual(read(second).connections.slice(0, -1), read(first).connections);
    });
  }

  it('S6: only the lines change whose values do', () => {
    const before = fixture('plain.json').split('\n');
    const after = update(fixture('plain.json'), { ...CONNECTION, divisions: 'all' }).text.split('\n');
    const changed = before.filter((line, index) => line !== after[index]).map((line) => line.trim());
    assert.equal(after.length, before.length);
    assert.deepEqual(
      changed.map((line) => line.split('"')[1]),
      ['secret', 'tokenDurationSeconds', 'tokenEndsAt', 'role'],
    );
  });

  it('S6: every comment and every property that others added stays', () => {
    const before = fixture('comments.jsonc');
    const { text } = update(before);
    const comments = commentsOf(before);
    assert.equal(comments.length, 18);
    assert.deepEqual(commentsOf(text), comments);
    const [okta, entra] = read(text).connections;
    assert.equal(okta?.['provider'], 'okta');
    assert.equal(entra?.['owner'], 'identity team');
    assert.equal(entra?.['ticket'], 4711);
    assert.deepEqual({ ...Object(entra?.['secret']) }, { kept: 'vscode-secret-storage', shelf: 4 });
    assert.deepEqual({ ...Object(entra?.['role']) }, { ...CONNECTION.role, grantedBy: 'administrator' });
    assert.ok(text.includes('{ "id": "division-1", "name": "Home", "note": "keep" }, // everyone'));
    assert.ok(!text.includes('division-gone'));
    assert.ok(text.includes('"$schema": "./our-own.schema.json", // ours'));
  });

  it('S6: the list stands behind whatever else the file has', () => {
    const own = '{ "$schema": "./mine.json", "owner": "us", "since": 2020, "note": "" }';
    assert.deepEqual(Object.keys(JSON.parse(update(own).text)), [
      '$schema',
      'owner',
      'since',
      'note',
      'connections',
    ]);
  });

  it('S6: a new property stands behind the one that comes before it', () => {
    const keys = Object.keys(read(update(fixture('comments.jsonc')).text).connections[1] ?? {});
    assert.deepEqual(keys.slice(3, 7), ['scimBaseUrl', 'tokenUrl', 'clientId', 'grantType']);
  });

  it('S6: byte order mark, tabs, CRLF and the missing last line end stay', () => {
    const before = fixture('crlf-tabs-bom.json');
    const { text } = update(before);
    assert.ok(text.startsWith('\uFEFF{\r\n\t"connections":\t[\r\n\t\t{\r\n\t\t\t"provider" : "entra",\r\n'));
    assert.ok(text.endsWith('\t\t}\r\n\t]\r\n}'));
    assert.equal(text.replaceAll('\r\n', '').match(/[\r\n]/), null);
    assert.ok(text.includes('\r\n\t\t\t"divisions" : [\r\n\t\t\t\t{\r\n\t\t\t\t\t"id": "division-1",\r\n'));
    assert.ok(text.includes('"numbers": [1e3, -0.0, 1.50],\r\n\t\t\t"escaped": "\\u00e9\\/"'));
  });

  it('S6: a minified file stays minified', () => {
    assert.equal(update(fixture('minified.json')).text.match(/\s/g)?.join(''), ' ');
  });

  it('S6: what was not made anew stays: a token that works, when the client was created, who has its secret', () => {
    const own: ScimConnection = {
      ...CONNECTION,
      secret: { kept: 'identity-provider' },
      tokenEndsAt: '2028-01-01T00:00:00Z',
      createdAt: '2025-01-01T00:00:00Z',
    };
    const { tokenEndsAt: _, ...withoutToken } = CONNECTION;
    const before = JSON.stringify({ connections: [own] });
    const after = update(before, { ...withoutToken, secret: { kept: 'elsewhere' } });
    assert.equal(after.text, before);
    const renewed = update(before, CONNECTION).text;
    assert.deepEqual(read(renewed).connections, [{ ...CONNECTION, createdAt: own.createdAt }]);
  });

  it('S6: what is no moment is not kept as the end of a token', () => {
    const { tokenEndsAt: _, ...withoutToken } = CONNECTION;
    for (const tokenEndsAt of ['soon', 7, null]) {
      const { text } = update(
        JSON.stringify({ connections: [{ ...CONNECTION, tokenEndsAt }] }),
        withoutToken,
      );
      assert.ok(!text.includes('tokenEndsAt'));
    }
    const { text } = update(fixture('comments.jsonc').replace('2026-11-23T09:00:00Z', 'soon'), withoutToken);
    assert.ok(text.includes('// renew on time'));
    const line = '      "tokenEndsAt": "soon",\n';
    const plain = fixture('plain.json').replace(/ *"tokenEndsAt".*\n/, line);
    const doubled = plain.replace(line, line + line);
    assert.equal(update(doubled, withoutToken).text, update(plain, withoutToken).text);
  });

  it('S6: strict JSON stays strict when what goes is the last of its kind', () => {
    const { tokenEndsAt: _ends, divisions: _, ...rest } = CONNECTION;
    const practice = true;
    const divisions = [...CONNECTION.divisions, { id: 'division-gone', name: 'Closed' }];
    for (const indent of [undefined, 1, '\t']) {
      const before = JSON.stringify({ connections: [{ ...rest, divisions, practice }] }, undefined, indent);
      const { text } = update(before, { ...rest, divisions: CONNECTION.divisions });
      const expected = { connections: [{ ...rest, divisions: CONNECTION.divisions }] };
      assert.equal(text, JSON.stringify(expected, undefined, indent));
    }
  });

  it('S6: a value that is right stays as it is written', () => {
    const before = JSON.stringify({ connections: [CONNECTION] })
      .replace('38880000', '3.888e7')
      .replace('SCIM Integration', 'SCIM \\u0049ntegration');
    assert.notEqual(before, JSON.stringify({ connections: [CONNECTION] }));
    assert.equal(update(before).text, before);
  });

  it('S5: a division that is there twice is there once afterwards', () => {
    const [home] = CONNECTION.divisions;
    const before = JSON.stringify({ connections: [{ ...CONNECTION, divisions: [home, home] }] });
    assert.deepEqual(JSON.parse(update(before).text), { connections: [CONNECTION] });
  });

  it('S6: of a property that is there twice, the one that counts is read', () => {
    const before = fixture('doubled-properties.json');
    const { text } = update(before);
    assert.ok(text.includes('"clientId": "99999999-2222-4333-8444-555555555555"'));
    assert.ok(text.includes('"connections": [],'));
    assert.equal(read(text).connections.length, 1);
  });

  it('S6: a megabyte is updated in a moment, and only where it is asked', function () {
    this.timeout(60_000);
    const others = Array.from({ length: 2_500 }, (_, index) => ({
      provider: 'other',
      region: `r${index}.example`,
      note: 'x'.repeat(350),
    }));
    const before = JSON.stringify({ connections: [...others, { ...CONNECTION, role: {} }] }, undefined, 4);
    assert.ok(before.length > 1_000_000);
    const { text } = update(before);
    const same = before.slice(0, before.indexOf('"role"'));
    assert.ok(text.startsWith(same));
    assert.deepEqual(JSON.parse(text), { connections: [...others, CONNECTION] });
  });
});

describe('genesys-scim.json: two connections for one provider and region (S6)', () => {
  const text = fixture('two-of-a-kind.json');

  it('S6: the one with the Client ID is changed', () => {
    const result = update(text, { ...CONNECTION, clientId: OLD_CLIENT_ID.toUpperCase() });
    assert.equal(result.line, 3);
    const untouched = text.split('\n').slice(3).join('\n');
    assert.ok(result.text.endsWith(untouched));
  });

  it('S6: a third client goes beside them, and not a byte of theirs changes', () => {
    const { text: after } = update(text);
    const last = text.lastIndexOf('}\n  ]');
    assert.ok(after.startsWith(text.slice(0, last)));
    assert.deepEqual(
      read(after).connections.map(({ clientId }) => clientId),
      [...read(text).connections.map(({ clientId }) => clientId), CLIENT_ID],
    );
  });

  it('S6: one of the practice org never takes the place of a real one', () => {
    const real = update(undefined).text;
    const practice: ScimConnection = { ...CONNECTION, clientId: OLD_CLIENT_ID, practice: true };
    assert.deepEqual(read(update(real, practice).text).connections, [CONNECTION, practice]);
  });

  it('S6: the same client twice is refused, because which of the two is meant is not in the text', () => {
    const twice = text.replace('99999999-2222-4333-8444-555555555555', OLD_CLIENT_ID);
    const expected = { kind: 'refused', reason: 'several-connections', line: 5 };
    assert.deepEqual(updateScimConfig(twice, { ...CONNECTION, clientId: OLD_CLIENT_ID }), expected);
  });
});

describe('genesys-scim.json: a file that is left alone (S6)', () => {
  const refusals: readonly [string, ScimRefusal, number][] = [
    ['refused-array.json', 'not-a-scim-config', 1],
    ['refused-number.json', 'not-a-scim-config', 2],
    ['refused-connections-object.json', 'not-a-scim-config', 2],
    ['refused-connections-null.json', 'not-a-scim-config', 3],
    ['refused-merge-conflict.json', 'not-json', 3],
    ['refused-cut-off.json', 'not-json', 3],
    ['refused-javascript.json', 'not-json', 1],
    ['refused-two-values.json', 'not-json', 2],
  ];
  for (const [name, reason, line] of refusals) {
    it(`S6: ${name}: ${reason}, line ${line}`, () => {
      assert.deepEqual(updateScimConfig(fixture(name), CONNECTION), { kind: 'refused', reason, line });
    });
  }

  it('S6: nesting deeper than the stack', () => {
    const expected = { kind: 'refused', reason: 'not-json', line: 1 };
    assert.deepEqual(updateScimConfig('['.repeat(200_000), CONNECTION), expected);
    const value = `${'['.repeat(5000)}${']'.repeat(5000)}`;
    assert.deepEqual(updateScimConfig(`{ "connections": ${value} }`, CONNECTION), expected);
  });

  it('S6: nothing but a comment', () => {
    assert.equal(updateScimConfig('// later\n', CONNECTION).kind, 'refused');
  });
});

describe('genesys-scim.json: secrets (S6)', () => {
  const CANARY = 'canary-Zx81-never-in-a-file';

  it('S6: whatever comes beside a connection is not written', () => {
    const leaky = {
      ...CONNECTION,
      clientSecret: CANARY,
      accessToken: { value: CANARY },
      secret: { kept: 'elsewhere' as const, value: CANARY },
      role: { ...CONNECTION.role, token: CANARY },
      divisions: [{ id: 'division-1', name: 'Home', password: CANARY }],
    };
    for (const text of [undefined, '{}', fixture('comments.jsonc'), fixture('minified.json')]) {
      assert.ok(!update(text, leaky).text.includes(CANARY));
    }
  });

  it('S6: an address that carries one is refused, without saying it', () => {
    for (const tokenUrl of [
      `https://login.example/?secret=${CANARY}`,
      `https://id:${CANARY}@login.example/oauth/token`,
      `https://login.example/#${CANARY}`,
    ]) {
      assert.throws(
        () => updateScimConfig(undefined, { ...CONNECTION, tokenUrl }),
        (error) => !String(error).includes(CANARY) && !JSON.stringify(error).includes(CANARY),
      );
    }
  });

  it('S6: one that somebody wrote where the reference goes is replaced by it', () => {
    const before = JSON.stringify({ connections: [{ ...CONNECTION, secret: CANARY }] }, undefined, 2);
    assert.ok(!update(before).text.includes(CANARY));
  });
});
