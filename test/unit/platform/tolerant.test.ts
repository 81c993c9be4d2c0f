import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import * as z from 'zod/mini';
import { readTolerantly } from '../../../src/core/platform/tolerant.ts';

const Item = z.object({
  id: z.string(),
  size: z.optional(z.number()),
  tags: z.optional(z.array(z.string())),
});
const List = z.object({ entities: z.array(Item), features: z.optional(z.record(z.string(), z.boolean())) });

describe('Reading what is partly odd', () => {
  const cases: [string, unknown, unknown, string[]][] = [
    ['nothing odd', { entities: [{ id: 'a', size: 1 }] }, { entities: [{ id: 'a', size: 1 }] }, []],
    ['a field', { entities: [{ id: 'a', size: '1' }] }, { entities: [{ id: 'a' }] }, ['entities.*.size']],
    ['a field that is null', { entities: [], features: null }, { entities: [] }, ['features']],
    [
      'an entry',
      { entities: [], features: { x: null, y: true } },
      { entities: [], features: { y: true } },
      ['features.x'],
    ],
    [
      'records',
      { entities: [{ id: 'a' }, { id: 1 }, {}, null, { id: 'b' }] },
      { entities: [{ id: 'a' }, { id: 'b' }] },
      ['entities.*.id', 'entities.*'],
    ],
    [
      'elements',
      { entities: [{ id: 'a', tags: ['x', 1, 'y'] }] },
      { entities: [{ id: 'a', tags: ['x', 'y'] }] },
      ['entities.*.tags.*'],
    ],
  ];
  for (const [what, json, value, odd] of cases) {
    it(`leaves out ${what}`, () => {
      const read = readTolerantly(List, json);
      assert.deepEqual(read?.value, value);
      assert.deepEqual([...(read?.odd ?? [])].sort(), [...odd].sort());
    });
  }

  for (const json of [
    undefined,
    null,
    'text',
    [],
    {},
    { entities: null },
    { entities: {} },
    { entities: 'x' },
  ]) {
    it(`gives nothing for ${JSON.stringify(json)}`, () => {
      assert.equal(readTolerantly(List, json), undefined);
    });
  }

  it('tells ten places as an example, however many are odd', () => {
    const names = Array.from({ length: 11 }, (_, index) => `f${index}`);
    const read = readTolerantly(List, {
      entities: [],
      features: Object.fromEntries(names.map((name) => [name, null])),
    });
    assert.deepEqual(read?.value, { entities: [], features: {} });
    assert.deepEqual(
      read?.odd,
      names.slice(0, 10).map((name) => `features.${name}`),
    );
  });

  it('leaves out odd records however many there are beside each other', () => {
    const odd = Array.from({ length: 50 }, () => ({ id: null }));
    const read = readTolerantly(List, { entities: [...odd, { id: 'a' }, ...odd] });
    assert.deepEqual(read?.value, { entities: [{ id: 'a' }] });
  });

  it('takes what lacks a field for odd itself, also where nothing stands in its place', () => {
    const both = z.object({ owner: z.optional(z.nullable(z.object({ id: z.string() }))) });
    const owned = both.check(z.refine(({ owner }) => owner !== null, { path: ['owner', 'id'] }));
    assert.deepEqual(readTolerantly(owned, { owner: null }), { value: {}, odd: ['owner'] });
  });

  it('leaves a field out once where it is odd as a whole, and in it', () => {
    const strict = z.object({
      tags: z.optional(
        z.array(z.string()).check(
          z.refine(() => false, { abort: false }),
          z.refine(() => false, { path: [0] }),
        ),
      ),
    });
    assert.deepEqual(readTolerantly(strict, { tags: ['x'] })?.value, {});
  });

  it('gives up where something else is odd each time, and not before', () => {
    const first = z.record(z.string(), z.number()).check(({ value, issues }) => {
      const [name] = Object.keys(value);
      if (name !== undefined) issues.push({ code: 'custom', input: value, message: '', path: [name] });
    });
    const numbers = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`f${index}`, index]));
    assert.deepEqual(readTolerantly(first, numbers(7))?.value, {});
    assert.equal(readTolerantly(first, numbers(8)), undefined);
  });

  it('gives nothing where what is left is never right', () => {
    const never = z.object({ a: z.optional(z.string()) }).check(z.refine(() => false, { path: ['a'] }));
    assert.equal(readTolerantly(never, { a: 'x' }), undefined);
  });

  it('changes nothing of what it was given', () => {
    const json = { entities: [{ id: 1 }] };
    readTolerantly(List, json);
    assert.deepEqual(json, { entities: [{ id: 1 }] });
  });
});
