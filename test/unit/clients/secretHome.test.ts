import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isAtHome, secretHome, type Whereabouts } from '../../../src/core/clients/whereabouts.ts';

const JAPAN = 'mypurecloud.jp';
const IRELAND = 'mypurecloud.ie';
const SIGNED_OUT: Whereabouts = { kind: 'signed-out' };

function foundIn(practice: boolean): Whereabouts {
  const org = { account: 'a', orgName: 'A', region: JAPAN, practice, clients: [], readAt: '' };
  return { kind: 'in-one', org, client: { id: 'client-1', name: 'CRM' } };
}

/** Everything that a file can say of the place of a client. */
const WRITTEN = [JAPAN, IRELAND, 'evil.example'].flatMap((region) =>
  [true, false].map((practice) => ({ region, practice })),
);

describe('The home of a secret', () => {
  for (const practice of [true, false]) {
    for (const found of [SIGNED_OUT, foundIn(true), foundIn(false)]) {
      it(`is what was noted with it, whatever a file says (practice org: ${practice}, ${found.kind})`, () => {
        for (const written of WRITTEN) {
          const home = secretHome({ region: JAPAN, practice }, found, written, true);
          assert.deepEqual(
            home,
            written.region === JAPAN
              ? { kind: practice ? 'practice-org' : 'region', keptMayGo: true }
              : { kind: 'other-region', region: JAPAN },
          );
        }
      });
    }
  }

  it('is not known of one from before, so that it goes nowhere until its client was read in an org', () => {
    for (const noted of [{ region: JAPAN }, { region: '' }]) {
      for (const written of WRITTEN) {
        const home = secretHome(noted, SIGNED_OUT, written, true);
        assert.ok(home.kind === 'other-region' || ('keptMayGo' in home && !home.keptMayGo));
      }
      for (const practice of [true, false]) {
        const home = secretHome(noted, foundIn(practice), { region: JAPAN, practice: !practice }, true);
        assert.deepEqual(home, { kind: practice ? 'practice-org' : 'region', keptMayGo: true });
      }
    }
  });

  it('is no region that nobody knows', () => {
    const written = { region: 'evil.example', practice: false };
    assert.deepEqual(secretHome(undefined, SIGNED_OUT, written, false), { kind: 'unknown-region' });
  });

  it('of what nobody has kept is where the client was read, or else where the person is told that it goes', () => {
    const written = { region: JAPAN, practice: false };
    assert.deepEqual(secretHome(undefined, foundIn(true), written, true).kind, 'practice-org');
    assert.deepEqual(secretHome(undefined, SIGNED_OUT, written, true), { kind: 'region', keptMayGo: false });
  });

  it('is the practice org where the file says so and nobody knows better, also of a region that nobody knows', () => {
    for (const isTrusted of [true, false]) {
      const home = secretHome(undefined, SIGNED_OUT, { region: JAPAN, practice: true }, isTrusted);
      assert.deepEqual(home, { kind: 'practice-org', keptMayGo: false });
    }
  });
});

describe('A secret that is kept', () => {
  it('is of a client of one place, and of no other', () => {
    const noted = { region: JAPAN, practice: true };
    assert.equal(isAtHome(noted, { region: JAPAN, practice: true }), true);
    assert.equal(isAtHome(noted, { region: JAPAN, practice: false }), false);
    assert.equal(isAtHome(noted, { region: IRELAND, practice: true }), false);
    for (const practice of [true, false]) {
      assert.equal(isAtHome({ region: JAPAN }, { region: JAPAN, practice }), true);
      assert.equal(isAtHome({ region: JAPAN, practice }, { region: JAPAN }), true);
    }
    assert.equal(isAtHome({ region: '' }, { region: JAPAN, practice: false }), false);
  });
});
