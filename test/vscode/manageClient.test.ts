import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { FoundClient } from '../../src/core/clients/whereabouts.ts';
import { updateClient } from '../../src/core/platform/clientRecord.ts';
import { clientCredentialsLogin } from '../../src/core/platform/login.ts';
import { createClient, listClients } from '../../src/core/platform/oauthClients.ts';
import { chooseClient } from '../../src/host/clients/chooseClient.ts';
import { ClientChanges } from '../../src/host/clients/clientChanges.ts';
import { LastUses } from '../../src/host/clients/lastUses.ts';
import { manageClient } from '../../src/host/clients/manageClient.ts';
import { removeClient } from '../../src/host/clients/removeClient.ts';
import { ClientActions } from '../../src/host/clientsView/actions.ts';
import type { Session } from '../../src/host/signIn/session.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

describe('The clients of an org', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let region: string;
  /** What the wizard was opened for. */
  let wanted: string[];

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
    wanted = [];
    ({ region } = window.org);
  });

  async function signInWithClient(request = AGENT_DESKTOP): Promise<string> {
    await window.connectAs('administrator');
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const made = await createClient(await window.services.connections.of(session), request);
    assert.ok(made.ok, JSON.stringify(made));
    await window.services.orgClients.refresh();
    return made.value.client.id;
  }

  const labels = () => dialogs.rows.map(({ label }) => label);

  it('tell when they were last used, asked once, and not while nobody is signed in', async () => {
    const uses = new LastUses(window.services);
    assert.equal(await uses.of('nobody', 'x'), undefined);
    const clientId = await signInWithClient();
    const account = (await window.services.sessions.all())[0]?.account.id ?? '';
    const asked = `POST /api/v2/oauth/clients/${clientId}/usage/query`;
    assert.deepEqual(await Promise.all([uses.of(account, clientId), uses.of(account, clientId)]), [
      undefined,
      undefined,
    ]);
    assert.equal(await window.received(asked), 1);
    const { id, secret } = automationClient;
    const login = await clientCredentialsLogin(`${window.org.baseUrl}/login`, id, secret);
    assert.ok(login.ok);
    const { accessToken } = login.token;
    assert.ok((await listClients({ apiUrl: window.org.baseUrl, accessToken, language: 'en' })).ok);
    const today = new Date().toISOString().slice(0, 10);
    assert.equal((await uses.of(account, id))?.slice(0, 10), today);
  });

  describe('when one of them is managed', () => {
    async function manage(clientId: string, ...choices: string[]): Promise<void> {
      dialogs.choices = choices;
      const services = { ...window.services, dialogs };
      const wizard = {
        edit: async ({ client }: FoundClient) => void wanted.push(`edit ${client.id}`),
        'right-size': async ({ client }: FoundClient) => void wanted.push(`right-size ${client.id}`),
        'make-token': async ({ client }: FoundClient) => void wanted.push(`make-token ${client.id}`),
        doctor: async ({ client }: FoundClient) => void wanted.push(`doctor ${client.id}`),
        compare: async ({ client }: FoundClient) => void wanted.push(`compare ${client.id}`),
        duplicate: async ({ client }: FoundClient) => void wanted.push(`duplicate ${client.id}`),
      };
      const actions = new ClientActions(services, new ClientChanges(services, dialogs), wizard);
      const client = { region, clientId, dedicatedLoginWindow: true };
      await manageClient(services, dialogs, async (...of) => await actions.one(...of), client);
      actions.dispose();
    }

    it('are edited, right-sized and duplicated by the wizard', async () => {
      const clientId = await signInWithClient();
      await manage(clientId, 'Edit…');
      await manage(clientId, 'Right-size…');
      await manage(clientId, 'Duplicate…');
      assert.deepEqual(wanted, [`edit ${clientId}`, `right-size ${clientId}`, `duplicate ${clientId}`]);
    });

    it('say what whoever is signed in may not do, and why, and give a request for it', async () => {
      const made = await createClient(await automation(window.org.baseUrl), AGENT_DESKTOP);
      assert.ok(made.ok);
      await window.connectAs('developer');
      await window.services.orgClients.refresh();
      await manage(made.value.client.id, 'Edit…');
      const detailOf = (label: string) => dialogs.rows.find((row) => row.label === label)?.detail;
      assert.equal(detailOf('Edit…'), 'You may not: the permission oauth:client:edit is missing.');
      assert.match(detailOf('Delete…') ?? '', /oauth:client:edit, oauth:client:delete/);
      assert.equal(detailOf('Duplicate…'), undefined);
      assert.match(dialogs.said.at(-1) ?? '', /^"Edit" was not begun\. .*oauth:client:edit.*administrator/);
      assert.ok(dialogs.requests[0]?.includes(made.value.client.id));
      assert.deepEqual(wanted, []);
    });

    it('show what it is, and how old that is', async () => {
      await manage(await signInWithClient());
      assert.match(
        dialogs.said[0] ?? '',
        /^Agent desktop \(.+\): Code Authorization \/ PKCE · active · tokens last 18 hours · read (now|\d+ seconds? ago)$/,
      );
      assert.ok(labels().includes('https://crm.test/'));
    });

    it('give its Client ID to the clipboard', async () => {
      const clientId = await signInWithClient();
      await manage(clientId, 'Copy Client ID');
      assert.equal(await vscode.env.clipboard.readText(), clientId);
    });

    it('E4: get the redirect URIs that the framework needs, which are offered no more then', async () => {
      const clientId = await signInWithClient();
      await manage(clientId, "Add the framework's redirect URIs");
      const client = window.services.orgClients.current()[0]?.clients.find(({ id }) => id === clientId);
      assert.deepEqual(client?.registeredRedirectUri, [
        'https://crm.test/',
        `https://apps.${region}/crm/index.html`,
        `https://apps.${region}/crm/authWindow.html`,
      ]);
      await manage(clientId);
      assert.equal(labels().includes("Add the framework's redirect URIs"), false);
    });

    it('of the practice org lead to no admin page, and say where a real one has it', async () => {
      await manage(await signInWithClient(), 'Where the admin page would be');
      assert.match(
        dialogs.said.at(-1) ?? '',
        /^The practice org has no admin page; .*Admin > Integrations > OAuth/,
      );
      assert.equal(labels().includes('Open the admin page'), false);
    });

    const state = () => {
      const [org] = window.services.orgClients.current();
      return org?.clients.find(({ name }) => name === AGENT_DESKTOP.name)?.state;
    };

    it('are made inactive after a preview, and active again', async () => {
      const clientId = await signInWithClient();
      await manage(clientId, 'Deactivate…');
      assert.match(
        dialogs.said[1] ?? '',
        /^Deactivate the client .+State: active → inactive.+Nobody gets a token/s,
      );
      assert.equal(dialogs.said.at(-1), 'The client "Agent desktop" is inactive now.');
      assert.equal(state(), 'inactive');
      await manage(clientId, 'Activate…');
      assert.equal(dialogs.said.at(-1), 'The client "Agent desktop" is active now.');
      assert.equal(state(), 'active');
    });

    for (const choice of ['Deactivate…', 'Delete…'])
      it(`name the files that use it, and whose token it is, before they end: ${choice}`, async () => {
        const clientId = await signInWithClient();
        const [folder] = vscode.workspace.workspaceFolders ?? [];
        assert.ok(folder);
        const uri = vscode.Uri.joinPath(folder.uri, 'genesys-scim.json');
        const connection = {
          ...{ provider: 'entra', region, practice: true, clientId },
          ...{ tokenDurationSeconds: 38_880_000, tokenEndsAt: '2028-02-24T05:48:00Z' },
        };
        const text = JSON.stringify({ connections: [connection] }, undefined, 2);
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
        try {
          dialogs.confirms = () => false;
          await until(async () => (await window.services.mentions.all()).size > 0);
          await manage(clientId, choice);
          assert.match(
            dialogs.said.at(-1) ?? '',
            /This workspace names it at:\n• genesys-scim\.json:\d+ · Microsoft Entra ID · its token ends on Feb 24, 2028/,
          );
        } finally {
          await vscode.workspace.fs.delete(uri);
        }
      });

    it('are active again after Undo', async () => {
      dialogs.accepts = true;
      await manage(await signInWithClient(), 'Deactivate…');
      await until(() => /is as it was before/.test(dialogs.said.at(-1) ?? ''));
      assert.equal(state(), 'active');
    });

    it('get a new secret, if they hold one', async () => {
      const clientId = await signInWithClient();
      await manage(clientId, 'Rotate Client Secret…');
      assert.ok(await window.secretKept(clientId));
      await manage(await signInWithClient({ ...AGENT_DESKTOP, authorizedGrantType: 'TOKEN' }));
      assert.equal(labels().includes('Rotate Client Secret…'), false);
    });

    describe('and deleted', () => {
      let clientId: string;

      beforeEach(async () => {
        clientId = await signInWithClient();
      });

      const refuse = async (method: 'PUT' | 'DELETE') =>
        await window.trouble({ kind: 'forbidden', times: 1, method, pathPrefix: '/api/v2/oauth/clients/' });

      it('are gone once the person knows which one, where, and what that means', async () => {
        await window.services.secrets.keep(
          { id: clientId, name: 'Agent desktop', orgName: 'Practice Org', region },
          'canary',
        );
        await manage(clientId, 'Delete…');
        assert.match(
          dialogs.said[1] ?? '',
          new RegExp(
            `Delete the client "Agent desktop" in .+Everything that uses it stops.+${clientId}.+${region}`,
            's',
          ),
        );
        assert.equal(dialogs.said.at(-1), 'The client "Agent desktop" is deleted.');
        assert.equal(state(), undefined);
        assert.equal(await window.secretKept(clientId), undefined);
      });

      it('stay as they are when the person does not agree, or cancels', async () => {
        dialogs.confirms = () => false;
        await manage(clientId, 'Delete…');
        dialogs.confirms = () => {
          dialogs.cancels = true;
          return true;
        };
        await manage(clientId, 'Delete…');
        assert.equal(await window.received(`PUT /api/v2/oauth/clients/${clientId}`), 0);
        assert.equal(/not deleted/.test(dialogs.said.join()), false);
      });

      it('stay as they are when that is refused, which is said', async () => {
        await refuse('PUT');
        await manage(clientId, 'Delete…');
        assert.match(dialogs.said.at(-1) ?? '', /"Agent desktop" was not deleted\. You lack a permission/);
        assert.equal(state(), 'active');
      });

      it('are inactive when it stops half-way, which is said, and then deleted at the next try', async () => {
        await refuse('DELETE');
        await manage(clientId, 'Delete…', 'Try again to delete it');
        assert.match(dialogs.said.join('\n'), /is not deleted, but inactive: nobody can use it/);
        assert.equal(dialogs.said.at(-1), 'The client "Agent desktop" is deleted.');
        assert.equal(state(), undefined);
      });

      it('are active again when it stopped half-way, if the person wants that', async () => {
        await refuse('DELETE');
        await manage(clientId, 'Delete…', 'Make it active again');
        assert.equal(state(), 'active');
      });

      it('are left inactive when it stopped half-way, and known to be', async () => {
        await refuse('DELETE');
        await manage(clientId, 'Delete…');
        assert.equal(state(), 'inactive');
        await manage(clientId);
        assert.ok(labels().includes('Activate…'));
      });

      it('are said to be what they are to whoever had them deleted, at each end there is', async () => {
        const services = { ...window.services, dialogs };
        const { orgClients } = window.services;
        const changes = new ClientChanges(services, dialogs);
        const remove = async (...choices: string[]) => {
          dialogs.choices = choices;
          const [org] = orgClients.current();
          assert.ok(org);
          const removal = await removeClient(services, dialogs, changes, {
            ...{ id: clientId, name: 'Agent desktop', org },
          });
          return removal.kind === 'not-deleted' ? `not-deleted, ${removal.left}` : removal.kind;
        };
        dialogs.confirms = () => false;
        assert.equal(await remove(), 'not-deleted, as-it-was');
        dialogs.confirms = () => true;
        await refuse('PUT');
        assert.equal(await remove(), 'not-deleted, as-it-was');
        await refuse('DELETE');
        assert.equal(await remove('Make it active again'), 'not-deleted, as-it-was');
        await refuse('DELETE');
        assert.equal(await remove(), 'not-deleted, inactive');
        await refuse('DELETE');
        assert.equal(await remove('Try again to delete it'), 'deleted');
      });

      it('are shown anew when somebody changes them while the person reads', async () => {
        dialogs.confirms = async (_, shown) => {
          const [session] = await window.services.sessions.all();
          assert.ok(session);
          const connection = await window.services.connections.of(session);
          if (shown === 1)
            await updateClient(connection, clientId, { ...AGENT_DESKTOP, description: 'Night shift' });
          return shown === 1;
        };
        await manage(clientId, 'Delete…');
        assert.match(dialogs.said.at(-1) ?? '', /Somebody has changed the client meanwhile:.+Night shift/s);
        assert.equal(await window.received(`DELETE /api/v2/oauth/clients/${clientId}`), 0);
      });
    });

    it('are read again on demand', async () => {
      const clientId = await signInWithClient();
      const before = await window.received('GET /api/v2/oauth/clients');
      await manage(clientId, 'Refresh');
      assert.equal(await window.received('GET /api/v2/oauth/clients'), before + 1);
      assert.equal(dialogs.said.length, 2);
    });

    it('say what to do while nobody is signed in', async () => {
      await manage('5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31');
      assert.match(dialogs.said[0] ?? '', /: Sign in to see what your organization knows/);
      assert.deepEqual(labels(), ['Copy Client ID', 'Open the admin page', 'Refresh']);
    });

    it('say so when it is none of them', async () => {
      await signInWithClient();
      await manage('5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31');
      assert.match(dialogs.said[0] ?? '', /does not know this client/);
    });
  });

  describe('when one of them is chosen for a framework.js', () => {
    const signIn = async () => {
      await signInWithClient({ ...AGENT_DESKTOP, name: 'ZZZ agent desktop' });
      return (await window.services.sessions.all())[0];
    };
    const choose = async (by: () => Promise<Session | undefined> = signIn) =>
      await chooseClient(window.services, dialogs, by, region);

    it('show those first that the framework can use, and why it cannot use the others', async () => {
      await signInWithClient({ ...AGENT_DESKTOP, name: 'ZZZ agent desktop' });
      dialogs.choices = ['ZZZ agent desktop'];
      const chosen = await choose();
      assert.equal(chosen?.name, 'ZZZ agent desktop');
      const others = labels().indexOf('others');
      assert.ok(others > labels().indexOf('ZZZ agent desktop'), labels().join());
      const told = dialogs.rows.map(({ description = '' }) => description);
      const unfit = /: (not for the framework|to be activated first)$/;
      assert.ok(told.slice(0, others).every((description) => !unfit.test(description)));
      assert.ok(told.slice(others + 1).every((description) => unfit.test(description)));
    });

    it('begin with those that the ID in the file is like, with the reason', async () => {
      const id = await signInWithClient({ ...AGENT_DESKTOP, name: 'ZZZ agent desktop' });
      await chooseClient(window.services, dialogs, signIn, region, id.slice(0, -3));
      assert.deepEqual(labels().slice(0, 3), ['like the ID in the file', 'ZZZ agent desktop', 'others']);
      assert.equal(dialogs.rows[1]?.detail, `${id} · 3 characters differ from the ID in the file`);
      await chooseClient(window.services, dialogs, signIn, region, id.slice(0, 12));
      assert.equal(dialogs.rows[1]?.detail, `${id} · begins as the ID in the file does`);
    });

    it('are asked for again when the framework cannot use the one that was chosen', async () => {
      await signInWithClient({ ...AGENT_DESKTOP, name: 'ZZZ agent desktop' });
      dialogs.choices = ['Practice Automation', 'ZZZ agent desktop'];
      const chosen = await choose();
      assert.equal(chosen?.name, 'ZZZ agent desktop');
      assert.match(dialogs.said.join(), /cannot use "Practice Automation"/);
    });

    it('are not listed when the framework can use none of them', async () => {
      await window.connectAs('administrator');
      assert.equal(await choose(), undefined);
      assert.match(dialogs.said.join(), /can use none of the OAuth clients of .+ Create one\./);
    });

    it('are none when the person cancels', async () => {
      await signInWithClient();
      assert.equal(await choose(), undefined);
      dialogs.cancels = true;
      assert.equal(await choose(), undefined);
    });

    it('are there once somebody has signed in, where nobody was', async () => {
      dialogs.accepts = true;
      dialogs.choices = ['ZZZ agent desktop'];
      assert.equal((await choose())?.name, 'ZZZ agent desktop');
      assert.match(dialogs.said[0] ?? '', /^Nobody is signed in to .+\. Sign in to choose/);
    });

    it('need somebody who signs in', async () => {
      assert.equal(await choose(), undefined);
      dialogs.accepts = true;
      assert.equal(await choose(async () => undefined), undefined);
      assert.equal(dialogs.said.length, 2);
    });

    it('say so when somebody signs in elsewhere', async () => {
      dialogs.accepts = true;
      const session = await signIn();
      await window.signOutElsewhere();
      await until(() => window.services.orgClients.standing(region).kind === 'signed-out');
      assert.equal(await choose(async () => session), undefined);
      assert.match(dialogs.said.at(-1) ?? '', /is signed in, but not to/);
    });

    it('say why when they could not be read', async () => {
      await window.connectAs('administrator');
      await window.signOutElsewhere();
      await window.trouble({
        kind: 'forbidden',
        times: 99,
        method: 'GET',
        pathPrefix: '/api/v2/oauth/clients',
      });
      await window.connectAs('administrator');
      await until(() => window.services.orgClients.standing(region).kind === 'unread');
      assert.equal(await choose(), undefined);
      assert.match(dialogs.said.join(), /could not be read\. You lack a permission/);
    });
  });
});
