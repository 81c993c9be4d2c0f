import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { FRAMEWORK_SCOPES, frameworkRedirectUris } from '../../../src/core/clients/frameworkNeeds.ts';
import { compareWritten } from '../../../src/core/drift/compareWritten.ts';
import type { Comparison } from '../../../src/core/drift/comparison.ts';
import { compareFramework } from '../../../src/core/drift/framework.ts';
import { writtenFields } from '../../../src/core/drift/written.ts';
import { clientEffects, makeChange, prepareChange } from '../../../src/core/operations/changeClient.ts';
import { type ClientRecord, clientOf, updateClient } from '../../../src/core/platform/clientRecord.ts';
import { createClient, type OAuthClientRequest } from '../../../src/core/platform/oauthClients.ts';
import type { Connection } from '../../../src/core/platform/request.ts';
import { sidesOf } from '../../../src/core/texts/drift.ts';
import { automation } from '../../host/practiceClients.ts';
import { useOrg } from '../../org/useOrg.ts';
import { FRAMEWORK_FILE, known, TODAY } from './scenes.ts';

const REGION = 'mypurecloud.com';
const PAGE = `https://apps.${REGION}/crm/index.html`;
const WINDOW_PAGE = `https://apps.${REGION}/crm/authWindow.html`;

const AGENTS: OAuthClientRequest = {
  name: 'Agents',
  description: 'For the desks',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [...frameworkRedirectUris(REGION, true)],
  scope: [...FRAMEWORK_SCOPES],
};

/** What another client makes of one, and the lines that differ then. */
type Cases = Readonly<Record<string, readonly [Readonly<Record<string, unknown>>, readonly string[]]>>;

const IN_FILE: Cases = {
  state: [{ state: 'inactive' }, ['− State: active', '+ State: inactive']],
  'grant type': [
    { authorizedGrantType: 'TOKEN' },
    ['− Grant Type: Code Authorization / PKCE', '+ Grant Type: Implicit Grant (Browser)'],
  ],
  'redirect URIs': [{ registeredRedirectUri: [PAGE] }, [`− Authorized Redirect URIs: ${WINDOW_PAGE}`]],
  scopes: [{ scope: FRAMEWORK_SCOPES.filter((scope) => scope !== 'users') }, ['− Scopes: users']],
};

const WRITTEN: Cases = {
  ...IN_FILE,
  name: [
    { name: '=HYPERLINK("x") <b>エージェント</b> *a*' },
    ['− App Name: Agents', '+ App Name: =HYPERLINK("x") <b>エージェント</b> *a*'],
  ],
  description: [{ description: '' }, ['− Description: For the desks', '+ Description: nothing']],
  duration: [
    { accessTokenValiditySeconds: 600 },
    ['− Token Duration: 18 hours', '+ Token Duration: 10 minutes'],
  ],
  'scope too many': [{ scope: [...FRAMEWORK_SCOPES, 'oauth'] }, ['+ Scopes: oauth']],
};

describe('A client of an org that another client has changed', () => {
  const org = useOrg();
  let to: Connection;
  let id: string;

  beforeEach(async () => {
    to = await automation(org().baseUrl);
    const made = await createClient(to, AGENTS);
    assert.ok(made.ok, JSON.stringify(made));
    ({ id } = made.value.client);
  });

  const effects = () => clientEffects(async (call) => await call(to), id);

  async function stored(): Promise<ClientRecord> {
    const read = await effects().read();
    assert.ok(read.ok, JSON.stringify(read));
    return read.value;
  }

  async function changes(changed: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await updateClient(to, id, { ...(await stored()), ...changed });
    assert.ok(answer.ok, JSON.stringify(answer));
  }

  /** The lines that are not on the other side: what was meant with −, what is there with +. */
  function differing(comparison: Comparison): string[] {
    const sides = sidesOf(comparison, 'en');
    const [left, right] = [sides.meant.split('\n'), sides.there.split('\n')];
    return [
      ...left.filter((line) => !right.includes(line)).map((line) => `− ${line}`),
      ...right.filter((line) => !left.includes(line)).map((line) => `+ ${line}`),
    ];
  }

  async function makeOrgMatch({ differences }: Comparison): Promise<void> {
    const wanted = differences.flatMap(({ org: mend }) => (mend.kind === 'change' ? [mend.change] : []));
    const prepared = await prepareChange(effects(), wanted);
    assert.ok(prepared.kind === 'ready', JSON.stringify(prepared));
    const outcome = await makeChange(effects(), prepared.preview, wanted);
    assert.equal(outcome.kind, 'changed', JSON.stringify(outcome));
  }

  const orgWith = (client: ClientRecord) => ({
    ...{ account: 'a', orgName: 'Practice Org', region: REGION, practice: true, readAt: '' },
    clients: [clientOf(client)],
  });

  const text = () =>
    `window.Framework = { config: { clientIds: { '${REGION}': '${id}' }, settings: { dedicatedLoginWindow: true, usePKCEAuthFlow: true } } };\n`;

  async function inFile(): Promise<Comparison> {
    const all = compareFramework({ ...FRAMEWORK_FILE, text: text() }, known(orgWith(await stored())), TODAY);
    const [comparison] = all.compared;
    assert.ok(comparison, JSON.stringify(all));
    return comparison;
  }

  for (const [what, [changed, lines]] of Object.entries(WRITTEN))
    it(`shows its ${what} beside what was written here, and gets it back, or is taken for what is meant`, async () => {
      const before = await stored();
      const written = {
        at: '2026-11-23T09:00:00Z',
        origin: 'saved' as const,
        fields: writtenFields(clientOf(before)),
      };
      const compare = async (by = written) => {
        const { clients: _, readAt: __, ...at } = orgWith(before);
        return compareWritten({ clientId: id, org: at, written: by }, clientOf(await stored()), TODAY);
      };
      await changes(changed);
      const comparison = await compare();
      assert.deepEqual(differing(comparison), lines);
      const takenOver = { ...written, fields: writtenFields(clientOf(await stored())) };
      assert.deepEqual((await compare(takenOver)).differences, []);
      await makeOrgMatch(comparison);
      const { dateModified: _, modifiedBy: __, ...given } = await stored();
      assert.deepEqual({ ...before, ...given }, before);
      assert.deepEqual((await compare()).differences, []);
    });

  for (const [what, [changed, lines]] of Object.entries(IN_FILE))
    it(`shows its ${what} beside what framework.js needs, and gets it back`, async () => {
      assert.deepEqual((await inFile()).differences, []);
      await changes(changed);
      const comparison = await inFile();
      assert.deepEqual(differing(comparison), lines);
      await makeOrgMatch(comparison);
      assert.deepEqual((await inFile()).differences, []);
      const now: Readonly<Record<string, unknown>> = clientOf(await stored());
      for (const [field, value] of Object.entries(AGENTS))
        assert.deepEqual([now[field]].flat().toSorted(), [value].flat().toSorted(), field);
    });
});
