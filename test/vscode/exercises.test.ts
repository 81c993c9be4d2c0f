import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { rehearseTrouble } from '../../src/host/signIn/rehearseTrouble.ts';
import { causeIds, causes } from '../../src/practiceOrg/practice/causes.ts';
import { steer } from '../host/steer.ts';
import { automationToken } from './automation.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

const NOBODY = 'Exercise: Nobody Can Log In';
const CALL = 'Exercise: A Call Fails';
const DESK = 'Desk in the CRM';
const DISABLED = 'Former Wallboard';
const Standing = z.object({
  inForce: z.array(z.object({ cause: z.string(), clientId: z.string(), shows: z.string() })),
});

describe('An exercise of Rehearse Trouble', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let asked: [command: string, about: unknown][];
  const { executeCommand } = vscode.commands;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    asked = [];
    await create('Billing', 'https://billing.practice.example/callback');
    await create(DESK, 'https://apps.mypurecloud.com/crm/index.html');
    await disable(await create(DISABLED, 'https://apps.mypurecloud.com/crm/index.html'));
    Reflect.set(vscode.commands, 'executeCommand', async (command: string, about: unknown) => {
      asked.push([command, about]);
    });
  });
  afterEach(async () => {
    Reflect.set(vscode.commands, 'executeCommand', executeCommand);
    await steer(window.org, 'POST', 'reset');
  });

  async function ask(method: string, path: string, body: object): Promise<unknown> {
    const authorization = `Bearer ${await automationToken(window)}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const url = `${window.org.baseUrl}/api/v2/oauth/clients${path}`;
    return await (await fetch(url, { method, headers, body: JSON.stringify(body) })).json();
  }
  async function create(name: string, redirectUri: string): Promise<unknown> {
    const scope = ['user-basic-info', 'conversations'];
    return await ask('POST', '', {
      name,
      authorizedGrantType: 'CODE',
      scope,
      registeredRedirectUri: [redirectUri],
    });
  }
  async function disable(client: unknown): Promise<void> {
    const { id, secret: _, ...body } = z.looseObject({ id: z.string() }).parse(client);
    await ask('PUT', `/${id}`, { ...body, state: 'disabled' });
  }
  const inForce = async () => Standing.parse(await (await steer(window.org, 'GET', 'causes')).json()).inForce;
  /** Runs the command in a window, and chooses these rows one after the other. */
  async function rehearse(choices: string[], random = 0, place = window): Promise<void> {
    dialogs.choices = choices;
    await rehearseTrouble({ ...place.services, dialogs }, () => random);
  }
  const labels = () => dialogs.rows.map(({ label }) => label);
  const all = async () => ({
    clients: JSON.stringify(
      await (await fetch(`${window.org.baseUrl}/api/v2/oauth/clients`, await asAdmin())).json(),
    ),
    switches: await (await steer(window.org, 'GET', 'switches')).json(),
  });
  async function asAdmin(): Promise<RequestInit> {
    if ((await window.stored()).length === 0) await window.connectAs('administrator');
    return { headers: { authorization: `Bearer ${(await window.stored()).at(-1)?.accessToken}` } };
  }

  it('makes one thing wrong for the client that is chosen, and does not say what', async () => {
    await rehearse([NOBODY, DESK]);
    const [exercise, another] = await inForce();
    assert.ok(exercise);
    assert.equal(another, undefined);
    assert.ok(['no-login', 'setting-only'].includes(exercise.shows));
    const said = dialogs.said.join('\n');
    assert.match(said, /Nobody can log in with the client "Desk in the CRM"/);
    for (const id of causeIds) {
      assert.ok(!said.includes(id), id);
      assert.ok(!said.includes(causes[id].does), id);
    }
  });

  it('has the clients of the framework first, and only those that are active and can have this trouble', async () => {
    await rehearse([CALL]);
    assert.deepEqual(labels(), [DESK, 'Practice Automation', 'Billing']);
    await rehearse([NOBODY]);
    assert.deepEqual(labels(), [DESK, 'Billing'], 'nobody logs in with client credentials');
    assert.equal(dialogs.rows[0]?.description, 'Embeddable Framework');
    assert.deepEqual(await inForce(), []);
  });

  it('takes each of its causes in turn, by chance, and none of another kind', async () => {
    const met = new Set<string>();
    for (let at = 0; at < 20; at++) {
      await rehearse([CALL, DESK], at / 20);
      const [exercise] = await inForce();
      assert.ok(exercise);
      assert.ok(!['no-login', 'setting-only', 'no-login-without-pkce'].includes(exercise.shows));
      met.add(exercise.cause);
      await rehearse(['End the Exercise']);
    }
    assert.ok(met.size >= 6, [...met].join(', '));
  });

  it('is the same in a second window, where the cause can be revealed', async () => {
    const before = await all();
    await rehearse([NOBODY, DESK], 0.999);
    const [exercise] = await inForce();
    const other = await windows.open({ beside: window });
    await rehearse(['Reveal the Cause'], 0, other);
    assert.deepEqual(labels(), ['Find Out Why', 'Copy What Is Seen', 'Reveal the Cause', 'End the Exercise']);
    const does = causeIds.find((id) => id === exercise?.cause);
    assert.ok(does);
    assert.equal(dialogs.said.at(-1), causes[does].does);
    assert.equal((await inForce()).length, 1, 'it goes on');
    dialogs.clicks = 'End the Exercise';
    dialogs.accepts = true;
    await rehearse(['Reveal the Cause'], 0, other);
    assert.deepEqual(await inForce(), []);
    assert.deepEqual(await all(), before);
  });

  describe('that is begun in two windows at once', () => {
    let other: Rehearsal;
    /** What the person at the second window is asked and told. */
    let second: FakeDialogs;

    beforeEach(async () => {
      other = await windows.open({ beside: window });
      second = new FakeDialogs();
    });

    /** The first window begins one while the second has the list of clients open; then the second goes on so. */
    async function beginBoth(choices: readonly string[]): Promise<void> {
      const choose = second.choose.bind(second);
      second.choose = async (question, rows) => {
        if (/about/.test(question.placeholder)) await rehearse([NOBODY, DESK]);
        return await choose(question, rows);
      };
      second.choices = [CALL, DESK, ...choices];
      await rehearseTrouble({ ...other.services, dialogs: second }, () => 0.5);
    }

    it('is one: the second person is told since when it is under way, and joins it', async () => {
      await beginBoth(['Find Out Why']);
      const [exercise, another] = await inForce();
      assert.equal(another, undefined);
      assert.ok(['no-login', 'setting-only'].includes(exercise?.shows ?? ''), 'the first one');
      assert.match(second.said.at(-1) ?? '', /Nobody Can Log In: Under way since .*\d.*Desk in the CRM/);
      assert.deepEqual(asked.at(-1)?.[0], 'genesysOAuth.doctor');
    });

    it('is ended by the second person as well, and by nobody twice', async () => {
      await beginBoth(['End the Exercise']);
      assert.deepEqual(await inForce(), []);
      const choose = dialogs.choose.bind(dialogs);
      await rehearse([NOBODY, DESK]);
      dialogs.choose = async (question, rows) => {
        // Meanwhile the other one ends it, and begins one of another kind.
        await steer(window.org, 'DELETE', 'causes');
        await steer(window.org, 'POST', 'causes', { cause: 'hipaa-timeout', client: DESK });
        return await choose(question, rows);
      };
      await rehearse(['End the Exercise']);
      assert.match(dialogs.said.at(-1) ?? '', /has ended already/);
      assert.deepEqual(
        (await inForce()).map(({ cause }) => cause),
        ['hipaa-timeout'],
      );
    });
  });

  it('leads to the command that finds out why, with the client that it is about', async () => {
    dialogs.clicks = 'Find Out Why';
    dialogs.accepts = true;
    await rehearse([NOBODY, DESK]);
    const [exercise] = await inForce();
    const { region } = window.org;
    const subject = { kind: 'client', clientId: exercise?.clientId, region, practice: true };
    assert.deepEqual(asked, [['genesysOAuth.doctor', { subject }]]);
    await rehearse(['Find Out Why']);
    assert.equal(asked.length, 2);
  });

  it('gives what is seen of it, which says nothing of the cause that the client itself would not be told', async () => {
    await rehearse([NOBODY, DESK]);
    const [exercise] = await inForce();
    await rehearse(['Copy What Is Seen']);
    const seen = await vscode.env.clipboard.readText();
    assert.match(dialogs.said.at(-1) ?? '', /^What is seen is on the clipboard\./);
    assert.match(seen, /^https:\/\/login\.|^Refused to display|^curl /);
    assert.ok(!seen.includes(exercise?.cause ?? ''));
  });

  it('is looked at in the org that one is signed in to, with its clients as they are now', async () => {
    await window.connectAs('administrator');
    const { orgClients } = window.services;
    await orgClients.refresh();
    const state = () =>
      JSON.stringify(
        orgClients.current().flatMap(({ clients }) => clients.find(({ name }) => name === DESK)),
      );
    const before = state();
    // The first of its causes deletes the client.
    await rehearse([NOBODY, DESK]);
    assert.notEqual(state(), before);
    await rehearse(['Find Out Why']);
    const [[, about] = []] = asked.slice(-1);
    const account = orgClients.orgs()[0]?.account;
    assert.ok(account !== undefined);
    assert.match(JSON.stringify(about), new RegExp(`"account":"${account}"`));
    await rehearse(['End the Exercise']);
    assert.equal(state(), before);
  });

  it('ends with a reset of the practice org, and is nothing when it is cancelled', async () => {
    await rehearse([NOBODY, DESK]);
    await window.services.practiceOrgs.reset(window.org.region);
    assert.deepEqual(await inForce(), []);
    await rehearse([]);
    assert.deepEqual(labels(), [NOBODY, CALL, 'Choose What Goes Wrong']);
    await rehearse([CALL]);
    assert.deepEqual(await inForce(), []);
  });
});
