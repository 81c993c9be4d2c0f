import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { LoadedOrg } from '../../../src/core/procedures/loadedOrg.ts';
import type { SignInFailure } from '../../../src/core/signIn/attempt.ts';
import {
  type ConnectionEvent,
  type ConnectionState,
  connectingOf,
  connectionFor,
  connectionTo,
  destinationOf,
  next,
  whereaboutsOf,
} from '../../../src/core/wizard/connection.ts';
import type { SignedInOrg } from '../../../src/core/wizard/ports.ts';
import { NOTHING_REMEMBERED } from '../../../src/core/wizard/state.ts';
import { anAccess, anOrg } from '../../wizard/samples.ts';

const TIMED_OUT: SignInFailure = { kind: 'no-return', region: 'mypurecloud.ie', minutes: 5 };
const ENDED: SignInFailure = {
  kind: 'session-ended',
  region: 'mypurecloud.jp',
  error: { kind: 'signed-out', answer: { status: 401 } },
};

function signedIn(session = 'session-1', account = 'account-1'): SignedInOrg {
  const org = anOrg({ id: `org of ${account}` });
  const connection = { apiUrl: org.apiUrl, accessToken: 'a token', language: 'en' };
  const { region } = org;
  return {
    session: { id: session, account, region, endsAt: undefined, outlastsWindow: true },
    org,
    connection,
  };
}

const nowhere = connectionFor({});
const connected = following(nowhere, { kind: 'entered', signedIn: signedIn() });
const preparing = following(nowhere, { kind: 'began-preparing', region: 'mypurecloud.de' });
const underWay: ConnectionEvent = { kind: 'attempt-reported', stage: { kind: 'loading-org' } };

function placeOf(state: ConnectionState) {
  return destinationOf(state, NOTHING_REMEMBERED, {
    workspace: { files: [], newFiles: [], scimFiles: [] },
    today: '2026-11-22',
  });
}

function following(state: ConnectionState, ...events: ConnectionEvent[]): ConnectionState {
  return events.reduce(next, state);
}

