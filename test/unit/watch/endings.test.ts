import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Mention } from '../../../src/core/clients/concerns.ts';
import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import type { OAuthClient } from '../../../src/core/platform/oauthClients.ts';
import { endingText, nextStepText, shortEndingText, stopsText } from '../../../src/core/texts/watch.ts';
import {
  type Ending,
  endingsOf,
  isPressing,
  type Known,
  millisecondsToNext,
  nextTurn,
} from '../../../src/core/watch/endings.ts';
import { at450, DAY, MADE, scim, token } from './tokens.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const REGION = 'mypurecloud.jp';

const FRAMEWORK: Mention = {
  kind: 'framework',
  uri: 'file:///crm/framework.js',
  path: 'framework.js',
  line: 4,
  use: { region: REGION, dedicatedLoginWindow: 'on', usePKCEAuthFlow: 'off' },
};

function org(clients: readonly OAuthClient[], practice = false): OrgClients {
  return { account: 'a', orgName: 'Acme', region: REGION, practice, clients, readAt: NOW.toISOString() };
}

function known(more: Partial<Known>, now = NOW, soonDays = 30): readonly Ending[] {
  return endingsOf({ named: [], orgs: [], reckon: () => ({ now, soonDays }), ...more });
}

const said = (endings: readonly Ending[]) => endings.map((each) => endingText(each, 'en'));
const pressing = (endings: readonly Ending[]) => endings.filter(isPressing).map((each) => each.kind);

const IMPLICIT: OAuthClient = { id: 'I', name: 'Wallboard', authorizedGrantType: 'TOKEN', state: 'active' };

