import assert from 'node:assert/strict';
import {
  inspectScimConfig,
  type ScimClientFacts,
  type ScimFinding,
} from '../../../src/core/scim/inspectConfig.ts';
import { updateScimConfig } from '../../../src/core/scim/writeConfig.ts';
import { cpuMilliseconds } from '../../host/cpuTime.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { CLIENT_ID, CONNECTION, factsOf, fixture } from './samples.ts';

const NOW = new Date('2026-11-22T09:00:00Z');

/** Letters of both cases and digits, as random as a secret: this length of them, the same in every run. */
function random(length: number): string {
  const letters = 'Q7xTm2VbK9sLw4ZcR8nHd3YfJ6pGu1Ea';
  return Array.from({ length }, (_, index) => letters[(index * 11 + (index >> 5)) % letters.length]).join('');
}

function codes(text: string, now = NOW): string[] {
  return inspectScimConfig(text, reckonedAt(now)).map(({ code }) => code);
}

function marked(text: string, { place }: ScimFinding): string {
  return text.slice(place.start, place.end);
}

function file(properties: object): string {
  return JSON.stringify({ connections: [{ ...CONNECTION, ...properties }] }, undefined, 2);
}

describe('genesys-scim.json: when a token ends (S6)', () => {
  const text = file({});

  it('S6: nothing is said of a file as the wizard writes it', () => {
    const result = updateScimConfig(undefined, CONNECTION);
    assert.deepEqual(result.kind === 'text' && codes(result.text), []);
  });

  it('S6: a token that ends within 30 days is a warning at its date', () => {
    const [finding, ...others] = inspectScimConfig(text, reckonedAt(new Date('2028-01-20T09:00:00Z')));
    assert.deepEqual(others, []);
    assert.ok(finding !== undefined);
    assert.equal(marked(text, finding), '"2028-02-15T09:00:00.000Z"');
    assert.deepEqual(finding, {
      code: 'token-expiring',
      args: { provider: 'entra', moment: '2028-02-15T09:00:00.000Z' },
      severity: 'warning',
      place: {
        start: text.indexOf('"2028-'),
        end: text.indexOf('"2028-') + 26,
        line: text.slice(0, text.indexOf('"2028-')).split('\n').length,
      },
      related: [],
      fixes: [],
    });
  });

  it('S6: a token that has ended is an error', () => {
    const [finding] = inspectScimConfig(text, reckonedAt(new Date('2028-02-15T09:00:00Z')));
    assert.deepEqual([finding?.code, finding?.severity], ['token-expired', 'error']);
  });

  it('S6: each connection has its own date', () => {
    const connections = ['2026-11-01T00:00:00Z', '2030-01-01T00:00:00+09:00', '2026-11-23T00:00:00Z'].map(
      (tokenEndsAt) => ({ ...CONNECTION, tokenEndsAt }),
    );
    assert.deepEqual(codes(JSON.stringify({ connections })), ['token-expired', 'token-expiring']);
  });

  it('S6: findings come in the order of the text', () => {
    const both = file({ note: 1, token: 'hunter2' });
    assert.deepEqual(codes(both, new Date('2030-01-01T00:00:00Z')), ['token-expired', 'plain-text-secret']);
  });

  const noDates = ['', 'soon', null, 1_700_000_000, {}, '2026-13-45T00:00:00Z', '2025-02-31T00:00:00Z'];
  for (const tokenEndsAt of [...noDates, '2027-02-29T12:00:00+09:00', '2026-11-31', '12']) {
    it(`S6: ${JSON.stringify(tokenEndsAt)} is no date, so it is said that nobody watches over the token`, () => {
      const [finding, ...others] = inspectScimConfig(file({ tokenEndsAt }), reckonedAt(NOW));
      assert.deepEqual(others, []);
      assert.deepEqual([finding?.code, finding?.args], ['token-end-unreadable', { provider: 'entra' }]);
    });
  }

  for (const tokenEndsAt of ['2028-02-29T23:59:59Z', '2030-12-31T00:00:00.000+14:00', '2031-01-01'])
    it(`S6: ${tokenEndsAt} is one`, () => assert.deepEqual(codes(file({ tokenEndsAt })), []));
});

