import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  dayOfDeletion,
  deletionFate,
  holdsSecret,
  isKnownGrantType,
  letsPeopleLogIn,
  speaksForItself,
  worksInState,
} from '../../../src/core/clients/usable.ts';
import { deletionMeaning } from '../../../src/core/texts/clientChanges.ts';

type Row = {
  /** Whether people can log in with it. */
  logsIn: 'yes' | 'no' | 'unknown';
  isKnown: boolean;
  holds: boolean;
};

describe('A client of the grant type', () => {
  const grants: Readonly<Record<string, Row>> = {
    CODE: { logsIn: 'yes', isKnown: true, holds: true },
    TOKEN: { logsIn: 'yes', isKnown: true, holds: false },
    'CLIENT-CREDENTIALS': { logsIn: 'no', isKnown: true, holds: true },
    'SAML2-BEARER': { logsIn: 'no', isKnown: true, holds: true },
    PASSWORD: { logsIn: 'no', isKnown: true, holds: false },
    'GRANT-OF-TOMORROW': { logsIn: 'unknown', isKnown: false, holds: false },
  };
  for (const [grant, { logsIn, isKnown, holds }] of Object.entries(grants)) {
    describe(grant, () => {
      it(`E3: lets people log in: ${logsIn}`, () => assert.equal(letsPeopleLogIn(grant), logsIn));

      it(isKnown ? 'is documented' : 'is not documented', () =>
        assert.equal(isKnownGrantType(grant), isKnown),
      );

      it(holds ? 'shows a secret to get its tokens' : 'is not known to show a secret', () =>
        assert.equal(holdsSecret({ id: 'id', name: 'CRM', authorizedGrantType: grant }), holds),
      );
    });
  }

  it('that the org does not tell is taken for none of them', () => {
    assert.equal(letsPeopleLogIn(undefined), 'unknown');
    assert.equal(isKnownGrantType(undefined), false);
    assert.equal(holdsSecret({ id: 'id', name: 'CRM' }), false);
  });
});

describe('A client in the state', () => {
  const states = { active: 'yes', disabled: 'no', inactive: 'no', 'state-of-tomorrow': 'unknown' };
  for (const [state, works] of Object.entries(states))
    it(`${state}: gives tokens: ${works}`, () => assert.equal(worksInState(state), works));

  it('that nothing is said of is active', () => assert.equal(worksInState(undefined), 'yes'));
});

describe('A client', () => {
  it('speaks for itself with the grant type that no person logs in with, and with no other', () => {
    const speaking = (authorizedGrantType: string) =>
      speaksForItself({ id: 'a', name: 'CRM', authorizedGrantType });
    assert.equal(speaking('CLIENT-CREDENTIALS'), true);
    for (const grant of ['CODE', 'TOKEN', 'SAML2-BEARER', 'NEW']) assert.equal(speaking(grant), false);
    assert.equal(speaksForItself({ id: 'a', name: 'CRM' }), false);
    assert.equal(speaksForItself(undefined), false);
  });

  it('is deleted on a day only where the org says one', () => {
    assert.equal(dayOfDeletion({ dateToDelete: '2026-12-30T00:00:00Z' }), '2026-12-30T00:00:00Z');
    for (const dateToDelete of [undefined, null, '', 'soon', 7, Date.UTC(2026, 11)])
      assert.equal(dayOfDeletion({ dateToDelete }), undefined);
  });
});

describe('What becomes of a client that is deleted', () => {
  const NOW = new Date('2026-11-30T12:00:00Z');
  const org = { orgName: 'Acme', region: 'mypurecloud.com' };
  const said = (dateCreated?: string) =>
    deletionMeaning({ id: 'id', name: 'A' }, deletionFate({ dateCreated }, NOW), org).join('\n');

  it('1.4: is said of this very client by its age, and as a rule only where its age is not known', () => {
    const ofYoung = said('2026-11-30T11:00:00Z');
    assert.match(ofYoung, /It is younger than 30 days.+at once and for good/);
    assert.doesNotMatch(ofYoung, /7 days/);
    const ofOld = said('2026-10-31T12:00:00Z');
    assert.match(ofOld, /It is older than 30 days.+7 days.+restored/);
    assert.doesNotMatch(ofOld, /at once/);
    for (const unknown of [undefined, 'some day'])
      assert.match(said(unknown), /younger than 30 days at once and for good, and keeps an older one/);
  });
});