describe('How a connection to an org goes on', () => {
  it('counts another reading of the lists only where they changed, not when a token was renewed', () => {
    const { place, listsRead } = connected;
    assert.ok(place.kind === 'org');
    const readingsAfter = (change: Partial<LoadedOrg>) =>
      next(connected, { kind: 'org-changed', change }).listsRead;
    assert.equal(readingsAfter({ ...place.org, tokenEndsAt: '2026-11-23T09:00:00.000Z' }), listsRead);
    assert.equal(readingsAfter({ access: anAccess() }), listsRead + 1);
    assert.equal(readingsAfter({ clients: { kind: 'known', value: [] } }), listsRead + 1);
  });

  it('is nowhere at first, or where the draft was left', () => {
    assert.deepEqual(connectingOf(nowhere), { kind: 'disconnected' });
    assert.deepEqual(placeOf(nowhere), { kind: 'undecided' });
    const atAdminPage = connectionFor({ adminPageRegion: 'mypurecloud.ie' });
    assert.deepEqual(placeOf(atAdminPage), { kind: 'admin-page', region: 'mypurecloud.ie' });
    const left = connectionFor({ preparingRegion: 'mypurecloud.ie' });
    assert.deepEqual(connectingOf(left), { kind: 'preparing-client', region: 'mypurecloud.ie' });
  });

  it('shows the org from the moment that it is entered until it is left, whatever is tried meanwhile', () => {
    const trying = following(connected, underWay);
    assert.deepEqual(connectingOf(trying), { kind: 'loading-org' });
    assert.equal(placeOf(trying).kind, 'org');
    assert.deepEqual(placeOf(following(trying, { kind: 'left' })), { kind: 'undecided' });
  });

  it('keeps the connection that works when a try fails, and says why it failed', () => {
    const failed = following(connected, underWay, {
      kind: 'attempt-failed',
      failure: TIMED_OUT,
      opened: undefined,
    });
    assert.deepEqual(connectingOf(failed), { kind: 'connected', failure: TIMED_OUT });
    assert.notEqual(connectionTo(failed, signedIn().org), undefined);
    assert.deepEqual(connectingOf(following(failed, { kind: 'attempt-ended' })), { kind: 'connected' });
  });

  it('leaves the org whose own session turns out to have ended; not for the end of another', () => {
    const failure = { kind: 'attempt-failed', failure: ENDED } as const;
    const own = following(connected, { ...failure, opened: 'session-1' });
    assert.deepEqual(connectingOf(own), { kind: 'disconnected', failure: ENDED });
    assert.equal(whereaboutsOf(own).account, 'account-1', 'it is come back to');
    const another = following(connected, { ...failure, opened: 'session-2' });
    assert.deepEqual(connectingOf(another), { kind: 'connected', failure: ENDED });
  });

  it('goes back to preparing the client when the try with it comes to nothing', () => {
    const cancelled = following(preparing, underWay, { kind: 'attempt-ended' });
    assert.deepEqual(connectingOf(cancelled), { kind: 'preparing-client', region: 'mypurecloud.de' });
    assert.deepEqual(connectingOf(following(cancelled, { kind: 'gave-up-preparing' })), {
      kind: 'disconnected',
    });
  });

  it('comes back to the account after a sign-out elsewhere, and not after leaving', () => {
    assert.equal(whereaboutsOf(following(connected, { kind: 'session-gone' })).account, 'account-1');
    assert.equal(whereaboutsOf(following(connected, { kind: 'left' })).account, undefined);
  });

  it('leaves the org for a draft of another account, and stays for one of its own', () => {
    const other = { kind: 'draft-changed', whereabouts: { account: 'account-2' } } as const;
    assert.deepEqual(placeOf(following(connected, other)), { kind: 'undecided' });
    const own = { kind: 'draft-changed', whereabouts: { account: 'account-1' } } as const;
    assert.equal(following(connected, own), connected);
    const there = { account: 'account-1', adminPageRegion: 'mypurecloud.ie' };
    const atAdminPage = following(connected, { kind: 'draft-changed', whereabouts: there });
    assert.deepEqual(placeOf(atAdminPage), { kind: 'admin-page', region: 'mypurecloud.ie' });
  });

  it('has a way to talk to no org but the one that is shown, and claims to be connected only there', () => {
    fc.assert(
      fc.property(fc.array(anEvent()), (events) => {
        const state = following(nowhere, ...events);
        const destination = placeOf(state);
        for (const { org } of [signedIn(), signedIn('session-2', 'account-2')]) {
          const isShown = destination.kind === 'org' && destination.org.id === org.id;
          assert.equal(connectionTo(state, org) !== undefined, isShown);
        }
        if (connectingOf(state).kind === 'connected') assert.equal(destination.kind, 'org');
      }),
    );
  });

  it('remembers where it is in such a way that one comes back there', () => {
    fc.assert(
      fc.property(fc.array(anEvent()), (events) => {
        const state = following(nowhere, ...events);
        const again = connectionFor(whereaboutsOf(state));
        assert.deepEqual(whereaboutsOf(again), whereaboutsOf(state));
        assert.equal(next(state, { kind: 'draft-changed', whereabouts: whereaboutsOf(state) }), state);
      }),
    );
  });
});

function anEvent(): fc.Arbitrary<ConnectionEvent> {
  const region = fc.constantFrom('mypurecloud.jp', 'mypurecloud.ie');
  const account = fc.constantFrom('account-1', 'account-2');
  const session = fc.constantFrom('session-1', 'session-2');
  const optional = fc.option(region, { nil: undefined });
  return fc.oneof(
    fc.constant(underWay),
    fc.constantFrom<ConnectionEvent>(
      { kind: 'attempt-ended' },
      { kind: 'gave-up-preparing' },
      { kind: 'left' },
      { kind: 'session-gone' },
      { kind: 'org-changed', change: { name: 'Another name' } },
    ),
    fc.tuple(fc.constantFrom(TIMED_OUT, ENDED), session).map(([failure, opened]): ConnectionEvent => {
      return { kind: 'attempt-failed', failure, opened };
    }),
    fc.tuple(session, account).map(([id, of]): ConnectionEvent => {
      return { kind: 'entered', signedIn: signedIn(id, of) };
    }),
    region.map((at): ConnectionEvent => ({ kind: 'chose-admin-page', region: at })),
    region.map((at): ConnectionEvent => ({ kind: 'began-preparing', region: at })),
    fc
      .record({ account, adminPageRegion: optional, preparingRegion: optional })
      .map((whereabouts): ConnectionEvent => ({ kind: 'draft-changed', whereabouts })),
  );
}
