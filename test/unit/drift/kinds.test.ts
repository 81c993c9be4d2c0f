import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { changedClient } from '../../../src/core/clients/change.ts';
import type {
  COMPARED,
  Comparison,
  Comparisons,
  Difference,
  MeantBy,
} from '../../../src/core/drift/comparison.ts';
import { mendedText } from '../../../src/core/drift/fileEdits.ts';
import { WrittenOrigin } from '../../../src/core/drift/written.ts';
import { clientOf } from '../../../src/core/platform/clientRecord.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { differenceText, sidesOf } from '../../../src/core/texts/drift.ts';
import { makeFileMatchLabel } from '../../../src/core/texts/driftChanges.ts';
import { fileMendText, orgMendText } from '../../../src/core/texts/driftMends.ts';
import {
  AGENT_CLIENT,
  anOrg,
  FRAMEWORK_FILE,
  frameworkText,
  ID,
  known,
  ofFramework,
  ofScim,
  ofWritten,
  REGION,
  SCIM_CLIENT,
  scimText,
} from './scenes.ts';

/** How a fact comes apart, and how each side is then mended. */
type Kind = {
  come(): Comparisons;
  readonly org: Difference['org']['kind'] | `not ${string}`;
  readonly file: Difference['file']['kind'] | `not ${string}`;
  readonly certain: boolean;
  /** The client that somebody else has changed, and the text; for those that are mended by a change of one of them. */
  readonly client?: OAuthClient;
  readonly text?: string;
};

const agent = (changes: Partial<OAuthClient>): OAuthClient => ({ ...AGENT_CLIENT, ...changes });
const scim = (changes: Partial<OAuthClient>): OAuthClient => ({ ...SCIM_CLIENT, ...changes });

function inFramework(changes: Partial<OAuthClient>, rest: Omit<Kind, 'come' | 'client'>): Kind {
  const client = agent(changes);
  return {
    come: () => ofFramework([client], rest.text ?? frameworkText()),
    client,
    text: frameworkText(),
    ...rest,
  };
}

function inScim(changes: Partial<OAuthClient>, rest: Omit<Kind, 'come' | 'client'>): Kind {
  const client = scim(changes);
  return { come: () => ofScim([client], rest.text ?? scimText()), client, text: scimText(), ...rest };
}

function inMemory(changes: Partial<OAuthClient>, before = AGENT_CLIENT): Kind {
  const client = { ...before, ...changes };
  return { come: () => ofWritten(before, client), client, org: 'change', file: 'take-over', certain: true };
}

/** Each fact that is compared has a kind here: the type does not let one be left out. */
const KINDS: { readonly [By in MeantBy]: Readonly<Record<(typeof COMPARED)[By][number], Kind>> } = {
  framework: {
    existence: { come: () => ofFramework([]), org: 'create', file: 'choose-client', certain: false },
    region: {
      come: () =>
        ofFramework(
          [],
          frameworkText(),
          known(anOrg([]), anOrg([AGENT_CLIENT], { account: 'account-2', region: 'mypurecloud.de' })),
        ),
      org: 'not stays-in-its-region',
      file: 'client-id',
      certain: false,
      text: frameworkText(),
    },
    state: inFramework({ state: 'inactive' }, { org: 'change', file: 'choose-client', certain: true }),
    grant: inFramework({ authorizedGrantType: 'TOKEN' }, { org: 'change', file: 'setting', certain: false }),
    'redirect-uris': inFramework(
      { registeredRedirectUri: [`https://apps.${REGION}/crm/index.html`] },
      { org: 'change', file: 'setting', certain: false },
    ),
    scopes: inFramework(
      { scope: ['users'] },
      { org: 'change', file: 'not no-place-in-file', certain: false },
    ),
  },
  scim: {
    existence: {
      come: () => ofScim([]),
      org: 'create',
      file: 'remove-connection',
      certain: false,
      text: scimText(),
    },
    state: inScim({ state: 'disabled' }, { org: 'change', file: 'not no-place-in-file', certain: true }),
    grant: inScim(
      { authorizedGrantType: 'CODE', scope: ['users'] },
      { org: 'change', file: 'not no-place-in-file', certain: true },
    ),
    duration: inScim(
      { accessTokenValiditySeconds: 86_400 },
      { org: 'change', file: 'values', certain: true },
    ),
    roles: inScim(
      { roleDivisions: [{ roleId: 'role-more', divisionId: '*' }] },
      { org: 'change', file: 'values', certain: true },
    ),
    divisions: inScim(
      { roleDivisions: [{ roleId: 'role-scim', divisionId: 'division-1' }] },
      { org: 'change', file: 'values', certain: true },
    ),
    addresses: inScim(
      {},
      {
        org: 'not address-is-not-of-client',
        file: 'values',
        certain: true,
        text: scimText({ scimBaseUrl: 'https://api.mypurecloud.de/api/v2/scim/v2' }),
      },
    ),
  },
  written: {
    existence: {
      come: () => ofWritten(AGENT_CLIENT, undefined),
      org: 'create',
      file: 'forget',
      certain: true,
    },
    name: inMemory({ name: '=HYPERLINK("https://evil.test")' }),
    description: inMemory({ description: null }),
    state: inMemory({ state: 'disabled' }),
    grant: inMemory({ authorizedGrantType: 'TOKEN' }),
    duration: inMemory({ accessTokenValiditySeconds: 600 }),
    'redirect-uris': inMemory({ registeredRedirectUri: [] }),
    scopes: inMemory({ scope: [...(AGENT_CLIENT.scope ?? []), 'admin'] }),
    roles: inMemory(
      { roleDivisions: [...(SCIM_CLIENT.roleDivisions ?? []), { roleId: 'role-more', divisionId: '*' }] },
      SCIM_CLIENT,
    ),
  },
};

