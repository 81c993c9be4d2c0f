import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Args, wordsOf } from '../../../src/core/findings/finding.ts';

/** How one argument is written. */
function written(name: string, value: Args[string], language = 'en'): string | undefined {
  return wordsOf({ [name]: value }, language)[name];
}

describe('The arguments of a finding', () => {
  it('are written each by its name', () => {
    assert.deepEqual(wordsOf({ line: 3, client: 'CRM' }, 'en'), { line: '3', client: 'CRM' });
  });

  it('have the numbers of lines as an editor shows them, and others with separators', () => {
    assert.equal(written('line', 1200), '1200');
    assert.equal(written('first', 1200), '1200');
    assert.equal(written('count', 1200), '1,200');
    assert.equal(written('count', 1200, 'de'), '1.200');
  });

  it('have months and moments in the language of the reader', () => {
    assert.equal(written('month', '2027-03'), 'March 2027');
    assert.equal(written('month', '2027-03', 'ja'), '2027年3月');
    assert.match(written('moment', '2028-02-15T12:00:00Z') ?? '', /^February 1[456], 2028 at \d+:\d\d/);
    assert.match(written('moment', '2028-02-15T12:00:00Z', 'ja') ?? '', /^2028年2月1[456]日 \d+:\d\d$/);
  });

  it('have durations in words', () => {
    assert.equal(written('lasts', 86_400), '1 day');
    assert.equal(written('written', 38_880_000), '450 days');
    assert.equal(written('written', '64800'), '18 hours');
  });

  it('have grant types and providers by the names that people know, else as the API or the file says', () => {
    assert.equal(written('grant', 'CODE'), 'Code Authorization / PKCE');
    assert.equal(written('grant', 'GRANT-OF-TOMORROW'), 'GRANT-OF-TOMORROW');
    assert.equal(written('grant', ''), 'unknown');
    assert.equal(written('provider', 'okta'), 'Okta');
    assert.equal(written('provider', 'our own'), 'our own');
  });

  it('quote a file, but not without end', () => {
    for (const name of ['text', 'region']) {
      assert.equal(written(name, 'x'.repeat(60)), 'x'.repeat(60));
      assert.equal(written(name, 'x'.repeat(61)), `${'x'.repeat(60)}…`);
    }
    assert.equal(written('client', 'x'.repeat(61)), 'x'.repeat(61), 'what an org says is whole');
  });

  it('quote whole characters', () => {
    assert.equal(written('text', '𠮷'.repeat(60)), '𠮷'.repeat(60));
    assert.equal(written('text', '𠮷'.repeat(61)), `${'𠮷'.repeat(60)}…`);
  });

  it('have lists as the language of the reader joins them', () => {
    assert.equal(written('roles', ['Admin', 'Agent']), 'Admin and Agent');
    assert.equal(written('roles', ['Admin', 'Agent'], 'ja'), 'Admin、Agent');
  });

  it('name few permissions and count the others', () => {
    const permissions = Array.from({ length: 7 }, (_, index) => `routing:queue:${index}`);
    for (const name of ['added', 'taken']) {
      assert.equal(written(name, permissions.slice(5)), 'routing:queue:5, routing:queue:6');
      assert.match(written(name, permissions) ?? '', /^routing:queue:0, .*:4, 2 more$/);
      assert.equal(written(name, []), '');
    }
  });
});
