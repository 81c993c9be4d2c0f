import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { FRAMEWORK_SCOPES } from '../../src/core/clients/frameworkNeeds.ts';
import type { OAuthClientRequest } from '../../src/core/platform/oauthClients.ts';
import { WrittenClients } from '../../src/host/drift/writtenClients.ts';
import { AGENTS, type DriftDesk, useDriftDesk } from './driftDesk.ts';
import { until } from './until.ts';

const REGION = 'mypurecloud.com';
const PAGE = `https://apps.${REGION}/crm/index.html`;

const frameworkText = (id: string, settings = 'dedicatedLoginWindow: true, usePKCEAuthFlow: true') =>
  `window.Framework = {\n  config: {\n    clientIds: {\n      '${REGION}': '${id}',\n    },\n    settings: { ${settings} },\n  },\n};\n`;

describe('Compare with the Organization', () => {
  const { desk: now } = useDriftDesk();
  let desk: DriftDesk;
  let id: string;

  beforeEach(async () => {
    desk = now();
    assert.equal(desk.window.org.region, REGION);
    id = await desk.make(AGENTS);
  });

  const makeOrgMatch = async () => await desk.drift.makeOrgMatch((await desk.sides()).uri);
  const makeFileMatch = async () => await desk.drift.makeFileMatch((await desk.sides()).uri);
  const untilMatches = async () => await until(async () => (await desk.differing()).length === 0);

  describe('a client that was written here', () => {
    // Of each fact: test/unit/drift/inOrg.test.ts.
    const name = '=HYPERLINK("x") <b>エージェント</b> *a*';
    const lines = ['− App Name: Agents', `+ App Name: ${name}`];

    it('shows what somebody has changed, as it is written, and gives it back', async () => {
      const before = await desk.stored(id);
      const found = await desk.remember(id);
      await desk.changes(id, { name });
      await desk.drift.compareClient(found);
      assert.deepEqual(await desk.differing(), lines);
      await makeOrgMatch();
      assert.match(desk.said(), /in Practice Org\?/);
      const { dateModified: _, modifiedBy: __, ...given } = await desk.stored(id);
      assert.deepEqual({ ...before, ...given }, before);
      await untilMatches();
    });

    it('takes over what somebody has changed', async () => {
      const found = await desk.remember(id);
      await desk.changes(id, { name });
      await desk.drift.compareClient(found);
      await makeFileMatch();
      assert.match(desk.said(), /Take what Practice Org has of/);
      await desk.drift.compareClient(found);
      assert.match(desk.said(), /Nothing differs: 1 thing was compared with Practice Org\./);
      assert.equal((await desk.stored(id))['name'], name);
    });

    it('shows roles that somebody has changed, and mends them both ways', async () => {
      const roles = await desk.elsewhere('GET', '/api/v2/authorization/roles?pageSize=100');
      const entities = Array.isArray(roles['entities']) ? roles['entities'] : [];
      const roleId = (name: string): string => entities.find((role) => role.name === name).id;
      const pair = (name: string) => ({ roleId: roleId(name), divisionId: '*' });
      const request: OAuthClientRequest = {
        name: 'Night job',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
        accessTokenValiditySeconds: 3600,
        roleDivisions: [pair('Employee')],
      };
      const job = await desk.make(request);
      const found = await desk.remember(job);
      await desk.changes(job, { roleDivisions: [pair('Employee'), pair('Master Admin')] });
      await desk.drift.compareClient(found);
      const [added, ...others] = await desk.differing();
      assert.equal(added, `+ Roles: ${roleId('Master Admin')} in All divisions`);
      assert.deepEqual(others, []);
      await makeOrgMatch();
      assert.deepEqual((await desk.stored(job))['roleDivisions'], [pair('Employee')]);
      await untilMatches();
      await desk.changes(job, { roleDivisions: [pair('Master Admin')] });
      await desk.drift.compareClient(found);
      await makeFileMatch();
      await untilMatches();
      assert.deepEqual((await desk.stored(job))['roleDivisions'], [pair('Master Admin')]);
    });

    it('that was deleted is made again in the wizard, with the same answers, or forgotten', async () => {
      const found = await desk.remember(id);
      await desk.deletes(id);
      await desk.drift.compareClient(found);
      assert.deepEqual(await desk.differing(), ['− In the organization: yes', '+ In the organization: no']);
      assert.match((await desk.sides()).there.replaceAll(/\s+/g, ' '), /another one, which has another ID/);
      await makeOrgMatch();
      const [draft] = desk.opened;
      assert.ok(typeof draft === 'object' && 'draft' in draft);
      assert.equal(draft.draft.name, 'Agents');
      assert.deepEqual(draft.draft.scopes, [...FRAMEWORK_SCOPES]);
      await makeFileMatch();
      const { region, practice } = found.org;
      assert.equal(desk.window.services.written.of({ id, region, practice }), undefined);
      desk.dialogs.said.length = 0;
      await desk.drift.compareClient(found);
      assert.match(desk.said(), /Nothing here says what is meant/);
    });

    it('is as it was meant where another window of ours has changed it', async () => {
      const found = await desk.remember(id);
      await desk.changes(id, { state: 'inactive' });
      const { account, region, practice } = found.org;
      const another = new WrittenClients(desk.window.services.context.globalState, { warn: assert.fail });
      const client = { ...found.client, state: 'inactive' };
      await another.note('changed', { home: { id, region, practice }, account, client });
      await desk.drift.compareClient(found);
      assert.match(desk.said(), /Nothing differs/);
    });

    it('is shown again, and left alone, where somebody changes it once more after it was shown', async () => {
      const found = await desk.remember(id);
      await desk.changes(id, { state: 'inactive' });
      await desk.drift.compareClient(found);
      await desk.sides();
      await desk.changes(id, { description: 'Mine' });
      await makeOrgMatch();
      assert.match(desk.said(), /is not what it was when you looked, so nothing was done/);
      assert.equal((await desk.stored(id))['state'], 'inactive');
      await until(async () => (await desk.differing()).includes('+ Description: Mine'));
      await makeOrgMatch();
      const stored = await desk.stored(id);
      assert.deepEqual([stored['state'], stored['description']], ['active', 'For the desks']);
    });

    it('is given back what Undo takes again', async () => {
      const found = await desk.remember(id);
      await desk.changes(id, { scope: ['users'] });
      await desk.drift.compareClient(found);
      desk.dialogs.accepts = true;
      await makeOrgMatch();
      await until(() => desk.said().includes('is as it was before'));
      assert.deepEqual((await desk.stored(id))['scope'], ['users']);
    });

    it('says in words what differs where several do, and mends from there', async () => {
      const other = await desk.make({ ...AGENTS, name: 'Others' });
      await desk.remember(id);
      await desk.remember(other);
      await desk.changes(id, { state: 'inactive' });
      await desk.changes(other, { scope: ['users'] });
      desk.dialogs.choices = ['Others', 'Make the organization match…'];
      await desk.drift.compare(undefined);
      assert.match(desk.said(), /2 things differ/);
      assert.match(desk.said(), /Others: Scopes/);
      assert.deepEqual(
        desk.dialogs.rows.flatMap(({ detail }) => detail ?? []),
        [
          'The client is changed, after a preview.',
          'What the organization has is taken for what is meant from now on.',
        ],
      );
      assert.equal([(await desk.stored(other))['scope']].flat().length, FRAMEWORK_SCOPES.length);
      assert.equal((await desk.stored(id))['state'], 'inactive');
    });
  });

  describe('framework.js', () => {
    it('shows what of its client somebody has changed, and makes the org match', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.changes(id, { state: 'inactive' });
      await desk.drift.compare(uri);
      assert.deepEqual(await desk.differing(), ['− State: active', '+ State: inactive']);
      await makeOrgMatch();
      await untilMatches();
      assert.equal((await desk.stored(id))['state'], 'active');
      assert.equal(await desk.text(uri), frameworkText(id));
    });

    it('is made to match by its settings, after a preview, and Undo gives the text back', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.changes(id, { authorizedGrantType: 'TOKEN', registeredRedirectUri: [PAGE] });
      await desk.drift.compare(uri);
      desk.dialogs.confirms = () => false;
      await makeFileMatch();
      assert.equal(await desk.text(uri), frameworkText(id));
      assert.match(
        desk.said(),
        /Change drift-desk\/framework\.js\?\n6 − settings: .+\n6 \+ settings: \{ dedicatedLoginWindow: false, usePKCEAuthFlow: false \}/,
      );
      desk.dialogs.confirms = () => true;
      await makeFileMatch();
      assert.equal(
        await desk.text(uri),
        frameworkText(id, 'dedicatedLoginWindow: false, usePKCEAuthFlow: false'),
      );
      await untilMatches();
    });

    it('gets its text back by Undo', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.changes(id, { authorizedGrantType: 'TOKEN' });
      await desk.drift.compare(uri);
      const before = await desk.differing();
      desk.dialogs.accepts = true;
      desk.dialogs.beforeAccepting = untilMatches;
      await makeFileMatch();
      await until(async () => (await desk.text(uri)) === frameworkText(id));
      // What is shown is so again, too.
      await until(async () => (await desk.differing()).join() === before.join());
    });

    it('names another client where its own was deleted, or one is made in the wizard', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      const other = await desk.make({ ...AGENTS, name: 'Others' });
      await desk.deletes(id);
      await desk.drift.compare(uri);
      assert.deepEqual(await desk.differing(), ['− In the organization: yes', '+ In the organization: no']);
      await makeOrgMatch();
      assert.deepEqual(desk.opened, [{ uri: uri.toString(), region: REGION }]);
      desk.dialogs.choices = ['Others'];
      await makeFileMatch();
      assert.equal(await desk.text(uri), frameworkText(other));
      await untilMatches();
    });

    it('is shown again, and left alone, where somebody edits it after it was shown', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.changes(id, { authorizedGrantType: 'TOKEN', registeredRedirectUri: [PAGE] });
      await desk.drift.compare(uri);
      await desk.sides();
      const edited = frameworkText(id, 'usePKCEAuthFlow: true');
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(edited));
      await makeFileMatch();
      assert.match(desk.said(), /is not what it was when you looked, so nothing was done/);
      assert.equal(await desk.text(uri), edited);
    });

    it('is shown as it is now, where somebody changed the client while the list was open', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.file('other/framework.js', frameworkText(id));
      await desk.changes(id, { authorizedGrantType: 'TOKEN' });
      const { dialogs } = desk;
      const choose = dialogs.choose.bind(dialogs);
      dialogs.choices = ['Agents', 'Make the organization match…'];
      dialogs.choose = async (question, rows) => {
        const chosen = await choose(question, rows);
        if (dialogs.choices.length === 0) await desk.changes(id, { state: 'inactive' });
        return chosen;
      };
      await desk.drift.compare(undefined);
      assert.match(desk.said(), /so nothing was done\. It is shown as it is now/);
      assert.ok((await desk.differing()).length >= 4);
      assert.equal((await desk.stored(id))['authorizedGrantType'], 'TOKEN');
      assert.equal(await desk.text(uri), frameworkText(id));
    });

    it('is not overwritten where somebody edits it while the preview is shown', async () => {
      const uri = await desk.file('framework.js', frameworkText(id));
      await desk.changes(id, { authorizedGrantType: 'TOKEN' });
      await desk.drift.compare(uri);
      const edited = `// mine\n${frameworkText(id)}`;
      desk.dialogs.confirms = async () => {
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(edited));
        return true;
      };
      await makeFileMatch();
      assert.match(desk.said(), /was not changed\. Somebody has changed it meanwhile\./);
      assert.equal(await desk.text(uri), edited);
    });
  });
});
