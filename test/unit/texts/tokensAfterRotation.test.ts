import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { formerTokenText, newTokenEndText, oldTokensText } from '../../../src/core/texts/secrets.ts';

const NOW = new Date('2026-12-01T12:00:00Z');
const ENDED = '2026-01-05T12:00:00Z';
const GOES_ON = '2027-02-24T12:00:00Z';

describe('What is said of the tokens of a client', () => {
  it('after its secret is rotated claims neither that they end nor that they go on', () => {
    for (const text of [oldTokensText([]), oldTokensText(['Okta'])])
      assert.match(text, /may or may not go on: that is not known/);
    assert.match(
      oldTokensText(['Okta']),
      /Okta holds is a token.+make a new SCIM token, and give it to Okta/,
    );
  });

  const former = (endsAt: string | undefined, hasNewSecret: boolean) =>
    formerTokenText({ endsAt, hasNewSecret }, NOW, 'en');

  it('S6: after another one is made says when each ends', () => {
    assert.match(newTokenEndText(GOES_ON, 'en'), /ends on February 24, 2027/);
    assert.match(newTokenEndText(undefined, 'en'), /not known/);
    assert.match(former(GOES_ON, false), /goes on until it ends by itself, on February 24, 2027/);
    assert.match(former(ENDED, false), /ended on January 5, 2026/);
    assert.match(former(undefined, false), /goes on.+When that is, is not known/);
  });

  it('S6: promises nothing of the old one where the secret is another one, too', () => {
    assert.match(former(GOES_ON, true), /Whether the old token goes on is not known/);
    assert.match(former(undefined, true), /Whether the old token goes on is not known/);
    assert.match(former(ENDED, true), /ended on/);
  });
});
