import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import { ExportFormat } from '../../../../src/core/export/exportAs.ts';
import { Run } from '../../../../src/core/operations/run.ts';
import type { Draft } from '../../../../src/core/procedures/draft.ts';
import { placeNow } from '../../../../src/core/wizard/saved.ts';
import { adminPageOf } from '../../../../src/core/wizard/state.ts';
import { ActedWizard } from '../../../wizard/acted.ts';
import type { OrgDesk } from '../../../wizard/orgDesk.ts';
import { anOrg } from '../../../wizard/samples.ts';
import { useOrgDesk } from '../../../wizard/useOrgDesk.ts';
import { runShell } from '../../export/runShell.ts';

const ANSWERS: Draft = {
  name: 'Reporting',
  grantType: 'CODE',
  redirectUris: 'https://a.example/cb',
  scopes: ['users:readonly'],
};

describe('The practice org and the real site', () => {
  const useDesk = useOrgDesk();
  let desk: OrgDesk;
  let wizard: ActedWizard;

  beforeEach(async () => {
    desk = useDesk();
    wizard = await desk.begin('general');
    await desk.connect(wizard);
    await wizard.answers(ANSWERS);
  });

  async function opens(): Promise<readonly string[]> {
    wizard.world.opened.length = 0;
    await wizard.does({ type: 'open-admin-page' });
    return [...wizard.world.opened];
  }

  async function taken(format: ExportFormat): Promise<string> {
    await wizard.does({ type: 'copy-as', format });
    return wizard.world.clipboard;
  }

  it('never meet on an admin page: before Save, after it, and after signing out', async () => {
    assert.deepEqual([adminPageOf(wizard.state), await opens()], ['practice', []]);
    await wizard.does(wizard.save());
    wizard.run('finished');
    assert.deepEqual([adminPageOf(wizard.state), await opens()], ['practice', []]);
    await wizard.does({ type: 'disconnect' });
    assert.deepEqual([adminPageOf(wizard.state), await opens()], ['practice', []]);
  });

  it('leave the way to a real region open, on whose admin page one makes a client', async () => {
    desk.region = 'mypurecloud.de';
    await wizard.does({ type: 'connect', way: 'admin-page' });
    assert.deepEqual(await opens(), ['https://apps.mypurecloud.de/directory/#/admin/integrations/oauth']);
  });

  it('never meet in what is taken elsewhere, which leads to the practice org and nowhere else', async () => {
    const { port } = new URL(desk.org.baseUrl);
    const { args: curl } = runShell('curl', await taken('curl'));
    assert.ok(curl.includes(`${desk.org.baseUrl}/api/v2/oauth/clients`));
    const { args: gc } = runShell('gc', await taken('genesys-cli'));
    assert.ok(gc.includes(`localhost:${port}`));
    const terraform = await taken('terraform');
    assert.ok(terraform.includes(`"${port}"`));
    for (const format of ExportFormat.options)
      assert.doesNotMatch(await taken(format), /mypurecloud|pure\.cloud/, format);
  });

  it('are told apart in what one does with a client that is there, wherever one is signed in by then', async () => {
    await wizard.does(wizard.save());
    wizard.run('finished');
    await wizard.does({ type: 'disconnect' });
    const terraform = await taken('terraform');
    assert.match(terraform, /^# .*practice org/);
    assert.ok(terraform.includes(`"${new URL(desk.org.baseUrl).port}"`));
  });

  it('have other addresses after each start of the practice org, and those of now count', async () => {
    await wizard.does(wizard.save());
    const { saved } = wizard.run('finished');
    const { destination } = wizard.state.context;
    assert.ok(destination.kind === 'org');
    const now = { apiUrl: 'http://127.0.0.1:1', loginUrl: 'http://127.0.0.1:1/login' };
    const restarted = { ...destination, org: { ...destination.org, ...now } };
    assert.deepEqual(placeNow(saved, { destination: restarted }), { ...saved.place, ...now });
    const real = { ...restarted, org: { ...restarted.org, practice: false } };
    const other = { ...restarted, org: { ...restarted.org, id: 'another' } };
    for (const elsewhere of [real, other, { kind: 'undecided' } as const])
      assert.deepEqual(placeNow(saved, { destination: elsewhere }), saved.place);
  });
});

describe('A Save in the practice org that goes on after the practice org has started anew', () => {
  const useDesk = useOrgDesk();
  const BEFORE = 'http://127.0.0.1:9';

  it('sends the secret to the practice org of now, and not to whatever is at its old address', async () => {
    const desk = useDesk();
    const first = await desk.begin('scim');
    await desk.connect(first);
    await first.answers({ name: 'Identity', provider: 'entra' });
    first.cancelsBefore = 'prove';
    await first.does(first.save());
    const stopped = first.run('stopped');
    const run = Run.parse(JSON.parse(JSON.stringify(stopped).replaceAll(desk.org.baseUrl, BEFORE)));
    const second = await desk.begin('scim', { run });
    for (const [id, secret] of first.world.secrets) second.world.secrets.set(id, secret);
    await desk.connect(second);
    await second.does({ type: 'retry', createAnyway: false });
    const { client } = second.run('finished');
    assert.ok(second.world.secrets.has(`token of ${client.id}`));
    await second.does({ type: 'copy', what: 'scim-base-url' });
    assert.equal(second.world.clipboard, `${desk.org.baseUrl}/api/v2/scim/v2`);
  });
});

describe('A real org', () => {
  it('has its admin page', async () => {
    const wizard = await ActedWizard.begin({ org: anOrg({ practice: false }) });
    await wizard.does({ type: 'open-admin-page' });
    assert.deepEqual(wizard.world.opened, [
      'https://apps.mypurecloud.jp/directory/#/admin/integrations/oauth',
    ]);
  });
});
