import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import type { Cause } from '../../src/core/doctor/cause.ts';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import type { Subject } from '../../src/core/doctor/subject.ts';
import {
  type DoctorAbout,
  type DoctorPageState,
  type DoctorPageTold,
  diagnosisOf,
} from '../../src/core/doctorPage/messages.ts';
import { createClient, type OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { Doctor } from '../../src/host/doctor/doctor.ts';
import { DoctorPage } from '../../src/host/doctor/doctorPage.ts';
import type { NextToDo } from '../../src/host/doctor/nextSteps.ts';
import { doNextStep, type StepTools } from '../../src/host/doctor/nextSteps.ts';
import { aboutClient } from '../../src/host/doctor/subjects.ts';
import { webviewTabs } from '../../src/host/ui/webviewTabs.ts';
import { automation, frameworkClient } from '../host/practiceClients.ts';
import { steer } from '../host/steer.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const CANARY = 'Zx81CanaryThatNobodyMayRead';

describe('Why a login or a call fails', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let told: DoctorPageTold[];
  let page: DoctorPage | undefined;
  let asked: NextToDo[];
  /** The pages at which a client was opened to be changed. */
  let edited: string[];
  let returned: vscode.EventEmitter<void>;
  /** What is done about a cause. */
  let doNext: (next: NextToDo) => Promise<void>;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    told = [];
    asked = [];
    edited = [];
    returned = new vscode.EventEmitter();
    doNext = async () => {};
  });

  afterEach(() => page?.dispose());

  /** A client that suits the framework but for this, made in the org that somebody then signs in to. */
  async function makeClient(differences: Partial<OAuthClientRequest> = {}): Promise<FoundClient> {
    const region = 'mypurecloud.com';
    const made = await createClient(await automation(window.org.baseUrl), {
      ...frameworkClient(region),
      ...differences,
    });
    assert.ok(made.ok, JSON.stringify(made));
    await window.connectAs('administrator');
    const { orgClients } = window.services;
    await orgClients.refresh();
    const [org] = orgClients.current();
    const client = org?.clients.find(({ id }) => id === made.value.client.id);
    assert.ok(org !== undefined && client !== undefined);
    return { org, client };
  }

  /** As a framework.js of the org's region uses it. */
  function inFramework({ org, client }: FoundClient): Subject {
    return {
      kind: 'framework',
      clientId: client.id,
      region: org.region,
      uri: 'file:///crm/src/framework.js',
      path: 'src/framework.js',
      line: 3,
      use: { dedicatedLoginWindow: 'off', usePKCEAuthFlow: 'on' },
    };
  }

  async function open(about: DoctorAbout): Promise<DoctorPage> {
    const services = { ...window.services, dialogs };
    const tools = {
      workspace: {
        now: async (subject: Subject) => subject,
        onDidChange: () => ({ dispose: () => undefined }),
      },
      onDidReturn: returned.event,
      doNext: async (next: NextToDo) => {
        asked.push(next);
        await doNext(next);
      },
      signIn: async () => await window.connectAs('administrator'),
    };
    page?.dispose();
    page = new DoctorPage(services, tools, about, (message) => told.push(message));
    await page.receive({ type: 'ready' });
    return page;
  }

  function shown(): DoctorPageState {
    const last = told.findLast((each) => each.type === 'state');
    assert.ok(last?.type === 'state');
    return last.state;
  }

  function causes(): readonly Cause[] {
    return diagnosisOf(shown().look)?.causes.map(({ cause }) => cause) ?? [];
  }

  it('is looked for at once, and nothing is found where nothing is wrong', async () => {
    const found = await makeClient();
    await open({ subject: inFramework(found) });
    const { look } = shown();
    assert.ok(look.kind === 'looked');
    assert.deepEqual(
      look.diagnosis.causes.map(({ cause }) => cause),
      [],
    );
    assert.equal(look.diagnosis.client?.name, found.client.name);
    assert.ok(look.diagnosis.inOrder.some(({ cause }) => cause === 'clock-wrong'));
    assert.ok(look.diagnosis.notLooked.some(({ reason }) => reason.why === 'browser'));
  });

  it('reads a practice org anew with each look, because what is rehearsed there changes it unseen', async () => {
    const found = await makeClient();
    const { id } = found.client;
    for (const about of [aboutClient(found), { subject: inFramework(found) }]) {
      await steer(window.org, 'POST', 'causes', { cause: 'client-not-active', client: id });
      await open(about);
      assert.deepEqual(causes(), ['client-not-active']);
      await steer(window.org, 'DELETE', 'causes');
    }
  });

  it('looks at a practice org again, quietly, when the person comes back from another window', async () => {
    const found = await makeClient();
    await open({ subject: inFramework(found) });
    for (const cause of ['hipaa-timeout', 'client-not-active'] as const) {
      await steer(window.org, 'POST', 'causes', { cause, client: found.client.id });
      const before = told.length;
      returned.fire();
      await until(() => causes().join() === cause);
      const meanwhile = told.slice(before).map((each) => each.type === 'state' && each.state.look.kind);
      assert.ok(!meanwhile.includes('looking'), meanwhile.join());
      await steer(window.org, 'DELETE', 'causes');
      returned.fire();
      await until(() => causes().length === 0);
    }
  });

  it('is found in what the client lacks, put right by its one next step, and looked at again by itself', async () => {
    const found = await makeClient({ registeredRedirectUri: ['https://crm.test/'] });
    doNext = async (next) => await doNextStep(stepTools(), next);
    const opened = await open({ subject: inFramework(found) });
    assert.equal(causes()[0], 'redirect-uri-missing');
    await opened.receive({ type: 'do-next', cause: 'redirect-uri-missing' });
    assert.deepEqual(causes(), []);
    assert.match(dialogs.said.join('\n'), /crm\/index\.html/);
  });

  function stepTools(): StepTools {
    const services = { ...window.services, dialogs };
    return {
      services,
      changes: new ClientChanges(services, dialogs),
      actOn: async () => {},
      edit: async (_, page) => {
        edited.push(page);
      },
      createClient: async () => {},
      makeScimToken: async () => {},
      signIn: async () => {},
    };
  }

  it('opens the client at the page of the wizard that the cause names', async () => {
    const found = await makeClient({ scope: ['users'] });
    doNext = async (next) => await doNextStep(stepTools(), next);
    const opened = await open({ subject: inFramework(found) });
    await opened.receive({ type: 'do-next', cause: 'scope-missing' });
    assert.deepEqual(edited, ['scopes']);
  });

  it('does only what the page has shown', async () => {
    const opened = await open({ subject: inFramework(await makeClient()) });
    await opened.receive({ type: 'do-next', cause: 'client-not-active' });
    assert.deepEqual(asked, []);
  });

  it('takes what a person says of the place, judges by it at once, and forgets it when it is taken back', async () => {
    const page = 'https://apps.mypurecloud.com/crm/acmecti/index.html';
    const found = await makeClient({ registeredRedirectUri: [page] });
    const opened = await open({ subject: inFramework(found) });
    assert.equal(causes()[0], 'partner-page');
    const before = (await window.requests()).length;
    await opened.receive({ type: 'place-told', place: { partner: 'acmecti' } });
    assert.deepEqual(causes(), []);
    const { subject } = shown().about;
    assert.equal(subject.kind === 'framework' && subject.partner, 'acmecti');
    await opened.receive({ type: 'place-told', place: { partner: '', site: 'crm.test' } });
    assert.equal(causes()[0], 'redirect-uri-missing');
    await opened.receive({ type: 'place-told', place: {} });
    assert.equal(causes()[0], 'partner-page');
    assert.equal((await window.requests()).length, before);
  });

  it('says what may not be looked at, and gives a request for it', async () => {
    const found = await makeClient();
    await window.turn({ permissionsTaken: { administrator: ['directory:organization:admin'] } });
    const opened = await open({ subject: inFramework(found) });
    const unread = diagnosisOf(shown().look)?.notLooked.find(({ cause }) => cause === 'ip-not-allowed');
    assert.deepEqual(unread?.reason, { why: 'not-allowed', permissions: ['directory:organization:admin'] });
    await opened.receive({ type: 'copy-request', cause: 'ip-not-allowed' });
    assert.match(await vscode.env.clipboard.readText(), /directory:organization:admin/);
    assert.deepEqual(told.at(-1), { type: 'copied-request', cause: 'ip-not-allowed' });
    await opened.receive({ type: 'copy-report' });
    assert.match(await vscode.env.clipboard.readText(), new RegExp(found.client.name));
  });

  it('goes on with what can be read where something fails, and says what does not', async () => {
    const found = await makeClient();
    await window.trouble({ kind: 'server-error', times: 9, operation: 'GET /api/v2/tokens/timeout' });
    await open({ subject: inFramework(found) });
    const unread = diagnosisOf(shown().look)?.notLooked.find(({ cause }) => cause === 'inactivity-timeout');
    assert.equal(unread?.reason.why, 'failed');
    assert.ok(diagnosisOf(shown().look)?.inOrder.some(({ cause }) => cause === 'hipaa-timeout'));
  });

  it('follows a change that is made elsewhere, and a deletion', async () => {
    const { org, client } = await makeClient();
    await open({ subject: inFramework({ org, client }) });
    const { orgClients } = window.services;
    for (const cause of ['client-not-active', 'client-missing'] as const) {
      await steer(window.org, 'POST', 'causes', { cause, client: client.id });
      await orgClients.refreshOf([org.account]);
      await until(() => causes()[0] === cause);
      await steer(window.org, 'DELETE', 'causes');
    }
  });

  it('says that what is shown is of before once nobody is signed in, and looks again when somebody is', async () => {
    const found = await makeClient();
    await open({ subject: inFramework(found) });
    await window.signOutElsewhere();
    await until(() => shown().signedOut && !shown().anybodySignedIn);
    const looks = () => told.filter((each) => each.type === 'state' && each.state.look.kind === 'looking');
    const before = looks().length;
    await window.connectAs('administrator');
    await until(() => !shown().signedOut && shown().look.kind === 'looked' && looks().length > before);
  });

  it('is answered by the text alone where nobody is signed in, and by the client once somebody is', async () => {
    const opened = await open({ subject: { kind: 'text' } });
    assert.deepEqual(shown().look, { kind: 'unasked' });
    const text = 'HTTP/1.1 429\n{"status":429,"code":"too.many.requests"}';
    await opened.receive({ type: 'told', told: readSymptoms(text) });
    assert.equal(causes()[0], 'rate-limited');
    assert.equal(shown().anybodySignedIn, false);
    assert.deepEqual(await window.requests(), []);
    // A client that is named is known: it is the org that is not.
    await opened.receive({
      type: 'told',
      told: readSymptoms(`${text} client_id=5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31`),
    });
    const unlooked = diagnosisOf(shown().look)?.notLooked ?? [];
    assert.deepEqual(
      unlooked.filter(({ reason }) => reason.why === 'no-client'),
      [],
    );
    await opened.receive({ type: 'told', told: readSymptoms(text) });
    await window.connectAs('administrator');
    await until(() => shown().anybodySignedIn && shown().look.kind === 'looked');
    assert.equal(causes()[0], 'rate-limited');
  });

  it('is looked for at the one of several clients that the person chooses, and at no other', async () => {
    const { client } = await makeClient({ name: 'Meant' });
    const other = '99999999-2222-4333-8444-555566667777';
    const opened = await open({ subject: { kind: 'text' } });
    const notes = [{ kind: 'several-clients' as const, clientIds: [client.id, other] }];
    await opened.receive({
      type: 'told',
      told: { ...readSymptoms(''), notes, clientIds: [client.id, other] },
    });
    const { look } = shown();
    assert.ok(look.kind === 'looked');
    assert.equal(look.meant[0]?.name, 'Meant');
    await opened.receive({ type: 'choose-client', clientId: '11111111-2222-4333-8444-555566667777' });
    assert.equal(diagnosisOf(shown().look)?.client, undefined);
    await opened.receive({ type: 'choose-client', clientId: client.id });
    assert.equal(diagnosisOf(shown().look)?.client?.name, 'Meant');
  });

  it('changes none of several clients as long as nobody has said which one is meant', async () => {
    const { client } = await makeClient();
    doNext = async (next) => await doNextStep(stepTools(), next);
    const opened = await open({ subject: { kind: 'text' } });
    const refused = JSON.stringify({
      status: 403,
      code: 'app.not.authorized.for.scope',
      message: 'App not authorized to use scope presence',
    });
    const text = `client_id=${client.id}\nclient_id=99999999-2222-4333-8444-555566667777\n${refused}`;
    await opened.receive({ type: 'told', told: readSymptoms(text) });
    assert.equal(causes()[0], 'scope-missing');
    await opened.receive({ type: 'do-next', cause: 'scope-missing' });
    assert.deepEqual(
      asked.map(({ found }) => found),
      [undefined],
    );
  });

  it('tells nothing by a text about another client than the one that is looked at', async () => {
    const found = await makeClient();
    const opened = await open({ subject: inFramework(found) });
    const text = 'client_id=99999999-2222-4333-8444-555566667777 invalid_client code_verifier is missing';
    await opened.receive({ type: 'told', told: readSymptoms(text) });
    assert.deepEqual(causes(), []);
    assert.equal(diagnosisOf(shown().look)?.textTells, 'other-client');
  });

  it('asks no org for its settings that does not have the client', async () => {
    await makeClient();
    const before = await window.received('GET /api/v2/tokens/timeout');
    await open({
      subject: {
        kind: 'client',
        clientId: '99999999-2222-4333-8444-555566667777',
        region: 'mypurecloud.com',
      },
    });
    assert.deepEqual(causes(), ['client-missing']);
    assert.equal(await window.received('GET /api/v2/tokens/timeout'), before);
  });

  it('can be cancelled, and looked for again', async () => {
    const found = await makeClient();
    await window.answersAfter(400);
    const looking = open({ subject: inFramework(found) });
    await until(() => told.some((each) => each.type === 'state' && each.state.look.kind === 'looking'));
    await page?.receive({ type: 'cancel' });
    await looking;
    assert.equal(shown().look.kind, 'cancelled');
    await window.answersAfter(0);
    await page?.receive({ type: 'look-again' });
    assert.equal(shown().look.kind, 'looked');
  });

  it('tells no log and no org what was pasted, nor what is no message of the page', async () => {
    await makeClient();
    const opened = await open({ subject: { kind: 'text' } });
    const text = `curl -H 'Authorization: Bearer ${CANARY}' -d 'client_secret=${CANARY}' https://api.mypurecloud.com/api/v2/users/me\n{"status":401,"code":"bad.credentials"}`;
    await opened.receive({ type: 'told', told: readSymptoms(text) });
    assert.equal(causes()[0], 'token-ended');
    await opened.receive({ type: 'told', told: text });
    await opened.receive(text);
    const everything = JSON.stringify([window.logged, await window.requests(), told, dialogs.said]);
    assert.ok(!everything.includes(CANARY));
    assert.ok(!window.remembers().includes(CANARY));
  });

  describe('in VS Code', () => {
    const VIEW_TYPE = 'genesysOAuth.doctor';
    const mentions = { all: async () => new Map(), onDidChange: () => ({ dispose: () => undefined }) };

    afterEach(async () => {
      await vscode.window.tabGroups.close(webviewTabs(VIEW_TYPE));
    });

    function doctor(): Doctor {
      return new Doctor({ ...window.services, dialogs }, mentions, {
        ...stepTools(),
        signIn: async () => undefined,
      });
    }

    it('has one tab for each subject, called after the client', async () => {
      const found = await makeClient();
      const subject = inFramework(found);
      const own = doctor();
      await own.ask({ subject, name: 'My CRM' });
      await own.ask({ subject, name: 'My CRM' });
      await own.ask({ subject: { kind: 'text' } });
      await until(() => webviewTabs(VIEW_TYPE).length === 2);
      assert.deepEqual(
        webviewTabs(VIEW_TYPE)
          .map(({ label }) => label)
          .sort(),
        ['Why does it fail?', 'Why? My CRM'],
      );
    });

    it('looks again where it is asked once more for what a tab shows already', async () => {
      const found = await makeClient();
      const own = doctor();
      const about = { subject: inFramework(found), name: 'My CRM' };
      const read = async () => await window.received('GET /api/v2/tokens/timeout');
      await own.ask(about);
      await until(async () => (await read()) === 1);
      await own.ask(about);
      await until(async () => (await read()) === 2);
    });

    it('leaves the tab of another subject open that is called the same', async () => {
      const found = await makeClient();
      const subject = inFramework(found);
      const own = doctor();
      await own.ask({ subject, name: 'My CRM' });
      await until(() => webviewTabs(VIEW_TYPE).some(({ label }) => label === 'Why? My CRM'));
      await own.ask({ subject: { ...subject, uri: 'file:///crm/src/other.js' }, name: 'My CRM' });
      await until(() => webviewTabs(VIEW_TYPE).length === 2);
    });

    it('asks what it is about, and opens nothing when that is called off', async () => {
      await doctor().ask(undefined);
      assert.match(dialogs.said.join('\n'), /What is it about\?/);
      assert.deepEqual(webviewTabs(VIEW_TYPE), []);
      dialogs.choices = ['What I see…'];
      await doctor().ask(undefined);
      await until(() => webviewTabs(VIEW_TYPE).length === 1);
    });

    it('has its subject again after a reload, or is closed with a word', async () => {
      const found = await makeClient();
      const own = doctor();
      const aTab = () => vscode.window.createWebviewPanel(VIEW_TYPE, '?', vscode.ViewColumn.Active);
      const panel = aTab();
      own.reopen(panel, { subject: inFramework(found), name: 'My CRM' });
      await until(() => panel.title === 'Why? My CRM');
      for (const kept of [undefined, {}, { subject: { kind: 'rain' } }]) {
        own.reopen(aTab(), kept);
        assert.match(dialogs.said.at(-1) ?? '', /could not be opened again/);
      }
    });
  });
});
