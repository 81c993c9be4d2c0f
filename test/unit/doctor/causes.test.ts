import assert from 'node:assert/strict';
import { CAUSES } from '../../../src/core/doctor/cause.ts';
import { diagnose } from '../../../src/core/doctor/diagnose.ts';
import { NOW } from '../../doctor/facts.ts';
import { cannotStandTogether, injections, scenes } from '../../doctor/injections.ts';
import { firstTwo, foundIn, KINDS, PAIRS, sharedBy } from '../../doctor/pairs.ts';

describe('Where nothing is wrong', () => {
  for (const kind of KINDS) {
    it(`nothing is found (${kind})`, () => assert.deepEqual(foundIn(scenes[kind]()), []));
  }

  it('each cause was in order, was not looked at, or cannot be one', () => {
    for (const kind of KINDS) {
      const { subject, told, facts } = scenes[kind]();
      const { inOrder, notLooked } = diagnose(subject, told, facts, NOW);
      assert.ok(inOrder.length >= 8, `${kind}: ${inOrder.length} in order`);
      const both = inOrder.filter(({ cause }) => notLooked.some((each) => each.cause === cause));
      assert.deepEqual(both, []);
    }
  });

  it('what no API shows is listed as not looked at', () => {
    const { subject, told, facts } = scenes.login();
    const { notLooked } = diagnose(subject, told, facts, NOW);
    const causes = notLooked.map(({ cause }) => cause);
    for (const cause of [
      'scopes-enforced',
      'rate-limited',
      'token-ended',
      'cookies-blocked',
      'pop-ups-blocked',
    ])
      assert.ok(
        causes.some((each) => each === cause),
        cause,
      );
  });
});

describe('A cause alone', () => {
  for (const cause of CAUSES) {
    for (const kind of injections[cause].into) {
      it(`${cause} is the only one that is found (${kind})`, () => {
        assert.deepEqual(foundIn(injections[cause].put(scenes[kind]())), [cause]);
      });
    }
  }
});

describe('Two causes together', () => {
  for (const [one, other] of PAIRS) {
    const shared = sharedBy(one, other);
    if (shared === undefined) continue;
    it(`${one} and ${other} are the first two`, () => {
      assert.ok(shared.length > 0, 'there is no scene for both, and no reason is given');
      for (const kind of shared) assert.deepEqual(firstTwo(one, other, kind), new Set([one, other]), kind);
    });
  }

  it('stand apart only for a reason, and each such pair is named once', () => {
    const apart = cannotStandTogether
      .filter((entry) => entry.in === undefined)
      .flatMap(({ each, and }) => each.flatMap((one) => and.map((other) => [one, other].sort().join(' '))));
    assert.equal(new Set(apart).size, apart.length);
    assert.ok(apart.length * 4 < PAIRS.length, `${apart.length} of ${PAIRS.length}`);
  });
});