describe('genesys-scim.json: secrets in plain text (S6)', () => {
  const names = [
    'secret',
    'clientSecret',
    'client_secret',
    'token',
    'accessToken',
    'Access Token',
    'password',
  ];
  for (const name of [...names, 'bearer', 'Authorization', 'api-key', 'secretToken', 'SECRET_VALUE']) {
    it(`S6: a property "${name}" with any text in it is an error at the text, not at the name`, () => {
      const text = file({ [name]: 'hunter2' });
      const [finding, ...others] = inspectScimConfig(text, reckonedAt(NOW));
      assert.deepEqual(others, []);
      assert.ok(finding !== undefined);
      assert.deepEqual([finding.code, finding.severity], ['plain-text-secret', 'error']);
      assert.equal(marked(text, finding), '"hunter2"');
    });
  }

  for (const value of [
    '',
    '<paste it here>',
    '$' + '{env:SCIM_SECRET}',
    '{{secret}}',
    '%SECRET%',
    '********',
  ]) {
    it(`S6: ${JSON.stringify(value)} stands for a secret and is none`, () => {
      assert.deepEqual(codes(file({ clientSecret: value })), []);
    });
  }

  for (const value of [null, true, 4711, { kept: 'elsewhere' }, ['elsewhere'], 'identity-provider']) {
    it(`S6: ${JSON.stringify(value)} says where a secret is and is none`, () => {
      assert.deepEqual(codes(file({ secret: value })), []);
    });
  }

  it('S6: a text shaped like a secret or a token is found under any name, in lists and in comments', () => {
    const jwt = `eyJhbGciOiJIUzI1NiJ9.${random(30)}.${random(43)}`;
    const secrets = [random(43), random(86), jwt];
    const text = `// ${secrets[0]}\n{ "notes": [["${secrets[1]}"]], "header": "Bearer ${secrets[2]}" }`;
    const findings = inspectScimConfig(text, reckonedAt(NOW));
    assert.deepEqual(
      findings.map((finding) => [finding.code, finding.place.line, marked(text, finding)]),
      [
        ['plain-text-secret', 1, secrets[0]],
        ['plain-text-secret', 2, secrets[1]],
        ['plain-text-secret', 2, secrets[2]],
      ],
    );
  });

  it('S6: one secret is told once', () => {
    assert.deepEqual(codes(file({ clientSecret: random(43) })), ['plain-text-secret']);
  });

  it('S6: it is found in a file that is no JSON', () => {
    const text = `{ "clientSecret": "hunter2", "connections": [ <<<<<<< ${random(43)}`;
    assert.deepEqual(codes(text), ['plain-text-secret', 'plain-text-secret']);
  });

  it('S6: no finding holds the secret', () => {
    const secret = random(43);
    const text = file({ clientSecret: secret, note: `${secret}${secret}` });
    const findings = inspectScimConfig(text, reckonedAt(NOW));
    assert.equal(findings.length, 2);
    assert.ok(!JSON.stringify(findings).includes(secret));
  });

  it('S6: IDs, addresses, hashes and long names are none', () => {
    const harmless = {
      tokenUrl: CONNECTION.tokenUrl,
      tokenDurationSeconds: 300,
      ids: [CLIENT_ID, `${CLIENT_ID}-${CLIENT_ID}`],
      hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      note: 'TheTokenIsKeptByTheIdentityTeamInTheirPasswordManager',
      link: `https://example.com/${'path/'.repeat(30)}`,
    };
    assert.deepEqual(codes(file(harmless)), []);
  });
});

