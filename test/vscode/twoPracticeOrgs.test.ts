import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'mocha';
import type { ClientPageTold } from '../../src/core/clientPage/messages.ts';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { placeOf } from '../../src/core/texts/regions.ts';
import { wayNeeds } from '../../src/core/texts/ways.ts';
import { ClientPage } from '../../src/host/clientPage/clientPage.ts';
import { carryOutOn } from '../../src/host/clients/carryOut.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { tokenHost } from '../../src/host/scim/tokenHost.ts';
import { accountRow } from '../../src/host/signIn/accountStatus.ts';
import { startAnotherPracticeOrg, startPracticeOrg } from '../../src/host/signIn/commands.ts';
import { steer } from '../../src/host/signIn/practiceOrg.ts';
import { type PracticeOrg, practiceHosts } from '../../src/core/signIn/practiceOrg.ts';
import { rehearseTrouble } from '../../src/host/signIn/rehearseTrouble.ts';
import { resetPracticeOrg } from '../../src/host/signIn/resetPracticeOrg.ts';
import { wizardPorts } from '../../src/host/wizard/ports.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { AGENT_DESKTOP } from '../host/practiceClients.ts';
import { requestsTo } from '../host/steer.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { noClients } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const HOME = 'mypurecloud.com';
const TOKYO = 'mypurecloud.jp';

