import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { rehearseTrouble } from '../../src/host/signIn/rehearseTrouble.ts';
import { noTrouble } from '../../src/practiceOrg/practice/switches.ts';
import { steer } from '../host/steer.ts';
import { FakeDialogs } from './fakeDialogs.ts';
import type { Rehearsal } from './rehearsal.ts';
import { useWindows } from './windows.ts';

describe('Rehearse Trouble', () => {
  const windows = useWindows();
  let window: Rehearsal;
  let dialogs: FakeDialogs;

  beforeEach(async () => {
    window = await windows.open();
    dialogs = new FakeDialogs();
  });
  afterEach(async () => {
    await steer(window.org, 'POST', 'reset');
  });

  const switches = async (): Promise<unknown> => await (await steer(window.org, 'GET', 'switches')).json();
  /** Opens the list, and leaves it, or chooses one of it. */
  async function open(choice?: string): Promise<{ all: string[]; ticked: string[] }> {
    dialogs.choices = ['Choose What Goes Wrong', ...(choice === undefined ? [] : [choice])];
    await rehearseTrouble({ ...window.services, dialogs });
    const label = ({ label }: { label: string }) => label;
    return { all: dialogs.rows.map(label), ticked: dialogs.rows.filter(({ picked }) => picked).map(label) };
  }

  it('turns on each trouble that it lists, one at a time, and shows it ticked', async () => {
    const { all, ticked } = await open();
    assert.deepEqual(ticked, []);
    assert.equal(new Set(all).size, all.length);
    for (const label of all) {
      await open(label);
      assert.notDeepEqual(await switches(), noTrouble, label);
      assert.deepEqual((await open()).ticked, [label]);
    }
  });

  it('lets an administrator meet what the organization may do to them', async () => {
    const meets: readonly [label: RegExp, on: object][] = [
      [/never comes/, { kind: 'stalled', method: 'POST' }],
      [/renames the client/, { kind: 'changed-meanwhile', method: 'GET' }],
      [/stops halfway/, { kind: 'half-deleted', method: 'DELETE' }],
      [/450 days/, { clockOffsetSeconds: 38_880_000 }],
      [/inactivity timeout/, { inactivityTimeoutSeconds: 300 }],
      [/IP allow-list/, { ipNotAllowed: true }],
    ];
    const { all } = await open();
    for (const [label, on] of meets) {
      await open(all.find((each) => label.test(each)));
      const text = JSON.stringify(await switches());
      for (const [name, value] of Object.entries(on))
        assert.ok(text.includes(`"${name}":${JSON.stringify(value)}`));
    }
  });

  it('takes the permissions from whoever is signed in', async () => {
    const { all } = await open();
    await window.connectAs('administrator');
    await open(all.find((each) => /Nobody may create/.test(each)));
    const [session] = await window.stored();
    const headers = { authorization: `Bearer ${session?.accessToken}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ name: 'A', authorizedGrantType: 'CODE', scope: ['users'] });
    const clients = `${window.org.baseUrl}/api/v2/oauth/clients`;
    assert.equal((await fetch(clients, { method: 'POST', headers, body })).status, 403);
    assert.equal((await fetch(clients, { headers })).status, 200);
  });
});
