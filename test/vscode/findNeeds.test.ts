import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { NewDraft } from '../../src/core/wizard/drafts.ts';
import { findNeeds } from '../../src/host/privileges/findNeeds.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

const CLIPBOARD = 'The clipboard';
const AS_PERSON = 'As the person who logs in';
const AS_ITSELF = 'As itself, with Client Credentials';

describe('Finding what an application needs', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;
  let drafts: NewDraft[];

  beforeEach(async () => {
    window = await windows.open();
    await window.connectAs('administrator');
    dialogs = new FakeDialogs();
    drafts = [];
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('gives the scopes of what is on the clipboard, and the calls that they are for', async () => {
    await find(
      'GET https://api.mypurecloud.com/api/v2/users/me?expand=roles\nGET /api/v2/oauth/clients',
      AS_PERSON,
    );
    const text = await newText();
    assert.match(text, /`user-basic-info`, because it calls `GET \/api\/v2\/users\/me` \(`line 1`\)/);
    assert.match(text, /`oauth:readonly`, because it calls `GET \/api\/v2\/oauth\/clients` \(`line 2`\)/);
    assert.doesNotMatch(text, /Roles/);
  });

  it('gives the roles of an application that calls as itself, and says what only a person may call', async () => {
    await find('GET /api/v2/oauth/clients\nGET /api/v2/users/me', AS_ITSELF);
    const text = await newText();
    assert.match(text, /`oauth:client:view`, because it calls `GET \/api\/v2\/oauth\/clients`/);
    assert.match(text, /## Roles\n/);
    assert.match(text, /## Calls that only a person can make\n[^#]*`GET \/api\/v2\/users\/me`/);
  });

  it('begins such a client in the wizard', async () => {
    dialogs.clicks = 'Create such a client';
    await find('GET /api/v2/users/me', AS_PERSON);
    const [draft] = drafts;
    assert.equal(draft?.procedure, 'general');
    assert.deepEqual(draft?.draft, {
      name: 'My application',
      grantType: 'CODE',
      scopes: ['user-basic-info'],
    });
  });

  it('says what it could not make out, beside what it could', async () => {
    await find('GET /api/v2/users/me\nGET /api/v2/no/such/thing', AS_PERSON);
    assert.match(
      await newText(),
      /## Not sure, or not looked at\n[^#]*no\/such\/thing \(line 2\) is not in this description/,
    );
  });

  it('says that nothing was found in a text without a call, and opens nothing', async () => {
    await find('Dear colleague,\nplease give us access.', AS_PERSON);
    assert.match(dialogs.said.at(-1) ?? '', /^No call of the Platform API was found/);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('says of a call that needs nothing that it needs nothing, and not that none was found', async () => {
    await find('GET /api/v2/conversations', AS_ITSELF);
    assert.match(await newText(), /## Calls that need nothing\n[^#]*`GET \/api\/v2\/conversations`/);
  });

  it('says that it knows nothing of a text in which it could read nothing, and why', async () => {
    await find('GET https://api.example.com/api/v2/users', AS_PERSON);
    assert.match(
      dialogs.said.at(-1) ?? '',
      /^No call of the Platform API was found.*not known.*were left out: 1/s,
    );
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  it('shows no secret of what was pasted', async () => {
    const secret = 'SeCrEtThAtNobodyMaySee';
    await find(
      `curl -H "Authorization: Bearer ${secret}" 'https://api.mypurecloud.com/api/v2/users/me?access_token=${secret}'`,
      AS_PERSON,
    );
    assert.ok(!(await newText()).includes(secret));
    assert.ok(!dialogs.said.join().includes(secret));
  });

  it('says why when the API does not tell what its operations need, and tries again', async () => {
    await window.trouble({ kind: 'unavailable', pathPrefix: '/api/v2/docs/swagger' });
    await find('GET /api/v2/users/me', AS_PERSON);
    assert.match(
      dialogs.said.at(-1) ?? '',
      /^What 127\.0\.0\.1:\d+ says of its operations could not be read/,
    );
    await window.trouble();
    await find('GET /api/v2/users/me', AS_PERSON);
    assert.match(await newText(), /user-basic-info/);
  });

  it('opens nothing once it is cancelled', async () => {
    dialogs.cancels = true;
    await find('GET /api/v2/users/me', AS_PERSON);
    assert.equal(vscode.window.activeTextEditor, undefined);
  });

  async function find(pasted: string, callsAs: string): Promise<void> {
    await vscode.env.clipboard.writeText(pasted);
    dialogs.choices = [CLIPBOARD, callsAs];
    await findNeeds({ ...window.services, dialogs }, async (draft) => void drafts.push(draft));
  }

  async function newText(): Promise<string> {
    await until(() => vscode.window.activeTextEditor?.document.isUntitled === true);
    const document = vscode.window.activeTextEditor?.document;
    assert.equal(document?.languageId, 'markdown');
    return document?.getText() ?? '';
  }
});