function only({ compared, notCompared }: Comparisons): Comparison {
  assert.deepEqual(notCompared, []);
  assert.equal(compared.length, 1);
  const [comparison] = compared;
  assert.ok(comparison);
  return comparison;
}

const kindOf = (mend: Difference['org'] | Difference['file']) =>
  mend.kind === 'not' ? `not ${mend.why}` : mend.kind;

/** The lines that are not the same on both sides. */
function differingLines(comparison: Comparison): string[] {
  const { meant, there } = sidesOf(comparison, 'en');
  const [left, right] = [meant.split('\n'), there.split('\n')];
  return [...left.filter((line) => !right.includes(line)), ...right.filter((line) => !left.includes(line))];
}

describe('Each kind of difference between what was meant and what is there', () => {
  it('stands beside what the client has for others, which nobody wants gone', () => {
    const client = { ...AGENT_CLIENT, registeredRedirectUri: ['https://crm.test/'], scope: ['analytics'] };
    const comparison = only(ofFramework([client]));
    const { meant, there } = sidesOf(comparison, 'en');
    for (const side of [meant, there])
      for (const line of ['Authorized Redirect URIs: https://crm.test/', 'Scopes: analytics'])
        assert.ok(side.split('\n').includes(line), line);
    assert.doesNotMatch(there, /: nothing$/m);
  });

  for (const by of ['framework', 'scim', 'written'] as const) {
    for (const [fact, kind] of Object.entries<Kind>(KINDS[by])) {
      it(`${by}, ${fact}: is found, is shown as it is, and says how each side is mended`, () => {
        const comparison = only(kind.come());
        const found = comparison.differences.find((each) => each.fact === fact);
        assert.ok(found, JSON.stringify(comparison.differences));
        assert.deepEqual(
          comparison.differences.map((each) => each.fact),
          [fact],
        );
        assert.equal(kindOf(found.org), kind.org);
        assert.equal(kindOf(found.file), kind.file);
        assert.equal(found.certain, kind.certain);
        assert.ok(differingLines(comparison).length > 0, sidesOf(comparison, 'en').there);
        assert.notEqual(differenceText(comparison, found, 'en'), '');
        assert.notEqual(orgMendText(found.org), fileMendText(found.file));
        // Nobody speaks of a file where there is none.
        const spokenOf =
          by === 'written' ? /^Take over what the organization has: /m : /^Make the file match: /m;
        assert.match(sidesOf(comparison, 'en').there, spokenOf);
        assert.equal(/\bfile\b/.test(makeFileMatchLabel(comparison.subject)), by !== 'written');
      });

      const { client, text } = kind;
      if (client !== undefined && kind.org === 'change')
        it(`${by}, ${fact}: is gone once the org was made to match`, () => {
          const { differences, subject } = only(kind.come());
          const changes = differences.flatMap(({ org }) => (org.kind === 'change' ? [org.change] : []));
          const after = changedClient({ ...client, id: ID }, changes);
          assert.ok(after.kind === 'changed', after.kind);
          const mended = clientOf({ ...after.body, id: ID });
          const again = {
            framework: () => ofFramework([mended], text),
            scim: () => ofScim([mended], text),
            written: () =>
              ofWritten(by === 'written' && fact === 'roles' ? SCIM_CLIENT : AGENT_CLIENT, mended),
          }[subject.kind]();
          assert.deepEqual(only(again).differences, []);
        });

      if (text !== undefined && ['setting', 'client-id', 'values'].includes(kind.file))
        it(`${by}, ${fact}: is gone once the file was made to match`, () => {
          const { differences, subject } = only(kind.come());
          assert.ok(subject.kind !== 'written');
          const mends = differences.flatMap(({ file }) =>
            file.kind === 'setting' || file.kind === 'client-id' || file.kind === 'values' ? [file] : [],
          );
          const after = mendedText(kind.text ?? '', subject, mends);
          assert.ok(after.kind === 'text');
          assert.notEqual(after.text, kind.text);
          if (fact === 'region') {
            assert.match(after.text, /'mypurecloud\.de': '11111111/);
            return;
          }
          const clients = client === undefined ? [] : [client];
          const again = by === 'scim' ? ofScim(clients, after.text) : ofFramework(clients, after.text);
          assert.deepEqual(only(again).differences, []);
        });
    }
  }

  it('is none where all matches, and then both sides say the same', () => {
    for (const all of [
      ofFramework([AGENT_CLIENT]),
      ofScim([SCIM_CLIENT]),
      ofWritten(AGENT_CLIENT, { ...AGENT_CLIENT, scope: [...(AGENT_CLIENT.scope ?? [])].reverse() }),
    ]) {
      const comparison = only(all);
      assert.deepEqual(comparison.differences, []);
      assert.deepEqual(differingLines(comparison), []);
    }
  });

  it('takes the connection of a client that is gone out of the file, and leaves the rest to the byte', () => {
    const { subject } = only(ofScim([]));
    assert.ok(subject.kind === 'scim');
    const before = scimText().replace('"connections"', '"owner": "Ops",\n  "connections"');
    const after = mendedText(before, subject, [{ kind: 'remove-connection' }]);
    assert.ok(after.kind === 'text');
    assert.match(after.text, /"owner": "Ops",\n {2}"connections": \[/);
    assert.doesNotMatch(after.text, new RegExp(ID));
  });

  it('is left alone in a file where another client needs the setting', () => {
    const other = '22222222-8a44-4d5c-9b0e-2f6f0a7d9e31';
    const text = frameworkText().replace(`'${ID}',`, `'${ID}',\n      'mypurecloud.de': '${other}',`);
    const { compared } = ofFramework(
      [],
      text,
      known(
        anOrg([agent({ authorizedGrantType: 'TOKEN' })]),
        anOrg(
          [
            agent({
              id: other,
              registeredRedirectUri: [
                'https://apps.mypurecloud.de/crm/index.html',
                'https://apps.mypurecloud.de/crm/authWindow.html',
              ],
            }),
          ],
          {
            account: 'account-2',
            region: 'mypurecloud.de',
          },
        ),
      ),
    );
    const [grant] = compared.flatMap(({ differences }) => differences);
    assert.deepEqual(grant?.file, { kind: 'not', why: 'others-need-setting' });
    assert.equal(compared[0]?.subject.kind === 'framework' && compared[0].subject.uri, FRAMEWORK_FILE.uri);
  });

  it('G9: a client of the implicit grant, which is withdrawn, does not get it back', () => {
    const before = agent({ authorizedGrantType: 'TOKEN' });
    const [found] = only(ofWritten(before, AGENT_CLIENT)).differences;
    assert.deepEqual(found?.org, { kind: 'not', why: 'implicit-withdrawn' });
    assert.equal(found?.file.kind, 'take-over');
  });

  it('says of code that was kept that nobody here can change it, and of nothing else', () => {
    for (const origin of WrittenOrigin.options) {
      const { compared } = ofWritten(AGENT_CLIENT, { ...AGENT_CLIENT, name: 'Others' }, origin);
      const [difference] = only({ compared, notCompared: [] }).differences;
      assert.ok(difference?.file.kind === 'take-over');
      assert.equal(difference.file.leavesCode, origin === 'exported');
      const isSaid = /The code that was kept stays as it is/.test(fileMendText(difference.file));
      assert.equal(isSaid, origin === 'exported');
    }
  });
});
