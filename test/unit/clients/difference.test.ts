import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { compareRecords } from '../../../src/core/clients/difference.ts';

describe('The difference between two states of a client', () => {
  const client = {
    name: 'Agent desktop',
    registeredRedirectUri: ['https://a.test/', 'https://b.test/'],
    roleDivisions: [{ roleId: 'r', divisionId: 'd' }],
  };

  it('names what joined and what left a list, and what a value was and is', () => {
    const after = { ...client, name: 'CRM', registeredRedirectUri: ['https://b.test/', 'https://c.test/'] };
    assert.deepEqual(compareRecords(client, after), [
      { kind: 'value', field: 'name', before: 'Agent desktop', after: 'CRM' },
      {
        kind: 'list',
        field: 'registeredRedirectUri',
        added: ['https://c.test/'],
        removed: ['https://a.test/'],
      },
    ]);
  });

  const same: Record<string, [Record<string, unknown>, Record<string, unknown>]> = {
    'another order of a list': [{ scope: ['a', 'b'] }, { scope: ['b', 'a'] }],
    'another order of properties': [client, { ...client, roleDivisions: [{ divisionId: 'd', roleId: 'r' }] }],
    'another order of properties of which one is null': [
      { limits: { max: null, min: 1 } },
      { limits: { min: 1, max: null } },
    ],
    'null for nothing': [{ description: null, scope: null }, {}],
    'an empty text or list for nothing': [{ description: '', scope: [] }, { scope: null }],
    'what the org fills by itself': [
      { dateModified: '2026-01-01T00:00:00Z', modifiedBy: { id: 'p' } },
      { dateModified: '2026-02-01T00:00:00Z', selfUri: '/' },
    ],
  };
  for (const [what, [before, after]] of Object.entries(same)) {
    it(`is none for ${what}`, () => {
      assert.deepEqual(compareRecords({ name: 'n', ...before }, { name: 'n', ...after }), []);
    });
  }

  it('sees a field that nobody here knows, and a list in the place of a value', () => {
    assert.deepEqual(compareRecords({ name: 'n', future: { a: 1 } }, { name: 'n', future: { a: 2 } }), [
      { kind: 'value', field: 'future', before: '{"a":1}', after: '{"a":2}' },
    ]);
    assert.deepEqual(compareRecords({ name: 'n', odd: 'x' }, { name: 'n', odd: ['x', 'y'] }), [
      { kind: 'list', field: 'odd', added: ['y'], removed: [] },
    ]);
  });

  it('sees the difference between off and nothing', () => {
    assert.deepEqual(compareRecords({ name: 'n', flag: false }, { name: 'n' }), [
      { kind: 'value', field: 'flag', before: 'false', after: undefined },
    ]);
  });
});
