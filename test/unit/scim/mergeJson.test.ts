import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Path, readJson } from '../../../src/core/scim/jsonDocument.ts';
import type { JsonObject } from '../../../src/core/scim/jsonEdit.ts';
import { mergeProperties } from '../../../src/core/scim/mergeJson.ts';

const merged = (text: string, wanted: JsonObject, path: Path = []) =>
  mergeProperties(readJson(text), path, wanted).text;

/** As a table: what an object is to have leads from one text to exactly the other. */
function leads(cases: Readonly<Record<string, [JsonObject, string, string]>>): void {
  for (const [what, [wanted, before, after]] of Object.entries(cases)) {
    it(what, () => {
      assert.equal(merged(before, wanted), after);
      assert.equal(merged(after, wanted), after, 'what is right already is not touched');
    });
  }
}

describe('A JSON object that is to have some properties', () => {
  leads({
    'keeps its others, its comments and what is right': [
      { a: 1, b: 2 },
      '{ "own": null, /* one */ "a": 1, "b": 3 }',
      '{ "own": null, /* one */ "a": 1, "b": 2 }',
    ],
    'gets a missing one behind the nearest that comes before it': [
      { a: 1, b: 2, c: 3 },
      '{"x":0,"a":1,"y":0}',
      '{"x":0,"a":1,"b":2,"c":3,"y":0}',
    ],
    'gets a missing one behind another where the one before it is not wanted': [
      { a: 1, b: undefined, c: 3 },
      '{"a":1,"x":0}',
      '{"a":1,"c":3,"x":0}',
    ],
    'keeps what is right as it is written': [
      { a: 1, b: 'A', c: 2 },
      '{"a":1e0,"b":"\\u0041","c":1}',
      '{"a":1e0,"b":"\\u0041","c":2}',
    ],
    'gets one that nothing comes before as its first': [{ a: 1, b: 2 }, '{"b":2}', '{"a":1,"b":2}'],
    'loses one that it shall not have, however often it is there': [
      { a: undefined },
      '{"a":1,"b":2,"a":3}',
      '{"b":2}',
    ],
    'gets an object in the place of something else, and its properties where there is one': [
      { a: { x: 1 }, b: { x: 1 } },
      '{"a":7,"b":{"own":0,"x":2}}',
      '{"a":{"x":1},"b":{"own":0,"x":1}}',
    ],
    'gets a list in the place of something else': [{ a: [{ id: 'x' }] }, '{"a":{}}', '{"a":[{"id":"x"}]}'],
    'gets a text in the place of a list': [{ a: 'all' }, '{"a":[{"id":"x"}]}', '{"a":"all"}'],
  });

  it('stays as it is where it is not there', () => {
    assert.equal(merged('{"a":3}', { b: 1 }, ['gone']), '{"a":3}');
  });
});

describe('A JSON list of what is known by its ID', () => {
  const a = { id: 'a', name: 'A' };
  const b = { id: 'b', name: 'B' };

  leads({
    'keeps its order, and what others added to an element': [
      { list: [a, b] },
      '{"list":[{"id":"b","name":"B","own":1},{"name":"old", /* ours */ "id":"a"}]}',
      '{"list":[{"id":"b","name":"B","own":1},{"name":"A", /* ours */ "id":"a"}]}',
    ],
    'loses what is not wanted, what is there twice, and what has no ID': [
      { list: [a] },
      '{"list":[{"id":"b"},{"id":"a","name":"A"},{"id":"a"},{"name":"A"},"a",7]}',
      '{"list":[{"id":"a","name":"A"}]}',
    ],
    'gets what is missing at its end': [
      { list: [a, b] },
      '{"list":[{"id":"b","name":"B"}]}',
      '{"list":[{"id":"b","name":"B"},{"id":"a","name":"A"}]}',
    ],
    'gets a property that an element lacks': [
      { list: [a, b] },
      '{"list":[{"id":"a"},{"id":"b","name":"old"}]}',
      '{"list":[{"id":"a","name":"A"},{"id":"b","name":"B"}]}',
    ],
    'loses a property that an element shall not have': [
      { list: [{ id: 'a', name: undefined }] },
      '{"list":[{"id":"a","name":"A"}]}',
      '{"list":[{"id":"a"}]}',
    ],
    'has elements with objects and lists in them': [
      { list: [{ id: 'a', role: { id: 'r' }, of: [b] }] },
      '{"list":[{"id":"a","role":{"id":"old","own":1},"of":[]}]}',
      '{"list":[{"id":"a","role":{"id":"r","own":1},"of":[{"id":"b","name":"B"}]}]}',
    ],
    'keeps what is right in an element as it is written': [
      { list: [{ id: 'a', name: 'A', size: 2 }] },
      '{"list":[{"id":"a","name":"\\u0041","size":1}]}',
      '{"list":[{"id":"a","name":"\\u0041","size":2}]}',
    ],
    'has what has no ID anew': [
      { list: [{ name: 'x' }] },
      '{"list":[{"name":"y","own":1}]}',
      '{"list":[{"name":"x"}]}',
    ],
  });
});
