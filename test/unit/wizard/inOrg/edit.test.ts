import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { compareRecords } from '../../../../src/core/clients/difference.ts';
import { answersOf, check, plan } from '../../../../src/core/procedures/index.ts';
import type { ActedWizard } from '../../../wizard/acted.ts';
import type { OrgDesk } from '../../../wizard/orgDesk.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';

const URI = 'https://app.example.com/callback';
const OTHER_URI = 'https://app.example.com/other';
const REQUEST = {
  name: 'Reporting <b>*$(zap)*</b> 日本',
  description: 'For the help line',
  authorizedGrantType: 'CODE',
  accessTokenValiditySeconds: 64_800,
  registeredRedirectUri: [URI],
  scope: ['users:readonly'],
};

describe('A client of the practice org, changed in the wizard', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;
  let id: string;

  beforeEach(async () => {
    desk = useDesk();
    id = await desk.makeClient(REQUEST);
  });

  /** The wizard of this person, who asks to change the client. */
  async function edit(person = 'administrator'): Promise<void> {
    wizard = await desk.begin();
    await desk.connect(wizard, person);
    await wizard.wizard.openWith(await desk.toEdit(id));
  }

  async function stored(): Promise<Record<string, unknown>> {
    return { ...(await desk.toEdit(id)).record };
  }

  async function elsewhere(change: Record<string, unknown>): Promise<void> {
    await desk.asAdministrator('PUT', `/oauth/clients/${id}`, { ...(await stored()), ...change });
  }

  async function save(): Promise<void> {
    await wizard.does(wizard.save());
  }

  function codes(): string[] {
    const { memory, context } = wizard.state;
    return check('edit', memory.draft, context).map(({ code, severity }) => `${code} ${severity}`);
  }

  function answers() {
    const { memory, context } = wizard.state;
    return answersOf('edit', memory.draft, context);
  }

  it('begins with what the client is, and finds no fault in that', async () => {
    await edit();
    const { name, description, duration, grantType, redirectUris, scopes } = answers();
    assert.deepEqual(
      { name, description, duration, grantType, redirectUris, scopes },
      {
        name: REQUEST.name,
        description: REQUEST.description,
        duration: '64800',
        grantType: 'CODE',
        redirectUris: URI,
        scopes: REQUEST.scope,
      },
    );
    assert.equal(wizard.state.memory.step, 'details');
    assert.deepEqual(codes(), []);
  });

  it('saves nothing while nothing is changed', async () => {
    await edit();
    const { memory, context } = wizard.state;
    assert.deepEqual(plan('edit', memory.draft, context), []);
    const before = await desk.requests();
    await wizard.does({ type: 'save', plan: [] });
    assert.equal(wizard.state.run, null);
    assert.deepEqual(await desk.requests(), before);
  });

  it('changes what was answered and nothing else, and tells what stands', async () => {
    await edit();
    const before = await stored();
    await wizard.answers({ name: 'Reports', redirectUris: `${URI}\n${OTHER_URI}`, description: '' });
    await save();
    const { client, change } = wizard.run('finished');
    assert.equal(client.name, 'Reports');
    assert.deepEqual(change?.unexpected, []);
    const expected = { ...before, name: 'Reports', description: '', registeredRedirectUri: [URI, OTHER_URI] };
    assert.deepEqual(compareRecords(expected, await stored()), []);
    assert.ok(
      wizard.world.known.includes(`${id} in ${wizard.wizard.edited?.orgId}`),
      'the list of clients follows',
    );
  });

  it('gives the client back what it was', async () => {
    await edit();
    await wizard.answers({ name: 'Reports', description: '', scopes: ['users', 'presence'] });
    await save();
    await wizard.does({ type: 'undo-change' });
    assert.equal(wizard.run('finished').undoing?.kind, 'undone');
    const { name, description, scope } = await stored();
    assert.deepEqual(
      { name, description, scope },
      {
        name: REQUEST.name,
        description: REQUEST.description,
        scope: REQUEST.scope,
      },
    );
  });

  it('undoes nothing that somebody has changed since', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await save();
    await elsewhere({ description: 'Of somebody else' });
    await wizard.does({ type: 'undo-change' });
    assert.equal(wizard.run('finished').undoing?.kind, 'changed-since');
    assert.equal((await stored())['name'], 'Reports');
  });

  it('says what somebody else changed meanwhile, and goes on from there with the same answers', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await elsewhere({ description: 'Of somebody else' });
    await save();
    const { failure } = wizard.run('stopped');
    assert.ok(failure.kind === 'changed-meanwhile');
    assert.deepEqual(failure.differences, [
      { kind: 'value', field: 'description', before: REQUEST.description, after: 'Of somebody else' },
    ]);
    assert.equal((await stored())['name'], REQUEST.name, 'nothing was sent');
    await wizard.does({ type: 'look-again' });
    assert.equal(answers().description, 'Of somebody else');
    assert.equal(answers().name, 'Reports');
    await save();
    const { name, description } = await stored();
    assert.deepEqual([name, description], ['Reports', 'Of somebody else']);
  });

  it('says that somebody has deleted the client meanwhile', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await elsewhere({ state: 'inactive' });
    await desk.asAdministrator('DELETE', `/oauth/clients/${id}`);
    await save();
    const { failure } = wizard.run('stopped');
    assert.ok(failure.kind === 'not-changed' && failure.error.kind === 'rejected');
    assert.equal(failure.error.answer.code, 'client.not.found');
    assert.ok(wizard.world.known.some((each) => each.startsWith(`${id} gone`)));
    await wizard.does({ type: 'back-to-answers' });
    assert.equal(answers().name, 'Reports', 'nothing that was typed is lost');
  });

  it('goes on to another client from a change that did nothing, which is offered again', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await elsewhere({ description: 'Of somebody else' });
    await save();
    const other = await desk.makeClient({ ...REQUEST, name: 'Other' });
    await wizard.wizard.openWith(await desk.toEdit(other));
    assert.equal(wizard.state.run, null);
    assert.equal(answers().name, 'Other');
    assert.deepEqual(
      wizard.state.memory.formerDrafts.map(({ draft }) => draft.name),
      ['Reports'],
    );
  });

  it('leaves a client that is being changed, or was, for a new one that is wanted', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await wizard.wizard.begin(undefined);
    assert.equal(wizard.state.memory.procedure, undefined);
    await wizard.wizard.openWith(await desk.toEdit(id));
    assert.equal(answers().name, 'Reports', 'what was answered of it is still there');
    await save();
    await wizard.wizard.begin('general');
    assert.deepEqual([wizard.state.run, wizard.state.memory.procedure], [null, 'general']);
    assert.deepEqual(wizard.state.memory.draft, {});
  });

  it('two windows: the second one sees what the first one saved', async () => {
    await edit();
    const first = wizard;
    await edit();
    await first.answers({ name: 'By the first' });
    await wizard.answers({ name: 'By the second' });
    await first.does(first.save());
    first.run('finished');
    await save();
    assert.equal(wizard.run('stopped').failure.kind, 'changed-meanwhile');
    assert.equal((await stored())['name'], 'By the first');
  });

  it('G1: who may look and not change is told so first', async () => {
    await edit('developer');
    assert.equal(wizard.state.memory.step, 'connect');
    assert.ok(codes().includes('edit-permission-missing error'));
  });

  it('G12: warns of a role that one does not hold, and says why the org refuses', async () => {
    await edit();
    const role = wizard.list('roles', { search: 'Master Admin' });
    const [home] = wizard.divisions;
    const [admin] = role.rows;
    assert.ok(home && admin);
    id = await desk.makeClient({
      name: 'Directory',
      authorizedGrantType: 'CLIENT-CREDENTIALS',
      roleDivisions: [{ roleId: admin.id, divisionId: home.id }],
    });
    await edit('integrator');
    assert.deepEqual(codes(), ['edit-role-not-held warning']);
    await wizard.answers({ name: 'Phone book' });
    await save();
    const { failure } = wizard.run('stopped');
    assert.ok(failure.kind === 'not-changed' && failure.error.kind === 'rejected');
    assert.equal(failure.error.answer.code, 'bad.client.role');
  });

  it('goes on after the sign-in has ended in the middle', async () => {
    await edit();
    await wizard.answers({ name: 'Reports' });
    await desk.endTokens();
    await save();
    const { failure } = wizard.run('stopped');
    assert.ok(failure.kind === 'not-changed' && failure.error.kind === 'signed-out');
    await wizard.does({ type: 'sign-in-again' });
    wizard.run('finished');
    assert.equal((await stored())['name'], 'Reports');
  });

  it('finds no other client in another org, whatever its ID', async () => {
    await edit();
    const client = await desk.toEdit(id);
    await wizard.wizard.openWith({ ...client, region: 'mypurecloud.ie', orgName: 'Acme' });
    assert.ok(codes().includes('edit-elsewhere error'));
    assert.equal(wizard.state.memory.step, 'connect');
  });

  it('warns whoever changes the client that they are signed in with', async () => {
    const { org } = desk;
    const scopes = ['oauth', 'authorization', 'organization:readonly', 'user-basic-info'];
    desk.token = await org.signInThroughNewClient(await org.signIn('administrator'), 'administrator', scopes);
    id = String((await org.call(desk.token, 'GET', '/api/v2/tokens/me')).at('OAuthClient.id'));
    await edit();
    assert.deepEqual(
      codes().filter((code) => code.startsWith('edit-')),
      ['edit-signs-in warning'],
    );
  });
});
