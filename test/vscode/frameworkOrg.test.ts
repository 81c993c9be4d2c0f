import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { clientInFramework } from '../../src/core/findings/clientInFramework.ts';
import type { OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import {
  codeOf,
  codesAt,
  diagnosticsAt,
  frameworkWith,
  untilCodes,
  useFrameworkDesk,
} from './frameworkDesk.ts';
import { intercepted } from './interception.ts';
import type { Trouble } from './rehearsal.ts';
import { until } from './until.ts';

const UNKNOWN_ID = '0b1f0c5e-1111-4111-8111-000000000002';
const LIST = { method: 'GET', pathPrefix: '/api/v2/oauth/clients' };

/** When it is done, the clients were read, or could not be, and every check knows. */
const refreshChecks = async () => await vscode.commands.executeCommand('genesysOAuth.refreshChecks');

/** Each finding that a client can be made with; the others have a test of their own. */
type OfARequest = Exclude<keyof typeof clientInFramework, 'client-not-active'>;

/** Each finding with the client that has it. */
const CLIENTS: Record<OfARequest, Partial<OAuthClientRequest>> = {
  'client-wrong-grant': { authorizedGrantType: 'SAML2-BEARER' },
  'implicit-grant-ending': { authorizedGrantType: 'TOKEN' },
  'missing-redirect-uri': { registeredRedirectUri: ['https://crm.test/'] },
  'inexact-redirect-uri': { registeredRedirectUri: ['https://apps.mypurecloud.com/crm/index.html/'] },
  'missing-scope': { scope: ['users'] },
};

describe('A framework.js beside the clients of the org that one is signed in to @oldest', () => {
  const desk = useFrameworkDesk();
  const disposables: vscode.Disposable[] = [];
  let region: string;

  beforeEach(() => {
    region = desk.org().org.region;
  });

  afterEach(() => {
    for (const each of disposables.splice(0)) each.dispose();
  });

  /** Every list of codes that is shown at a file from now on, repetitions left out. */
  function shownAt(uri: vscode.Uri): string[] {
    const shown = [codesAt(uri).join()];
    disposables.push(
      vscode.languages.onDidChangeDiagnostics(() => {
        const now = codesAt(uri).join();
        if (now !== shown.at(-1)) shown.push(now);
      }),
    );
    return shown;
  }

  const timesRead = async () => await desk.org().received(`${LIST.method} ${LIST.pathPrefix}`);

  async function trouble(kind: Trouble['kind']): Promise<void> {
    // Whoever is asked to come again later may come at once, so that nobody waits for nothing.
    const retryAfter = kind === 'too-many-requests' && { retryAfterSeconds: 0 };
    await desk.org().turn({ troubles: [{ kind, times: 9, ...LIST, ...retryAfter }] });
  }

  it('shows client-not-found once one signs in, until one signs out', async () => {
    const { document } = await desk.open(frameworkWith(region, UNKNOWN_ID));
    await desk.untilChecked();
    assert.deepEqual(codesAt(document.uri), []);
    await desk.signIn();
    await untilCodes(document.uri, 'client-not-found');
    const [first] = await desk.org().requests();
    assert.equal(first, 'POST /login/oauth/authorize', 'the org was asked nothing before');
    await vscode.commands.executeCommand('genesysOAuth.signOut');
    await untilCodes(document.uri);
  });

  for (const [code, changes] of Object.entries(CLIENTS)) {
    it(`shows ${code}`, async () => {
      const { id } = await desk.client(changes);
      await desk.signIn();
      const { document } = await desk.open(frameworkWith(region, id));
      await untilCodes(document.uri, code);
    });
  }

  it('shows client-not-active', async () => {
    const { id } = await desk.client();
    await desk.change(id, { state: 'disabled' });
    await desk.signIn();
    const { document } = await desk.open(frameworkWith(region, id));
    await untilCodes(document.uri, 'client-not-active');
  });

  for (const key of ['its own region', 'mypurecloud.jp']) {
    it(`shows practice-client under ${key}, and no fix that would spread it`, async () => {
      const { id } = await desk.client();
      await desk.signIn();
      const { document } = await desk.open(frameworkWith(key === 'its own region' ? region : key, id));
      await until(() => diagnosticsAt(document.uri).map(codeOf).join() === 'practice-client');
      const [found] = diagnosticsAt(document.uri);
      assert.equal(found?.severity, vscode.DiagnosticSeverity.Information);
      const at = document.positionAt(document.getText().indexOf(id));
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      const ofOurs = actions.filter(({ title }) => /^(Add it for|Copy |Choose a client)/.test(title));
      assert.deepEqual(ofOurs, []);
    });
  }

  it('says nothing of a region that one is not signed in to, nor of a client that suits', async () => {
    const { id } = await desk.client();
    await desk.signIn();
    const text = `x = { clientIds: { '${region}': '${id}', 'mypurecloud.de': '${UNKNOWN_ID}' } };`;
    const { document } = await desk.open(text);
    const later = await desk.open(frameworkWith(region, UNKNOWN_ID), 'later/framework.js');
    await untilCodes(later.document.uri, 'client-not-found');
    assert.deepEqual(codesAt(document.uri), []);
  });

  for (const kind of ['forbidden', 'too-many-requests', 'server-error', 'dropped', 'html'] as const) {
    it(`shows what the text tells, and nothing else, when the clients cannot be read (${kind})`, async () => {
      await trouble(kind);
      const text = `x = { clientIds: { '${region}': '${UNKNOWN_ID}', 'mypurecloud.de': '${UNKNOWN_ID.slice(1)}' } };`;
      const { document } = await desk.open(text);
      await untilCodes(document.uri, 'malformed-client-id');
      const shown = shownAt(document.uri);
      await desk.signIn();
      await refreshChecks();
      await desk.untilChecked();
      assert.deepEqual(shown, ['malformed-client-id']);
      assert.ok((await timesRead()) > 0);
    });

    it(`keeps what it shows while, and after, the clients cannot be read again (${kind})`, async () => {
      await desk.signIn();
      const { document } = await desk.open(frameworkWith(region, UNKNOWN_ID));
      await untilCodes(document.uri, 'client-not-found');
      const shown = shownAt(document.uri);
      const before = await timesRead();
      await trouble(kind);
      await refreshChecks();
      await desk.untilChecked();
      assert.deepEqual(shown, ['client-not-found']);
      assert.ok((await timesRead()) > before);
    });
  }

  it('shows what the text tells at once while the org is slow, and adds the rest once', async () => {
    await desk.signIn();
    const editor = await desk.open(frameworkWith(region, UNKNOWN_ID));
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf("',"));
    await untilCodes(document.uri, 'client-not-found');
    const shown = shownAt(document.uri);
    let isAsked = false;
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await intercepted(
      async (request, send) => {
        if (request.url.includes(LIST.pathPrefix)) {
          isAsked = true;
          await answered;
        }
        return await send();
      },
      async () => {
        const refreshing = refreshChecks();
        try {
          await until(() => isAsked);
          await editor.edit((edit) => edit.insert(at, 'x'));
          await untilCodes(document.uri, 'malformed-client-id');
        } finally {
          answer();
        }
        await refreshing;
      },
    );
    await desk.untilChecked();
    assert.deepEqual(shown, ['client-not-found', 'malformed-client-id']);
  });

  it('asks the org once where one signs in while the file is open', async () => {
    const { document } = await desk.open(frameworkWith(region, UNKNOWN_ID));
    await desk.signIn();
    await untilCodes(document.uri, 'client-not-found');
    await refreshChecks();
    assert.equal(await timesRead(), 2, 'once more, when told to');
  });

  it('asks the org once, however much is typed', async () => {
    await desk.signIn();
    const editor = await desk.open(frameworkWith(region, UNKNOWN_ID));
    const { document } = editor;
    const at = document.positionAt(document.getText().indexOf("',"));
    await untilCodes(document.uri, 'client-not-found');
    const before = await timesRead();
    for (let round = 0; round < 3; round += 1) {
      await editor.edit((edit) => edit.insert(at, 'x'));
      await untilCodes(document.uri, 'malformed-client-id');
      await vscode.commands.executeCommand('undo');
      await untilCodes(document.uri, 'client-not-found');
    }
    await refreshChecks();
    assert.equal(await timesRead(), before + 1, 'only once more, when told to');
  });
});
