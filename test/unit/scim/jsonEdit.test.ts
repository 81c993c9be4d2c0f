import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type JsonDocument, nodeAt, type Path, readJson } from '../../../src/core/scim/jsonDocument.ts';
import {
  addProperty,
  appendElements,
  type Json,
  removeMembers,
  replaceValue,
} from '../../../src/core/scim/jsonEdit.ts';

function at(document: JsonDocument, path: Path) {
  const node = nodeAt(document, path);
  assert.ok(node, path.join());
  return node;
}

/** A text to change, and what it is afterwards. */
type Case = readonly [before: string, after: string];

/** As a table: each change leads to exactly this text, which is JSON. */
function leads(
  cases: Readonly<Record<string, Case>>,
  change: (document: JsonDocument) => JsonDocument,
): void {
  for (const [what, [before, after]] of Object.entries(cases)) {
    it(`${what}: ${JSON.stringify(before)}`, () => {
      const changed = change(readJson(before));
      assert.equal(changed.text, after);
      assert.equal(readJson(changed.text).errorOffset, undefined);
    });
  }
}

describe('A JSON text in which a value is put in the place of another', () => {
  const put = (path: Path, value: Json) => (document: JsonDocument) =>
    replaceValue(document, at(document, path), value);

  leads(
    {
      'is set as its line is': ['{\n  "a": 1\n}', '{\n  "a": {\n    "b": {\n      "c": 2\n    }\n  }\n}'],
      'stays on one line': ['{ "a": 1 }', '{ "a": { "b": { "c": 2 } } }'],
      'stays without blanks': ['{"a":1}', '{"a":{"b":{"c":2}}}'],
      'keeps its line ends and tabs': [
        '{\r\n\t"a": []\r\n}',
        '{\r\n\t"a": {\r\n\t\t"b": {\r\n\t\t\t"c": 2\r\n\t\t}\r\n\t}\r\n}',
      ],
    },
    put(['a'], { b: { c: 2 } }),
  );
  leads(
    { 'is set as a list sets its elements': ['[\n  1\n]', '[\n  {\n    "b": 2\n  }\n]'] },
    put([0], { b: 2 }),
  );
  leads({ 'is the whole text': ['1', '{"b":2}'] }, put([], { b: 2 }));
});

describe('A JSON list that gets further elements', () => {
  const append = (path: Path) => (document: JsonDocument) =>
    appendElements(document, at(document, path), [2, 3]);

  leads(
    {
      'has them behind the others': ['[1]', '[1,2,3]'],
      'has a line for each': ['[\n  1\n]', '[\n  1,\n  2,\n  3\n]'],
      'keeps its trailing comma': ['[\n  1,\n]', '[\n  1,\n  2,\n  3,\n]'],
      'keeps its comments at what they stand behind': ['[\n  1 // one\n]', '[\n  1, // one\n  2,\n  3\n]'],
      'writes into no comment': ['[1 // one\n]', '[1,2,3 // one\n]'],
      'was empty': ['[]', '[\n  2,\n  3\n]'],
      'held nothing but a comment, and blanks behind it': ['[/* none */  ]', '[/* none */\n  2,\n  3\n]'],
      'held nothing but a comment': ['[ /* none */ ]', '[ /* none */\n  2,\n  3\n]'],
    },
    append([]),
  );
  leads(
    {
      'was empty in one line': ['{"list":[]}', '{"list":[2,3]}'],
      'was empty on a line of its own': ['{\n  "list": []\n}', '{\n  "list": [\n    2,\n    3\n  ]\n}'],
      'was empty behind another line': [
        '{\n\t"a": 1,\n\t"list": []\n}',
        '{\n\t"a": 1,\n\t"list": [\n\t\t2,\n\t\t3\n\t]\n}',
      ],
    },
    append(['list']),
  );
});

describe('A JSON object that gets a property', () => {
  const add = (after?: string) => (document: JsonDocument) => {
    const root = at(document, []);
    const before = after === undefined ? undefined : at(document, [after]).parent;
    return addProperty(document, root, before, 'n', { x: 1 });
  };

  leads(
    {
      'has it as its first': ['{"b":2}', '{"n":{"x":1},"b":2}'],
      'has it as its first, with a blank behind it': ['{"b": 2}', '{"n": { "x": 1 }, "b": 2}'],
      'has it on the first line': [
        '{ // ours\n  "b": 2\n}',
        '{ // ours\n  "n": {\n    "x": 1\n  },\n  "b": 2\n}',
      ],
    },
    add(),
  );
  leads(
    {
      'keeps a comment at what it stands behind': [
        '{"a":1/* a */,"b":2}',
        '{"a":1/* a */,"n":{"x":1},"b":2}',
      ],
      'has it behind another': ['{"a":1,"b":2}', '{"a":1,"n":{"x":1},"b":2}'],
      'has blanks where it had some': ['{"a" : 1}', '{"a" : 1, "n": { "x": 1 }}'],
      'sets it as that one is set': [
        '{ "b": 2,\n  "a": 1\n}',
        '{ "b": 2,\n  "a": 1,\n  "n": {\n    "x": 1\n  }\n}',
      ],
    },
    add('a'),
  );
});

describe('A JSON text that loses members', () => {
  const remove =
    (...positions: number[]) =>
    (document: JsonDocument) =>
      removeMembers(
        document,
        positions.map((position) => at(document, [position])),
      );

  leads({ 'loses none': ['[1, 2]', '[1, 2]'] }, remove());
  leads(
    {
      'loses its first with the comma and the blanks': ['[1,   2]', '[2]'],
      'loses the comma behind a comment, which stays': ['[1 /* one */, 2]', '[/* one */ 2]'],
      'loses the line': ['[\n  1,\n  2\n]', '[\n  2\n]'],
      'keeps the line of another': ['[\n  1, 2\n]', '[\n  2\n]'],
    },
    remove(0),
  );
  leads(
    {
      'loses the comma before its last': ['[1, 2]', '[1 ]'],
      'keeps the comma of another': ['[1, 2, 3, 4]', '[1, 3, 4]'],
      'keeps its trailing comma': ['[\n  1,\n  2,\n]', '[\n  1,\n]'],
      'keeps what is on the line before it': ['[\n  1, 2\n]', '[\n  1 \n]'],
    },
    remove(1),
  );
  leads({ 'loses the comma before its last, however many there are': ['[1, 2, 3]', '[1, 2 ]'] }, remove(2));
  leads(
    {
      'loses several that stand on one line, and the line': ['[\n  1, 2,\n  3\n]', '[\n  3\n]'],
      'loses several lines': ['[\n  1,\n  2, // two\n  3\n]', '[\n  // two\n  3\n]'],
      'loses all': ['[1, 2]', '[]'],
    },
    remove(0, 1),
  );
});