describe('What ends by itself', () => {
  it('S6: is a token of 450 days on its day, the day before and the day after', () => {
    assert.deepEqual(said([at450(449)]), ['SCIM token of Okta ends tomorrow']);
    assert.deepEqual(said([at450(450)]), ['SCIM token of Okta ended today']);
    assert.deepEqual(said([at450(451)]), ['SCIM token of Okta ended yesterday']);
    assert.deepEqual(
      [449, 450, 451].map((day) => at450(day).standing),
      ['expiring', 'expired', 'expired'],
    );
  });

  it('S6: says of one that has ended what follows only unless the provider has got another one', () => {
    assert.match(
      stopsText(at450(451), 'en').join(' '),
      /^Unless the identity provider has got another token since/,
    );
    assert.match(stopsText(at450(449), 'en').join(' '), /^After that, users are no longer synchronized/);
  });

  it('S6: is worth a word as early as the setting says, and not a second before', () => {
    for (const soonDays of [1, 30, 90, 225]) {
      const soonAt = MADE.getTime() + (450 - soonDays) * DAY;
      const at = (moment: number) => token({}, new Date(moment), soonDays);
      assert.deepEqual([at(soonAt - 1000), at(soonAt)].map(isPressing), [false, true], `${soonDays} days`);
      assert.equal(millisecondsToNext([at(soonAt - 1000)]), 1000);
      assert.equal(millisecondsToNext([at(soonAt)]), soonDays * DAY);
    }
  });

  it('S6: is no token of a client that was deleted from here, unless an org has that client all the same', () => {
    const clientId = '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31';
    const mentions = [scim({ provider: 'okta', holdsToken: true })];
    const named = [{ region: REGION, clientId, mentions }];
    const isDeletedHere = ({ id }: { readonly id: string }) => id === clientId;
    assert.equal(known({ named }).length, 1);
    assert.equal(known({ named, isDeletedHere }).length, 0);
    assert.equal(known({ named, isDeletedHere: () => false }).length, 1);
    const there = org([{ id: clientId, name: 'Identity', state: 'active' }]);
    assert.equal(known({ named, isDeletedHere, orgs: [there] }).length, 1, 'restored elsewhere');
  });

  it('S6: asks nothing of anybody while it is far away', () => {
    assert.equal(nextStepText(at450(10)), 'Nothing has to be done yet.');
    for (const day of [449, 451]) assert.match(nextStepText(at450(day)), /^Make a new token/);
  });

  it('S6: is never soon for more than half of its life, whatever the setting says', () => {
    const at = (day: number) => token({}, new Date(MADE.getTime() + day * DAY), 365).standing;
    assert.deepEqual([at(224), at(225)], ['alive', 'expiring']);
  });

  it('S6: says of a token whose end the file does not say that nobody knows it, and never guesses', () => {
    const endings = known({
      named: [
        { region: REGION, clientId: 'a', mentions: [scim({ provider: 'entra' })] },
        { region: REGION, clientId: 'b', mentions: [scim({ provider: 'other', holdsToken: true })] },
        { region: REGION, clientId: 'c', mentions: [scim({ provider: 'onelogin' })] },
        { region: REGION, clientId: 'd', mentions: [scim({ provider: 'other' })] },
      ],
    });
    assert.deepEqual(said(endings), [
      'SCIM token of Microsoft Entra ID: when it ends is not known',
      'SCIM token of Another identity provider: when it ends is not known',
    ]);
    assert.deepEqual(pressing(endings), []);
    assert.equal(millisecondsToNext(endings), undefined);
    const [unknown] = endings;
    assert.ok(unknown);
    assert.match(nextStepText(unknown), /or write its end into the file/);
  });

  it('G9: is the implicit grant of an org, once, which may end and of which the sources disagree', () => {
    const clients = [IMPLICIT, { ...IMPLICIT, id: 'J' }, { ...IMPLICIT, id: 'K', state: 'inactive' }];
    const endings = known({ orgs: [org(clients)] });
    assert.deepEqual(said(endings), ['Implicit grant of 2 clients in Acme may end from March 2027 on']);
    assert.deepEqual(said(known({ orgs: [org([IMPLICIT])] })), [
      'Implicit grant of "Wallboard" may end from March 2027 on',
    ]);
    assert.deepEqual(pressing(endings), [], 'in November 2026 that is not soon');
    assert.deepEqual(pressing(known({ orgs: [org(clients)] }, new Date('2027-01-30T00:00:00Z'))), [
      'implicit-grant',
    ]);
    assert.deepEqual(said(known({ orgs: [org([IMPLICIT])] }, new Date('2027-03-01T00:00:00Z'))), [
      'Implicit grant of "Wallboard" may have ended, from March 2027 on',
    ]);
    const [ending] = endings;
    assert.ok(ending);
    const stops = stopsText(ending, 'en').join(' ');
    assert.match(stops, /sources disagree .* March 2027 \(community\.genesys\.com\), May 2027/);
  });

  it('is a client that waits to be deleted, of which only one that the workspace names is worth a word', () => {
    const client = { ...IMPLICIT, state: 'inactive', dateToDelete: '2026-12-03T12:00:00Z' };
    const named = [{ region: REGION, clientId: 'i', mentions: [FRAMEWORK] }];
    assert.deepEqual(said(known({ orgs: [org([client])] })), ['Client "Wallboard" is deleted in 3 days']);
    assert.deepEqual(pressing(known({ orgs: [org([client])] })), []);
    assert.deepEqual(pressing(known({ named, orgs: [org([client])] })), ['deletion']);
  });

  it('stands with what has ended first, then what ends soon, later, and what does not say when', () => {
    const at = (days: number, clientId: string) => ({
      region: REGION,
      clientId,
      mentions: [scim({ tokenEndsAt: new Date(NOW.getTime() + days * DAY).toISOString() })],
    });
    const named = [
      { region: REGION, clientId: 'e', mentions: [scim({ provider: 'entra' })] },
      at(200, 'd'),
      at(12, 'b'),
      at(-2, 'a'),
      at(13, 'c'),
    ];
    assert.deepEqual(
      known({ named }).map((each) => (each.kind === 'token' ? each.clientId : '')),
      ['a', 'b', 'c', 'd', 'e'],
    );
  });

  it('is counted by the clock of the org that has the client, whatever the file says of it', () => {
    const named = [{ region: REGION, clientId: 'i', mentions: [scim({ tokenEndsAt: NOW.toISOString() })] }];
    const reckon: Known['reckon'] = ({ practice }) => ({
      now: practice ? NOW : new Date(NOW.getTime() - DAY),
      soonDays: 30,
    });
    const standing = (orgs: readonly OrgClients[]) => endingsOf({ named, orgs, reckon })[0]?.standing;
    assert.equal(standing([]), 'expiring');
    assert.equal(standing([org([{ ...IMPLICIT, authorizedGrantType: 'CODE' }], true)]), 'expired');
  });

  it('is of the org that the file means, where the practice org of the region has a client of the same ID', () => {
    const client: OAuthClient = { ...IMPLICIT, authorizedGrantType: 'CODE' };
    const orgs = [org([client]), org([client], true)];
    for (const practice of [true, false])
      for (const all of [orgs, orgs.toReversed()]) {
        const at = scim({ tokenEndsAt: NOW.toISOString(), ...(practice && { practice }) });
        const named = [{ region: REGION, clientId: 'i', mentions: [at] }];
        const [token] = known({ named, orgs: all });
        assert.ok(token?.kind === 'token');
        assert.deepEqual([token.practice, token.found?.org.practice], [practice, practice]);
      }
  });

  it('is said otherwise when a day begins, by this clock or by the one that counts, or when one of them turns', () => {
    const now = new Date(2026, 10, 30, 22);
    const until = (...endings: readonly Ending[]) => nextTurn(endings, now) - now.getTime() - 1;
    const HOUR = 3_600_000;
    assert.equal(until(), 2 * HOUR);
    const ahead = new Date(now.getTime() + HOUR);
    const far = { tokenEndsAt: new Date(now.getTime() + 200 * DAY).toISOString() };
    assert.equal(until(token(far, now)), 2 * HOUR);
    assert.equal(until(token(far, ahead)), HOUR);
    const near = { tokenEndsAt: new Date(now.getTime() + HOUR / 2).toISOString() };
    assert.equal(until(token(near, now)), HOUR / 2);
  });

  it('counts a client as named by the workspace only in the org that the file means', () => {
    const client = { ...IMPLICIT, state: 'inactive', dateToDelete: '2026-12-03T12:00:00Z' };
    const orgs = [
      { ...org([client]), account: 'real' },
      { ...org([client], true), account: 'practice' },
    ];
    const pressingIn = (mention: Mention) =>
      known({ named: [{ region: REGION, clientId: 'i', mentions: [mention] }], orgs })
        .filter(isPressing)
        .map((ending) => (ending.kind === 'deletion' ? ending.org.account : ending.kind));
    assert.deepEqual(pressingIn(FRAMEWORK), ['real']);
    assert.deepEqual(pressingIn(scim({ practice: true })), ['practice']);
  });

  it('S6: is worth a word also where the file says a life that no token has', () => {
    const endsAt = new Date(MADE.getTime() + DAY).toISOString();
    for (const tokenLifeSeconds of [0, -1, Number.NEGATIVE_INFINITY])
      assert.equal(token({ tokenEndsAt: endsAt, tokenLifeSeconds }, MADE).standing, 'expiring');
  });

  it('has a name in one line, however long it is and whatever is in it', () => {
    const provider = `<b>O'Kta</b>\r\n=HYPERLINK("x") 🔑 ${'ي'.repeat(200)}`;
    const text = endingText(token({ provider }, MADE), 'en');
    assert.match(text, /^SCIM token of <b>O'Kta<\/b> =HYPERLINK\("x"\) 🔑 ي+… ends in 450 days$/u);
    assert.ok(text.length < 180, text);
  });

  it('leaves room for others in the status bar, and still says when', () => {
    const name = '長い名前🔑'.repeat(20);
    const client = { ...IMPLICIT, name, dateToDelete: '2026-12-03T12:00:00Z' };
    const endings = [token({ provider: name }, MADE), ...known({ orgs: [org([client])] })];
    assert.equal(endings.length, 3);
    for (const ending of endings) {
      const text = shortEndingText(ending, 'en');
      assert.match(text, /長い名前🔑長い.*….* (in \d+ days|from March 2027 on)$/u);
      assert.ok([...text].length <= 75, text);
    }
  });

  it('is found among 10,000 clients that are implicit', () => {
    const clients = Array.from({ length: 10_000 }, (_, index) => ({ ...IMPLICIT, id: `I${index}` }));
    assert.deepEqual(said(known({ orgs: [org(clients)] })), [
      'Implicit grant of 10000 clients in Acme may end from March 2027 on',
    ]);
  });
});
