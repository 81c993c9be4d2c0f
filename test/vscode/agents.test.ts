import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { tools } from '../../src/core/agents/tools.ts';
import { createClient } from '../../src/core/platform/oauthClients.ts';
import { PracticeOrg } from '../../src/core/signIn/practiceOrg.ts';
import { TOOL_PREFIX } from '../../src/host/agents/registerTools.ts';
import { RUNNING_PRACTICE_ORG } from '../../src/host/signIn/practiceOrgs.ts';
import { shownAt } from '../canaries/sweep.ts';
import { AGENT_DESKTOP, automation } from '../host/practiceClients.ts';
import { steer } from '../host/steer.ts';
import { useMessages } from './messages.ts';
import { borrowPracticeOrg, returnPracticeOrg } from './sharedPracticeOrg.ts';
import { until } from './until.ts';

const extension = vscode.extensions.all.find(
  ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
);
const SETTING = 'agents.allowChanges';

describe('The tools for agents in VS Code, without any model @oldest', () => {
  const messages = useMessages();
  const answers = shownAt('what an agent is answered');
  let clientId: string;

  before(async () => {
    await borrowPracticeOrg();
    const org = PracticeOrg.parse(JSON.parse(process.env[RUNNING_PRACTICE_ORG] ?? ''));
    await steer(org, 'POST', 'reset');
    const made = await createClient(await automation(org.baseUrl), AGENT_DESKTOP);
    assert.ok(made.ok);
    clientId = made.value.client.id;
  });

  after(async () => {
    await allowChangesIn(undefined);
    await vscode.commands.executeCommand('genesysOAuth.signOut');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    returnPracticeOrg();
  });

  /** What the model is told. */
  async function call(name: string, input: object): Promise<string> {
    const options = { input, toolInvocationToken: undefined };
    const told = textOf(await vscode.lm.invokeTool(`${TOOL_PREFIX}${name}`, options));
    answers.push(told);
    return told;
  }

  it('are those of the manifest, and each has a function', async () => {
    const promised: string[] = extension?.packageJSON.contributes.languageModelTools.map(
      ({ name }: { name: string }) => name,
    );
    assert.deepEqual(
      promised,
      tools.map(({ name }) => `${TOOL_PREFIX}${name}`),
    );
    for (const { name, effect } of tools)
      if (effect !== 'changes') assert.ok(offered().includes(name), `${name} is not offered`);
  });

  it('say what is wrong with a file, and what that means', async () => {
    const text = "window.Framework = { config: { clientIds: { 'mypurecloud.ie': 'YOUR_CLIENT_ID' } } };";
    const checked = await call('check_file', { path: 'src/framework.js', text });
    assert.match(checked, /"code":"placeholder-client-id","severity":"warning","line":1/);
    assert.match(checked, /mypurecloud\.ie was not compared with an org: nobody is signed in/);
    assert.match(await call('check_file', { path: '/etc/passwd' }), /^Error: .*outside the folders/);
    assert.match(await call('explain_finding', { code: 'placeholder-client-id' }), /What to do: /);
  });

  it('look into the practice org where nobody is signed in, and say so', async () => {
    const listed = await call('list_clients', { search: 'Agent' });
    assert.match(listed, /Nobody was signed in to Genesys Cloud, so the practice org was signed in to/);
    assert.match(listed, /"name":"Agent desktop"/);
    assert.match(
      await call('show_client', { client: clientId }),
      /"redirectUris": \[\s*"https:\/\/crm\.test\/"/,
    );
    assert.match(await call('show_client', { client: 'Nobody' }), /^Error: .*There is no client "Nobody"/s);
    assert.match(await call('diagnose_login', { client: clientId }), /# Why can nobody log in/);
    assert.match(await call('find_needs', { scopes: ['oauth:client:write'] }), /does not exist/);
  });

  it('open the wizard with what was planned, and create nothing', async () => {
    const planned = await call('plan_client', { procedure: 'embeddable', name: 'CRM', deployment: 'public' });
    assert.match(planned, /Nothing was created .*The wizard is open/s);
    await until(() =>
      vscode.window.tabGroups.all.some(({ tabs }) =>
        tabs.some(({ input }) => input instanceof vscode.TabInputWebview),
      ),
    );
  });

  it('change a client only where the person allowed it, and agrees in the dialog of the extension', async () => {
    const changes = [{ kind: 'add-scopes', scopes: ['presence'] }];
    const input = { client: clientId, changes };
    assert.match(await call('change_client', input), /^Error: .*read-only for agents.*agents\.allowChanges/s);
    assert.deepEqual(messages.told, []);
    await allowChangesIn(['practice']);
    await until(() => offered().includes('change_client'));
    assert.match(await call('change_client', input), /^Error: .*Nothing was changed: the person declined/s);
    assert.equal(messages.told[0], 'Change the client "Agent desktop" in Practice Org?');
    messages.answers = { warning: 'Change client' };
    assert.match(await call('change_client', input), /The person agreed.*Scopes: \+ presence/s);
    assert.match(await call('show_client', { client: clientId }), /"presence"/);
  });
});

/** The tools that VS Code tells of, by their names in the table; newer ones tell of those, too, that no model is offered now. */
function offered(): readonly string[] {
  return vscode.lm.tools.flatMap(({ name }) =>
    name.startsWith(TOOL_PREFIX) ? [name.slice(TOOL_PREFIX.length)] : [],
  );
}

function textOf({ content }: vscode.LanguageModelToolResult): string {
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('');
}

async function allowChangesIn(orgs: readonly string[] | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('genesysOAuth');
  await settings.update(SETTING, orgs, vscode.ConfigurationTarget.Global);
}