describe('genesys-scim.json: what the org says of the client (S4)', () => {
  const OTHER = { kind: 'other' } as const;
  const facts: ScimClientFacts = {
    accessTokenValiditySeconds: 38_880_000,
    roles: [{ id: 'role-scim', name: 'SCIM Integration', fit: { kind: 'fits' } }],
  };
  const text = file({ clientId: CLIENT_ID.toUpperCase() });

  function withFacts(changes: Partial<ScimClientFacts>): ScimFinding[] {
    return inspectScimConfig(text, reckonedAt(NOW), factsOf({ ...facts, ...changes }));
  }

  it('S4: nothing when the client is as written, or not known', () => {
    assert.deepEqual(withFacts({}), []);
    const other = () => undefined;
    assert.deepEqual(inspectScimConfig(text, reckonedAt(NOW), other), []);
  });

  it('S4: a duration that was set back is a warning at the number', () => {
    const [finding, ...others] = withFacts({ accessTokenValiditySeconds: 86_400 });
    assert.deepEqual(others, []);
    assert.ok(finding !== undefined);
    assert.equal(marked(text, finding), '38880000');
    assert.deepEqual(
      [finding.code, finding.severity, finding.args],
      ['duration-reset', 'warning', { written: 38_880_000, lasts: 86_400 }],
    );
  });

  it('S4: a duration that is no number, or not there, is compared with nothing', () => {
    for (const tokenDurationSeconds of ['86400', null, undefined]) {
      const odd = file({ tokenDurationSeconds });
      assert.deepEqual(inspectScimConfig(odd, reckonedAt(NOW), factsOf(facts)), []);
    }
  });

  it('S4: roles are compared with none that the file does not name by its ID', () => {
    const roles = [{ id: 'role-1', name: 'Admin', fit: OTHER }];
    for (const role of [{ name: 'SCIM Integration' }, { id: 7 }, 'role-1', undefined]) {
      const odd = file({ role });
      assert.deepEqual(inspectScimConfig(odd, reckonedAt(NOW), factsOf({ ...facts, roles })), []);
    }
  });

  it('S4: what is nested deeper than the stack is no number', () => {
    const deep = text.replace('38880000', `${'['.repeat(5000)}${']'.repeat(5000)}`);
    const found = inspectScimConfig(deep, reckonedAt(NOW), factsOf(facts));
    assert.deepEqual(
      found.map(({ code }) => code),
      ['rest-not-checked'],
    );
  });

  it('S4: other roles are a warning at the one that it should have', () => {
    const [finding, ...others] = withFacts({
      roles: [
        { id: 'role-1', name: 'Admin', fit: OTHER },
        ...facts.roles,
        { id: 'role-2', name: 'Supervisor', fit: OTHER },
      ],
    });
    assert.deepEqual(others, []);
    assert.ok(finding !== undefined);
    assert.equal(JSON.parse(marked(text, finding)).name, 'SCIM Integration');
    assert.deepEqual(
      [finding.code, finding.severity, finding.args],
      ['extra-role', 'warning', { roles: ['Admin', 'Supervisor'] }],
    );
  });

  it('S4: a custom role with exactly the same permissions is as good as the one in the file', () => {
    const roles = [{ id: 'role-twin', name: 'Directory sync', fit: { kind: 'fits' } as const }];
    assert.deepEqual(withFacts({ roles }), []);
  });

  it('S4: the role in the file is one too many when the org says that it is another one now', () => {
    const found = withFacts({ roles: [{ id: 'role-scim', name: 'Directory sync', fit: OTHER }] });
    assert.deepEqual(
      found.map(({ code, args }) => [code, args]),
      [['extra-role', { roles: ['Directory sync'] }]],
    );
  });

  it('S4: an altered role is a warning with what was added and taken, and no other role', () => {
    const change = { added: ['routing:queue:view'], taken: ['directory:user:add (x:y)'] };
    const fit = { kind: 'altered', ...change } as const;
    const [finding, ...others] = withFacts({ roles: [{ id: 'role-scim', name: 'SCIM Integration', fit }] });
    assert.deepEqual(others, []);
    assert.ok(finding !== undefined);
    assert.equal(JSON.parse(marked(text, finding)).name, 'SCIM Integration');
    assert.deepEqual(
      [finding.code, finding.severity, finding.args],
      ['altered-role', 'warning', { role: 'SCIM Integration', ...change }],
    );
  });

  it('S4: where the org does not tell, the role in the file and the likely one pass for right', () => {
    const untold = (isLikely: boolean) => ({ kind: 'unchecked', isLikely }) as const;
    assert.deepEqual(withFacts({ roles: [{ id: 'role-scim', name: 'A', fit: untold(false) }] }), []);
    assert.deepEqual(withFacts({ roles: [{ id: 'role-other', name: 'A', fit: untold(true) }] }), []);
    assert.equal(withFacts({ roles: [{ id: 'role-other', name: 'A', fit: untold(false) }] }).length, 1);
  });

  it('S4: a role of the same name is another role', () => {
    assert.deepEqual(
      withFacts({ roles: [{ id: 'role-copy', name: 'SCIM Integration', fit: OTHER }] }).map(
        ({ code }) => code,
      ),
      ['extra-role'],
    );
  });
});

