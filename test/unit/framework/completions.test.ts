import assert from 'node:assert/strict';
import { completionsAt } from '../../../src/core/framework/completions.ts';
import { entryAt } from '../../../src/core/framework/entryAt.ts';
import { regions } from '../../../src/core/platform/regions.ts';

/** A framework.js with this behind `clientIds: `; `|` is the cursor, which is taken out. */
function fileWith(source: string): { text: string; offset: number } {
  const marked = `window.Framework = {\n  config: {\n    name: "crm",\n    clientIds: ${source}\n    settings: { dedicatedLoginWindow: true }\n  },\n};\n`;
  const offset = marked.indexOf('|');
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}

function spotAt(source: string) {
  const { text, offset } = fileWith(source);
  const spot = completionsAt(text, offset);
  return spot && { ...spot, replaced: text.slice(spot.replace.start, spot.replace.end) };
}

describe('What fits in clientIds', () => {
  const regionSpots: readonly [string, string, string, '"' | "'"][] = [
    ['in an empty literal', '{ | },', '', '"'],
    ['in a string that is begun', '{\n      "|\n    },', '"', '"'],
    ['in a half-typed string', '{\n      "mypure|\n    },', '"mypure', '"'],
    ['in a half-typed literal', '{ "mypure|', '"mypure', '"'],
    ['in a half-typed word', '{ mypurecloud.c| },', 'mypurecloud.c', '"'],
    ['behind a comma', "{ 'usw2.pure.cloud': '', | },", '', "'"],
    ['behind a comma, on the next line', "{\n      'usw2.pure.cloud': '',\n      |", '', "'"],
    ['between two entries', '{ "a": "",\n | "usw2.pure.cloud": "" },', '', '"'],
    ['in a key that is there', '{ "mypu|recloud.com": "x" },', '"mypurecloud.com"', '"'],
    ['in a key without its second quote', '{ "mypure|: "",\n "a": "" },', '"mypure', '"'],
    ['behind a comment', '{ /* x */| },', '', '"'],
  ];
  for (const [where, source, replaced, quote] of regionSpots) {
    it(`${where}: a region`, () => {
      const spot = spotAt(source);
      assert.equal(spot?.kind, 'region');
      assert.deepEqual([spot.replaced, spot.quote], [replaced, quote]);
    });
  }

  const valueSpots: readonly [string, string, string, '"' | "'"][] = [
    ['behind a colon', '{\n "mypurecloud.com": |\n },', '', '"'],
    ['between quotes', "{ 'mypurecloud.com': '|' },", "''", "'"],
    ['in a value', "{ 'mypurecloud.com': 'a|b', 'x': '' },", "'ab'", "'"],
    ['in a half-typed string', '{ "mypurecloud.com": "3f2b|\n "usw2.pure.cloud": "" },', '"3f2b', '"'],
    ['in a half-typed word', '{ "mypurecloud.com": 3f2b|', '3f2b', '"'],
  ];
  for (const [where, source, replaced, quote] of valueSpots) {
    it(`${where}: a Client ID for that region`, () => {
      const spot = spotAt(source);
      assert.equal(spot?.kind, 'client-id');
      assert.deepEqual([spot.region, spot.replaced, spot.quote], ['mypurecloud.com', replaced, quote]);
    });
  }

  for (const [where, source] of [
    ['in a line comment', '{ // "a|\n },'],
    ['in a block comment', '{ /* | */ },'],
    ['in an object within', '{ "a": { | } },'],
    ['behind a finished key', '{ "mypurecloud.com"| },'],
    ['behind a finished value', '{ "mypurecloud.com": "" | },'],
    ['behind the literal', '{ "a": "" }|,'],
    ['in a computed value', '| load(),'],
    ['in the settings', '{ "a": "" }, settings: { | },'],
  ] as const) {
    it(`${where}: nothing`, () => assert.equal(spotAt(source), undefined));
  }

  it('offers the regions that are not there yet, and the one that is being changed', () => {
    const others = regions.map(({ domain }) => domain).filter((domain) => domain !== 'usw2.pure.cloud');
    const spot = spotAt("{ 'mypure|cloud.com': '', 'usw2.pure.cloud': '' },");
    assert.equal(spot?.kind, 'region');
    assert.deepEqual(spot.regions, others);
  });

  it('says whether a value is there already', () => {
    const has = ['{ "my|": "" },', '{ "my| : "" },', '{ "my|" },', '{ | },'].map((source) => {
      const spot = spotAt(source);
      return spot?.kind === 'region' && spot.hasValue;
    });
    assert.deepEqual(has, [true, true, false, false]);
  });

  it('a setting in the place of clientIds, or no file at all: nothing', () => {
    for (const text of ['', 'clientIds', 'clientIds: {', 'x = { clientIds: ids }', '['.repeat(200_000)]) {
      assert.equal(completionsAt(text, text.length), undefined);
    }
  });
});

describe('The entry at the cursor', () => {
  const entry = (source: string) => {
    const { text, offset } = fileWith(source);
    const found = entryAt(text, offset);
    return found && [found.part, found.entry.region];
  };
  for (const [where, source, expected] of [
    ['in a key', "{ 'mypure|cloud.com': '' },", ['key', 'mypurecloud.com']],
    ['at the end of a key', "{ 'mypurecloud.com'|: '' },", ['key', 'mypurecloud.com']],
    ['in a value', "{ 'mypurecloud.com': '|' },", ['value', 'mypurecloud.com']],
    ['in the second of two', "{ 'a': '', 'b': '|' },", ['value', 'b']],
    ['in a half-typed key', '{\n      "mypure|\n    },', ['key', 'mypure']],
    ['between key and value', "{ 'mypurecloud.com':|  '' },", undefined],
    ['in a comment', "{ 'a': '' /* | */ },", undefined],
    ['behind the literal', "{ 'a': '' }, |", undefined],
    ['in a computed literal', 'load(|),', undefined],
  ] as const) {
    it(`${where}: ${expected?.join(' of ') ?? 'none'}`, () => assert.deepEqual(entry(source), expected));
  }
});
