import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  connectionNodes,
  nodeAt,
  numberProperty,
  propertyNodes,
  propertyOrElement,
  propertyValue,
  readJson,
  stringProperty,
} from '../../../src/core/scim/jsonDocument.ts';

const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);

describe('A JSON text, with or without comments', () => {
  it('is sound with comments, trailing commas and a byte order mark, and told where it stops being JSON', () => {
    assert.equal(readJson('\uFEFF{ /* ours */ "a": [1,], }').errorOffset, undefined);
    assert.equal(readJson('{ "a": oops }').errorOffset, 7);
  });

  it('has a byte order mark at its beginning only, and all else at its place', () => {
    for (const [offset, mark] of ['', '\uFEFF'].entries()) {
      const { root } = readJson(`${mark}{ "a": "x\uFEFFy" }`);
      assert.equal(propertyValue(root, 'a')?.value, 'x\uFEFFy');
      assert.equal(root?.offset, offset);
    }
  });

  it('tells a text from a number, and neither from anything else', () => {
    const { root } = readJson('{ "text": "1", "number": 1, "none": null, "list": [] }');
    assert.ok(root);
    const names = ['text', 'number', 'none', 'list', 'gone'];
    assert.deepEqual(
      names.map((name) => [stringProperty(root, name), numberProperty(root, name)]),
      [['1', undefined], [undefined, 1], ...names.slice(2).map(() => [undefined, undefined])],
    );
  });

  it('is none without anything in it, and where it is nested deeper than anything that is written for us', () => {
    assert.deepEqual([readJson('').root, readJson('').errorOffset], [undefined, 0]);
    assert.equal(readJson(nested(200)).errorOffset, undefined);
    assert.deepEqual([readJson(nested(201)).root, readJson(nested(201)).errorOffset], [undefined, 0]);
  });

  it('counts lists and objects in each other, and no bracket of a text or a comment', () => {
    const objects = `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`;
    assert.equal(readJson(objects).errorOffset, undefined);
    for (const brackets of ['"[[["', '"\\"[[["', '/* [[[ */ 1', '// [[[\n1', '"]"', '/* ] */ 1']) {
      const text = `${'['.repeat(200)}${brackets}${']'.repeat(200)}`;
      assert.equal(readJson(text).errorOffset, undefined, brackets);
      assert.equal(readJson(`[${text}]`).root, undefined, brackets);
    }
  });

  it('is left alone, or read as far as it goes, where brackets close no other, however many there are', () => {
    const read = (level: string) => {
      const { root, errorOffset, isLeftAlone } = readJson(level.repeat(20_000));
      return [root?.type, errorOffset, isLeftAlone];
    };
    for (const level of ['["\n', '[/']) assert.deepEqual(read(level), [undefined, 1, true], level);
    for (const level of ['[}', '[}\n']) assert.deepEqual(read(level), ['array', 1, false], level);
    assert.deepEqual(read('{]"a":'), ['object', 1, false]);
  });

  it('has nothing at a path that leads nowhere, whatever stands on the way', () => {
    const document = readJson('{ "connections": [{ "id": 1 }], "none": 3 }');
    assert.equal(nodeAt(document, ['connections', 0, 'id'])?.value, 1);
    for (const path of [
      ['none', 0],
      ['gone', 0, 'id'],
      ['connections', 1],
      ['connections', 'id'],
      ['none', 'id'],
    ])
      assert.equal(nodeAt(document, path), undefined, path.join());
    assert.equal(nodeAt(readJson(''), [0]), undefined);
  });

  it('has no connections where they are no list', () => {
    for (const text of ['', '[]', '{}', '{ "connections": 3 }', '{ "connections": { "0": {} } }'])
      assert.deepEqual(connectionNodes(readJson(text).root), [], text);
  });

  it('has the last value of a property that is there several times, and none while its value is not written yet', () => {
    const { root } = readJson('{ "a": 1, "b": 2, "a": 3 }');
    assert.equal(propertyValue(root, 'a')?.value, 3);
    assert.equal(propertyNodes(root, 'a').length, 2);
    assert.deepEqual(propertyNodes(root, 'c'), []);
    assert.deepEqual(propertyNodes(readJson('[1]').root, 'a'), []);
    assert.deepEqual(propertyNodes(undefined, 'a'), []);
    assert.equal(propertyValue(readJson('{ "a" }').root, 'a'), undefined);
  });

  it('loses a value with its property, or as an element, and never as a whole or without its value', () => {
    const document = readJson('{ "a": [1] }');
    const property = document.root?.children?.[0];
    assert.ok(property && document.root);
    assert.equal(propertyOrElement(document.root), undefined);
    assert.equal(propertyOrElement(property), undefined);
    const [name, list] = property.children ?? [];
    assert.ok(name && list);
    assert.equal(propertyOrElement(name), undefined);
    assert.equal(propertyOrElement(list), property);
    const [element] = list.children ?? [];
    assert.ok(element);
    assert.equal(propertyOrElement(element), element);
  });
});
