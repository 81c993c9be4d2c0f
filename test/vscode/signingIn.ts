import assert from 'node:assert/strict';
import { type Org, orgOf } from '../../src/core/procedures/context.ts';
import type { SignInFailure } from '../../src/core/signIn/attempt.ts';
import type { Habits } from './person.ts';
import type { Rehearsal } from './rehearsal.ts';

/** The region of every sign-in here, which a gateway leads to the practice org. */
export const REGION = 'mypurecloud.jp';

/** An administrator who knows all that a login with the browser asks. */
export function administratorOf({ org }: Rehearsal): Habits {
  return { loginHint: 'administrator', region: REGION, clientId: org.signInClient.id };
}

/** Logs in with the browser for the first time: sees what client is needed, and enters its ID. */
export async function logInWithBrowser(window: Rehearsal): Promise<void> {
  await window.connect('browser');
  await window.does({ type: 'client-prepared' });
}

/** Why the last sign-in failed; throws when it did not. */
export function failureOf(window: Rehearsal): SignInFailure {
  const { connecting } = window.state();
  assert.ok(connecting.kind === 'disconnected' && connecting.failure, JSON.stringify(connecting));
  return connecting.failure;
}

/** The org that is connected; throws when none is. */
export function connectedOrg(window: Rehearsal): Org {
  const { connecting, context } = window.state();
  assert.equal(connecting.kind, 'connected', JSON.stringify(connecting));
  const org = orgOf(context);
  assert.ok(org);
  return org;
}
