import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { EndedSessions } from '../../src/host/signIn/endedSessions.ts';
import { SESSIONS_KEY } from '../../src/host/signIn/sessions.ts';
import { automationClient } from '../../src/practiceOrg/world/seed.ts';
import { inMemorySecrets } from './inMemory.ts';
import type { Rehearsal } from './rehearsal.ts';
import { assertConnected, useWindows } from './windows.ts';

const { id: clientId, secret: clientSecret } = automationClient;

describe('A keyring in trouble', () => {
  const windows = useWindows();
  let trouble: 'none' | 'locked' | 'unreadable';
  let window: Rehearsal;

  beforeEach(async () => {
    trouble = 'none';
    const secrets = inMemorySecrets((key) => trouble === 'locked' && key.startsWith(SESSIONS_KEY));
    const get = secrets.get.bind(secrets);
    secrets.get = async (key) => {
      if (trouble === 'unreadable') throw new Error('The keyring cannot be read.');
      return await get(key);
    };
    window = await windows.open({ secrets });
    await window.connectAs('administrator');
  });

  async function signInWithSecret(): Promise<void> {
    await windows.leadTo(window);
    window.person.habits = { region: 'mypurecloud.jp', clientId, clientSecret };
    await window.connect('client-credentials');
    assertConnected(window);
  }

  it('that cannot be read for a while loses no sign-in, and gets the new one afterwards', async () => {
    trouble = 'unreadable';
    await signInWithSecret();
    assert.equal((await window.accounts()).length, 2);
    trouble = 'none';
    assert.equal((await window.accounts()).length, 2);
    await window.focus();
    assert.equal((await window.stored()).length, 2);
  });

  it('that refuses a sign-in leaves it to this window, which says so', async () => {
    const refusing = inMemorySecrets((key) => key.startsWith(SESSIONS_KEY));
    const forNow = await windows.open({ secrets: refusing });
    await forNow.connectAs('administrator');
    assertConnected(forNow);
    assert.equal(forNow.state().outlastsWindow, false);
    assert.equal((await forNow.accounts()).length, 1);
    await forNow.does({ type: 'disconnect' });
    assert.equal((await forNow.accounts()).length, 0);
  });

  it('keeps the records that only another version understands', async () => {
    const record = { id: 'of another version' };
    await window.secrets.store(SESSIONS_KEY, JSON.stringify([record, ...(await window.stored())]));
    assert.equal((await window.accounts()).length, 1);
    await window.signOutElsewhere();
    assert.equal(await window.secrets.get(SESSIONS_KEY), JSON.stringify([record]));
  });

  it('that cannot be read for a while disconnects nobody', async () => {
    trouble = 'unreadable';
    await window.focus();
    assertConnected(window);
    await window.does({ type: 'refresh' });
    assertConnected(window);
    assert.equal((await window.accounts()).length, 1);
  });

  it('that does not take a renewed sign-in leaves it to this window', async () => {
    trouble = 'locked';
    await window.endToken();
    await window.does({ type: 'refresh' });
    await window.does({ type: 'refresh' });
    assertConnected(window);
    assert.equal(await window.received('POST /login/oauth/token'), 2, 'a login and one renewal');
  });

  it('that is locked at a sign-out is cleared when it can be written again', async () => {
    await signInWithSecret();
    trouble = 'locked';
    await window.does({ type: 'disconnect' });
    assert.equal((await window.stored()).length, 2, 'it is still in the keyring');
    assert.equal((await window.accounts()).length, 1, 'but nobody is signed in by it');
    trouble = 'none';
    await window.focus();
    assert.equal((await window.stored()).length, 1);
  });

  it('that was locked until the window had gone is cleared by the next window', async () => {
    await signInWithSecret();
    trouble = 'locked';
    await window.does({ type: 'disconnect' });
    trouble = 'none';
    const next = await windows.open({ beside: window });
    assert.equal((await next.accounts()).length, 1);
    assert.equal((await next.stored()).length, 1);
  });

  it('beside a storage folder that cannot be made lets this window alone know what has ended', async () => {
    const file = join(window.storage.path, 'a-file');
    await writeFile(file, '');
    const ended = new EndedSessions(vscode.Uri.file(join(file, 'below')));
    await ended.add(['a-session']);
    assert.deepEqual(await ended.ids(), ['a-session']);
    ended.dispose();
  });

  it('and windows that sign out at once all know what has ended', async () => {
    const folder = vscode.Uri.file(window.storage.path);
    const others = Array.from({ length: 20 }, () => new EndedSessions(folder));
    const ids = others.map((_, index) => `session-${index}`);
    await Promise.all(others.map(async (other, index) => await other.add([`session-${index}`])));
    const next = new EndedSessions(folder);
    const known = await next.ids();
    assert.deepEqual(
      ids.filter((id) => !known.includes(id)),
      [],
    );
    for (const each of [...others, next]) each.dispose();
  });

  it('does not bring back a sign-in when what has ended cannot be written down either', async () => {
    await mkdir(join(window.storage.path, 'ended-sessions.txt'));
    trouble = 'locked';
    await window.does({ type: 'disconnect' });
    assert.deepEqual(await window.accounts(), []);
    await window.connectAs('developer');
    assertConnected(window);
  });
});
