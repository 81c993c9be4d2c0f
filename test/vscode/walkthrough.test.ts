import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import type { EntryCoverage } from '../../src/core/framework/check/coverage.ts';
import { followChecks, followSessions, type WalkthroughDeed } from '../../src/host/walkthrough.ts';
import { until } from './until.ts';
import { useWindows } from './windows.ts';

/** What ticks a step, whichever way it was done; the compiler asks for each. */
const DEEDS: Record<WalkthroughDeed, true> = {
  'genesysOAuth.hasSignedIn': true,
  'genesysOAuth.hasMadeClient': true,
  'genesysOAuth.hasSeenClient': true,
  'genesysOAuth.hasComparedFramework': true,
};

describe('A step of the walkthrough', () => {
  const windows = useWindows();
  const { executeCommand } = vscode.commands;
  let ticked: unknown[];

  beforeEach(() => {
    ticked = [];
    Reflect.set(vscode.commands, 'executeCommand', async (name: string, ...given: unknown[]) => {
      if (name !== 'setContext') return await executeCommand(name, ...given);
      ticked.push(given[0]);
      return await executeCommand(name, ...given);
    });
  });

  afterEach(() => Reflect.set(vscode.commands, 'executeCommand', executeCommand));

  it('is ticked by a context key that the manifest names, one for each deed', () => {
    const extension = vscode.extensions.all.find(
      ({ packageJSON }) => packageJSON.name === 'genesys-oauth-wizard',
    );
    const steps: { completionEvents: string[] }[] = extension?.packageJSON.contributes.walkthroughs[0].steps;
    const keys = steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onContext:(.+)$/.exec(event)?.[1] ?? []),
    );
    assert.deepEqual(keys.sort(), Object.keys(DEEDS).sort());
    for (const { completionEvents } of steps)
      assert.ok(
        completionEvents.some((event) => /^on(Context|View):/.test(event)),
        'none waits for a link of its own alone',
      );
  });

  it('is ticked once somebody is signed in, however they did it', async () => {
    const window = await windows.open();
    const following = followSessions(window.services);
    try {
      assert.deepEqual(ticked, []);
      await window.connectAs('administrator');
      await until(() => ticked.includes('genesysOAuth.hasSignedIn'));
    } finally {
      following.dispose();
    }
  });

  it('is ticked once a Client ID of an open framework.js was compared with an org, and not before', async () => {
    const changed = new vscode.EventEmitter<void>();
    const entries: EntryCoverage[] = [{ kind: 'not-compared', why: 'signed-out', region: 'mypurecloud.jp' }];
    await vscode.workspace.openTextDocument({ language: 'javascript', content: '' });
    const checks = { onDidChange: changed.event, covers: () => true, coverageOf: () => ({ entries }) };
    const following = followChecks(checks);
    changed.fire();
    assert.deepEqual(ticked, []);
    entries.push({ kind: 'compared', orgs: ['Practice Org'] });
    changed.fire();
    changed.fire();
    assert.deepEqual(ticked, ['genesysOAuth.hasComparedFramework'], 'once');
    following.dispose();
  });
});
