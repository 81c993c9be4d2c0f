import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cases } from '../../fuzz/cases.ts';
import { COLUMNS, NAMES, named, rowsOf, write } from '../../report/forms.ts';
import { client, orgWith } from '../../report/made.ts';

describe('A report as CSV, read back by a parser that nobody here wrote', () => {
  it('begins with the mark by which Excel knows UTF-8, and has the same columns in each language', () => {
    const csv = write('csv', orgWith([client()]));
    assert.equal(csv.codePointAt(0), 0xfeff);
    assert.equal(Object.keys(rowsOf(csv)[0] ?? {}).join(), COLUMNS);
    assert.ok(csv.endsWith('\r\n'));
  });

  it('gives every name back as it is, an apostrophe before what would be a formula', () => {
    const rows = rowsOf(write('csv', orgWith(named(NAMES))));
    assert.equal(rows.length, NAMES.length);
    for (const row of rows) {
      const name = NAMES[Number(row['client_id']?.slice(3))] ?? '';
      const isFormula = /^[\s\u200b]*[=+\-@＝]/.test(name);
      assert.equal(row['name'], isFormula ? `'${name}` : name);
      assert.equal(row['description'], isFormula ? `'${name}` : name);
    }
  });

  it('has no cell that a spreadsheet takes for a formula, wherever the text came from', () => {
    const bad = '=1+1';
    const odd = client({
      id: bad,
      scope: [bad],
      registeredRedirectUri: [bad],
      createdBy: { name: bad },
      state: bad,
      authorizedGrantType: bad,
      dateCreated: bad,
      dateToDelete: bad,
      roleDivisions: [{ roleId: bad, divisionId: bad }],
    });
    for (const row of rowsOf(write('csv', orgWith([odd]))))
      for (const [column, value] of Object.entries(row)) assert.doesNotMatch(value, /^[=+\-@\t\r\n]/, column);
  });

  it('has days as ISO 8601 and numbers as they are', () => {
    const used = { last: { kind: 'used', day: '2026-11-29T00:00:00Z' }, calls: undefined } as const;
    const [row] = rowsOf(
      write(
        'csv',
        orgWith([client()], {}, () => used),
      ),
    );
    assert.equal(row?.['created'], '2026-10-01T08:00:00.000Z');
    assert.equal(row?.['last_use'], '2026-11-29T00:00:00Z');
    assert.equal(row?.['token_seconds'], '64800');
  });

  it('says of what was not read, or not told, that it was not', () => {
    const [unread] = rowsOf(write('csv', orgWith([client()])));
    assert.deepEqual([unread?.['last_use'], unread?.['calls']], ['not read', 'not read']);
    const untold = { last: { kind: 'untold' }, calls: { kind: 'untold' } } as const;
    const [row] = rowsOf(
      write(
        'csv',
        orgWith([client()], {}, () => untold),
      ),
    );
    assert.deepEqual([row?.['last_use'], row?.['calls']], Array(2).fill('not told by the organization'));
  });

  it('says in each row what could not be read and why', () => {
    const facts = orgWith([client()], { notRead: [{ what: 'roles', why: 'You lack a permission.' }] });
    assert.match(rowsOf(write('csv', facts))[0]?.['not_read'] ?? '', /^.*roles.*: You lack a permission\.$/);
  });

  it('is whole and without a formula, whatever a client is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const rows = rowsOf(write('csv', orgWith([client({ name, description: name })])));
        assert.equal(rows.length, 1);
        const shown = rows[0]?.['description'] ?? '';
        assert.ok(shown === name || shown === `'${name}`, JSON.stringify(shown));
        assert.doesNotMatch(shown, /^[=+\-@\t\r\n]/);
      }),
      { numRuns: cases(200) },
    );
  });
});
