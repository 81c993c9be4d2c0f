import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Search } from '../../src/core/search.ts';

describe('Searching very many texts', () => {
  const texts = ['Agent desktop CODE', 'Wallboard TOKEN', 'agent portal CODE', 'Machine'];
  const found = (typed: string, most = 9) => new Search(texts).find(typed, most);

  it('finds what contains each word, in any case and order, and all where nothing is typed', () => {
    assert.deepEqual(found('AGENT').positions, [0, 2]);
    assert.deepEqual(found('  code age ').positions, [0, 2]);
    assert.deepEqual(found('agent wall').positions, []);
    assert.deepEqual(found(''), { positions: [0, 1, 2, 3], hasMore: false });
  });

  it('tells the first ones, and that there are more', () => {
    assert.deepEqual(found('a', 2), { positions: [0, 1], hasMore: true });
    assert.deepEqual(found('agent', 2), { positions: [0, 2], hasMore: false });
  });

  it('finds the same whatever was typed, and deleted again, before', () => {
    const letters = fc.stringMatching(/^[ab ]{0,4}$/);
    fc.assert(
      fc.property(fc.array(letters), fc.array(letters), fc.nat(3), (all, typed, most) => {
        const search = new Search(all);
        for (const each of typed)
          assert.deepEqual(search.find(each, most), new Search(all).find(each, most), each);
      }),
    );
  });
});