describe('Practice orgs of two regions', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
  });

  const services = () => ({ ...window.services, dialogs });

  /** As by the command, and of the first one whatever was chosen before. */
  async function startTokyo(): Promise<PracticeOrg> {
    dialogs.choices = [placeOf(TOKYO)];
    await startAnotherPracticeOrg(services());
    return await window.services.practiceOrgs.reach(TOKYO);
  }

  async function signInTo(region: string, at = window): Promise<void> {
    at.person.habits = { loginHint: 'administrator', practiceRegion: region };
    await at.connect('practice-org');
    assert.deepEqual(at.state().connecting, { kind: 'connected' });
  }

  async function sessionIn(region: string) {
    const session = (await window.services.sessions.all()).find((each) => each.region === region);
    assert.ok(session);
    return session;
  }

  const switchesOf = async (org: PracticeOrg) => JSON.parse(await steer(org, 'GET switches'));

  it('are offered by one command alone: who has one practice org is asked nothing new', async () => {
    await window.connectAs('administrator');
    await startPracticeOrg(services());
    await resetPracticeOrg(services());
    assert.deepEqual(window.person.asked, []);
    assert.equal(
      dialogs.said.some((said) => /by its region|the others/.test(said)),
      false,
    );
  });

  it('are begun in any region that there is none of', async () => {
    await startTokyo();
    assert.equal(dialogs.rows.length, 17, 'all regions but the one that everybody has');
    assert.match(
      dialogs.said.at(-1) ?? '',
      /^The practice org of Asia Pacific \(Tokyo\), mypurecloud\.jp listens at http:/,
    );
    assert.deepEqual(await window.services.practiceOrgs.regions(), [HOME, TOKYO]);
    await startAnotherPracticeOrg(services());
    assert.equal(
      dialogs.rows.some(({ label }) => label === placeOf(TOKYO)),
      false,
    );
  });

  it('are signed in to side by side, and told apart wherever they are named', async () => {
    await startTokyo();
    await signInTo(HOME);
    await signInTo(TOKYO);
    assert.deepEqual(window.person.asked, ['practice org', 'practice org']);
    const sessions = await window.services.sessions.all();
    assert.deepEqual(
      sessions.map(({ region }) => region),
      [HOME, TOKYO],
    );
    assert.equal(new Set(sessions.map(({ account }) => account.id)).size, 2);
    await until(() => window.services.orgClients.orgs().length === 2);
    const names = window.services.orgClients.orgs().map(({ orgName }) => orgName);
    assert.match(names.join(), /Practice Org · .*mypurecloud\.com,.*Practice Org · .*mypurecloud\.jp/);
    assert.deepEqual(
      sessions.map((session) => accountRow(session).description),
      [HOME, TOKYO].map((region) => `practice org, ${placeOf(region)}`),
    );
    const ways = (await window.services.signIn.ways()).filter(({ kind }) => kind === 'signed-in');
    assert.ok(ways.every((way) => /practice org/.test(wayNeeds(way))));
  });

  it('have clients of their own: what is made in one is not in the other', async () => {
    const tokyo = await startTokyo();
    await signInTo(TOKYO);
    const to = await window.services.connections.of(await sessionIn(TOKYO));
    assert.ok((await createClient(to, AGENT_DESKTOP)).ok);
    assert.ok((await requestsTo(tokyo)).includes('POST /api/v2/oauth/clients'));
    assert.equal(await window.clientsCreated(), 0);
  });

  it('are both shared by another window', async () => {
    const tokyo = await startTokyo();
    await signInTo(TOKYO);
    const other = await windows.open({ beside: window });
    assert.deepEqual(await other.services.practiceOrgs.regions(), [HOME, TOKYO]);
    assert.equal((await other.services.practiceOrgs.reach(TOKYO)).baseUrl, tokyo.baseUrl);
    const before = (await requestsTo(tokyo)).length;
    const result = await other.services.connections.call((await sessionIn(TOKYO)).account.id, async (to) => {
      return await createClient(to, AGENT_DESKTOP);
    });
    assert.ok(result.ok);
    assert.equal((await requestsTo(tokyo)).length, before + 1);
  });

  it('are reset one at a time: the other keeps its clients and its sign-in', async () => {
    await startTokyo();
    await signInTo(HOME);
    await signInTo(TOKYO);
    await steer(await window.services.practiceOrgs.reach(TOKYO), 'PATCH switches', { body: { hipaa: true } });
    await steer(window.org, 'PATCH switches', { body: { hipaa: true } });
    dialogs.choices = [placeOf(TOKYO), 'Reset'];
    await resetPracticeOrg(services());
    assert.match(
      dialogs.said.join('\n'),
      /The one of Asia Pacific \(Tokyo\).*; the others stay as they are\./,
    );
    assert.deepEqual(
      (await window.services.sessions.all()).map(({ region }) => region),
      [HOME],
    );
    assert.equal((await switchesOf(await window.services.practiceOrgs.reach(TOKYO))).hipaa, false);
    assert.equal((await switchesOf(window.org)).hipaa, true);
  });

  it('have trouble one at a time', async () => {
    const tokyo = await startTokyo();
    dialogs.choices = [placeOf(TOKYO), 'Choose What Goes Wrong', 'HIPAA is on'];
    await rehearseTrouble(services());
    assert.equal((await switchesOf(tokyo)).hipaa, true);
    assert.equal((await switchesOf(window.org)).hipaa, false);
  });

  it('are one again when the other is removed, in whichever window it was started', async () => {
    const tokyo = await startTokyo();
    await signInTo(HOME);
    await signInTo(TOKYO);
    const other = await windows.open({ beside: window });
    dialogs.choices = [placeOf(TOKYO), 'Remove'];
    await resetPracticeOrg({ ...other.services, dialogs });
    const [, aside = ''] =
      /is removed\. What it held is kept in (.+)\.$/.exec(dialogs.said.at(-1) ?? '') ?? [];
    assert.match(await readFile(aside, 'utf8'), /"clients":/);
    await assert.rejects(fetch(tokyo.baseUrl));
    for (const { services } of [window, other]) {
      assert.deepEqual(await services.practiceOrgs.regions(), [HOME]);
      assert.deepEqual(
        (await services.sessions.all()).map(({ region }) => region),
        [HOME],
      );
    }
    // It can be had again, and begins anew.
    assert.equal((await startTokyo()).region, TOKYO);
  });

  it('say what to do when what one holds is of no use, and lose nothing', async () => {
    const state = join(window.storage.path, `practice-org.${TOKYO}.json`);
    await writeFile(state, '{"version":1,"divi');
    window.person.habits = { loginHint: 'administrator', practiceRegion: TOKYO };
    await window.connect('practice-org');
    const { connecting } = window.state();
    assert.ok(connecting.kind === 'disconnected');
    assert.equal(connecting.failure?.kind, 'practice-org-state-unusable');
    dialogs.choices = [placeOf(TOKYO), placeOf(TOKYO), 'Reset'];
    await startPracticeOrg(services());
    assert.match(dialogs.said.at(-1) ?? '', /did not start\. .* left as it is\. .*Reset Practice Org/);
    await resetPracticeOrg(services());
    const [, aside = ''] = /is kept in (.+)\.$/.exec(dialogs.said.at(-1) ?? '') ?? [];
    assert.equal(await readFile(aside, 'utf8'), '{"version":1,"divi');
    await signInTo(TOKYO);
  });

  describe('and a secret', () => {
    const CONNECTION = {
      provider: 'entra',
      holdsToken: true,
      start: 0,
      end: 0,
      clientId: automationClient.id,
    };
    const hostOf = async (region: string) => {
      const found = await tokenHost(window.services, { ...CONNECTION, region, practice: true });
      return found.ok ? found.host.loginUrl : undefined;
    };
    const keep = async (region: string) =>
      await window.services.secrets.keep(
        { id: automationClient.id, name: 'Any', orgName: 'Practice Org', region, practice: true },
        'a secret',
      );

    it('goes to the org that it was made in, and nowhere where a file says another', async () => {
      const tokyo = await startTokyo();
      await signInTo(HOME);
      await signInTo(TOKYO);
      // Both orgs are born with a client of this ID.
      await window.services.orgClients.refresh();
      for (const [kept, org] of [
        [HOME, window.org],
        [TOKYO, tokyo],
      ] as const) {
        await keep(kept);
        for (const written of [HOME, TOKYO]) {
          const home = written === kept ? practiceHosts(org).loginUrl : undefined;
          assert.equal(await hostOf(written), home, `${kept} ${written}`);
        }
      }
    });

    it('is of one of two clients of the same ID: the other has none, and its deletion takes none away', async () => {
      await startTokyo();
      await signInTo(HOME);
      await signInTo(TOKYO);
      const { orgClients, secrets } = window.services;
      await orgClients.refresh();
      await keep(HOME);
      const foundIn = (region: string) => {
        const found = orgClients.whereIs(region, automationClient.id);
        assert.ok(found.kind === 'in-one');
        return found;
      };
      const wizard = wizardPorts(services(), noClients).secrets;
      for (const region of [HOME, TOKYO]) {
        const has = region === HOME;
        assert.equal(await saysKept(foundIn(region)), has, region);
        const secret = await wizard.get(automationClient.id, { region, practice: true });
        assert.equal(secret, has ? 'a secret' : undefined, region);
      }
      const changes = new ClientChanges(services(), dialogs);
      await carryOutOn(services(), dialogs, changes, foundIn(TOKYO), { kind: 'delete' });
      assert.equal(orgClients.whereIs(TOKYO, automationClient.id).kind, 'unknown');
      assert.equal(await secrets.get(automationClient.id), 'a secret');
      await carryOutOn(services(), dialogs, changes, foundIn(HOME), { kind: 'delete' });
      assert.equal(await secrets.get(automationClient.id), undefined);
    });

    /** Whether the page of a client says that its secret is kept. */
    async function saysKept(found: FoundClient): Promise<boolean | undefined> {
      let told: ClientPageTold | undefined;
      const mentions = { of: async () => [], onDidChange: () => ({ dispose: () => undefined }) };
      const nothing = async () => {};
      const page = new ClientPage(
        services(),
        { mentions, act: nothing, signIn: nothing },
        found,
        (message) => {
          told = message;
        },
      );
      await page.receive({ type: 'ready' });
      page.dispose();
      return told?.type === 'client' ? told.state.keepsSecret : undefined;
    }

    it('goes nowhere where a file alone names a practice org that there is none of', async () => {
      assert.equal(await hostOf('mypurecloud.de'), undefined);
      assert.equal(await hostOf('../../elsewhere'), undefined);
      assert.deepEqual(await window.services.practiceOrgs.regions(), [HOME]);
      assert.equal(await hostOf(HOME), practiceHosts(window.org).loginUrl);
    });
  });
});
