import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { before, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { getOwnGrants } from '../../src/core/platform/authorization.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { readConnections } from '../../src/core/scim/connections.ts';
import { ScimCodeActions } from '../../src/host/scim/codeActions.ts';
import { scimDiagnostics } from '../../src/host/scim/diagnostics.ts';
import { makeScimToken } from '../../src/host/scim/makeToken.ts';
import { tokenHost } from '../../src/host/scim/tokenHost.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import { codeOf, diagnosticsAt } from './frameworkDesk.ts';
import { intercepted } from './interception.ts';
import type { Rehearsal } from './rehearsal.ts';
import { activateExtension, useScimFile } from './scimFile.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

/** Nothing listens there. */
const BEFORE = 'http://127.0.0.1:9/api/v2/scim/v2';

describe('A connection of genesys-scim.json to the practice org', () => {
  const windows = useWindows();
  const file = useScimFile();
  let window: Rehearsal;
  let clientId: string;

  before(activateExtension);

  beforeEach(async () => {
    window = await windows.open();
    await window.connectAs('administrator');
    const { region, baseUrl } = window.org;
    const client = await makeClient();
    clientId = client.id;
    await window.services.secrets.keep(
      { id: clientId, name: 'Identity', orgName: 'Practice Org', region, practice: true },
      client.secret,
    );
    const connection = {
      provider: 'entra',
      region,
      practice: true,
      scimBaseUrl: BEFORE,
      tokenUrl: `${baseUrl}/login/oauth/token`,
      clientId,
    };
    await file.write(JSON.stringify({ connections: [connection] }, undefined, 2));
  });

  async function makeClient(): Promise<{ id: string; secret: string }> {
    const [session] = await window.services.sessions.all();
    assert.ok(session);
    const connection = await window.services.connections.of(session);
    const grants = await getOwnGrants(connection);
    assert.ok(grants.ok);
    const scim = grants.value.find(({ role }) => role.name === 'SCIM Integration');
    assert.ok(scim);
    const made = await createClient(connection, {
      name: 'Identity',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      accessTokenValiditySeconds: 38_880_000,
      roleDivisions: [{ roleId: scim.role.id, divisionId: '*' }],
    });
    assert.ok(made.ok && made.value.secret, JSON.stringify(made));
    await window.services.orgClients.refresh();
    return { id: made.value.client.id, secret: made.value.secret };
  }

  it('gets its token there after signing out, too: no secret goes to a real login host', async () => {
    await window.signOutElsewhere();
    const [found] = readConnections(await file.read());
    assert.ok(found);
    const origins = new Set<string>();
    await intercepted(
      async (request, send) => {
        origins.add(new URL(request.url).origin);
        return await send();
      },
      async () =>
        await makeScimToken(window.services, new FakeDialogs(), async () => undefined, file.uri(), found),
    );
    assert.deepEqual([...origins], [window.org.baseUrl]);
    assert.ok(await window.services.secrets.getToken(clientId));
  });

  it('sends its secret there though the file does not say so, and a real one never there', async () => {
    await window.signOutElsewhere();
    const { services, org } = window;
    const { region } = org;
    const [found] = readConnections(await file.read());
    assert.ok(found);
    const host = async (wasPractice: boolean, isWritten: boolean) => {
      const client = { id: clientId, name: 'Identity', orgName: 'Any', region, practice: wasPractice };
      await services.secrets.keep(client, 'a secret');
      const answer = await tokenHost(services, { ...found, practice: isWritten });
      assert.ok(answer.ok && answer.host.kept === 'a secret');
      return answer.host.loginUrl;
    };
    assert.equal(await host(true, false), `${org.baseUrl}/login`);
    assert.equal(await host(false, true), `https://login.${region}`);
  });

  it('has its addresses of before told, and put right where one is signed in', async () => {
    const diagnostics = scimDiagnostics(window.services);
    const actions = new ScimCodeActions(window.services);
    try {
      const { document } = await file.show();
      const stale = () =>
        diagnosticsAt(file.uri()).filter((each) => codeOf(each) === 'practice-address-stale');
      // Those of the text that the document had before may still be shown.
      await until(() => {
        const texts = stale().map(({ range }) => document.getText(range));
        return isDeepStrictEqual(new Set(texts), new Set([`"${BEFORE}"`]));
      });
      const [found] = stale();
      assert.ok(found);
      const offered = async () =>
        await actions.provideCodeActions(document, found.range, {
          diagnostics: [found],
          only: undefined,
          triggerKind: vscode.CodeActionTriggerKind.Invoke,
        });
      const [fix] = await offered();
      assert.ok(fix?.edit);
      const text = document.getText();
      await vscode.workspace.applyEdit(fix.edit);
      assert.equal(document.getText(), text.replace('http://127.0.0.1:9', window.org.baseUrl));
      await vscode.commands.executeCommand('undo');
      await window.signOutElsewhere();
      // Nobody says any more that this practice org has the client.
      await until(async () => (await offered()).length === 0);
    } finally {
      for (const each of [diagnostics, actions]) each.dispose();
    }
  });
});