describe('genesys-scim.json: hostile texts', () => {
  const names = ['comments.jsonc', 'crlf-tabs-bom.json', 'strange-elements.json', 'refused-cut-off.json'];
  for (const name of [...names, 'refused-array.json', 'refused-connections-object.json']) {
    it(`${name}: nothing is thrown, and every range is in the text, in order`, () => {
      const text = fixture(name);
      const findings = inspectScimConfig(text, reckonedAt(new Date('2030-01-01T00:00:00Z')));
      const offsets = findings.map(({ place }) => place.start);
      assert.deepEqual(
        offsets,
        offsets.toSorted((one, other) => one - other),
      );
      for (const { place } of findings) {
        assert.ok(place.start >= 0 && place.end > place.start && place.end <= text.length);
        assert.equal(place.line, text.slice(0, place.start).split(/\r\n|\n/).length);
      }
      assert.equal(findings.length, name === 'comments.jsonc' ? 1 : 0);
    });
  }

  it('nesting deeper than the stack, and nothing at all', () => {
    assert.deepEqual(codes('['.repeat(200_000)), ['rest-not-checked']);
    assert.deepEqual(codes(''), []);
  });

  it('a megabyte of one word, or of quotes, takes no longer than a moment', async () => {
    const took = await cpuMilliseconds(() => {
      assert.deepEqual(codes(`"${'a-'.repeat(500_000)}"`), []);
      assert.deepEqual(codes('"'.repeat(1_000_000)), []);
      assert.deepEqual(codes(`{"secret":"${'<'.repeat(1_000_000)}"}`), []);
    });
    assert.ok(took < 5_000, `${took} ms`);
  });
});

describe('genesys-scim.json: regions and addresses (S6)', () => {
  const atAddresses = (properties: object) =>
    inspectScimConfig(file(properties), reckonedAt(NOW))
      .filter(({ code }) => code === 'address-of-other-region')
      .map((finding) => [marked(file(properties), finding), finding.args['home']]);

  it('says which address is of another region than the connection', () => {
    const tokenUrl = 'https://login.usw2.pure.cloud/oauth/token';
    const scimBaseUrl = 'https://api.mypurecloud.com/api/v2/scim/v2';
    assert.deepEqual(atAddresses({ tokenUrl, scimBaseUrl }), [
      [`"${scimBaseUrl}"`, 'mypurecloud.com'],
      [`"${tokenUrl}"`, 'usw2.pure.cloud'],
    ]);
  });

  for (const region of ['mypurecloud.jp', 'ap-northeast-1', 'https://apps.mypurecloud.jp/', 'MYPURECLOUD.JP'])
    it(`reads ${region} as every region is read, and is silent where all agree`, () =>
      assert.deepEqual(atAddresses({ region }), []));

  for (const [what, properties] of [
    ['a gateway', { scimBaseUrl: 'https://gateway.example/genesys/api/v2/scim/v2' }],
    ['the practice org', { tokenUrl: 'http://127.0.0.1:4711/oauth/token' }],
    ['a region that nobody knows', { region: 'region.of.tomorrow' }],
    ['a domain that only ends alike', { tokenUrl: 'https://login.notmypurecloud.com/oauth/token' }],
    ['what is no text', { tokenUrl: 7, scimBaseUrl: null }],
  ] as const)
    it(`does not judge ${what}`, () => assert.deepEqual(atAddresses(properties), []));

  it('marks a connection to the practice org as one', () => {
    assert.deepEqual(codes(file({ practice: true })), ['practice-connection']);
    assert.deepEqual(codes(file({ practice: false })), []);
  });
});
