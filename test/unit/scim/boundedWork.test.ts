import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inspectScimConfig, MOST_NAMED } from '../../../src/core/scim/inspectConfig.ts';
import { readJson } from '../../../src/core/scim/jsonDocument.ts';
import { MOST_ERRORS } from '../../../src/core/scim/jsonTree.ts';
import { manyOf, ofLength } from '../growth/readers.ts';
import { HOSTILE_CONFIGS } from '../growth/scimReaders.ts';
import { reckonedAt } from '../watch/reckoned.ts';
import { CONNECTION, factsOf } from './samples.ts';

const NOW = new Date('2028-03-01T09:00:00Z');
const SIZES = [5000, 20_000, 100_000];

/** A token that ends, at most three addresses and a client's duration and roles for each connection; and each secret. */
const MOST_FINDINGS = 8 * MOST_NAMED;

function config(count: number): string {
  return JSON.stringify({ connections: manyOf(count, () => CONNECTION) }, undefined, 2);
}

describe('genesys-scim.json: the work of a look, whatever is in the file', () => {
  it('judges no more than the first connections, and names no more than the first secrets', () => {
    const beyond = Object.entries(HOSTILE_CONFIGS).flatMap(([what, make]) =>
      SIZES.flatMap((size) => {
        let lookUps = 0;
        const { length } = inspectScimConfig(ofLength(make, size), reckonedAt(NOW), () => {
          lookUps += 1;
          return undefined;
        });
        const isBounded = length <= MOST_FINDINGS && lookUps <= MOST_NAMED;
        return isBounded ? [] : [`${what}, ${size}: ${length} findings, ${lookUps} connections`];
      }),
    );
    assert.deepEqual(beyond, []);
  });

  it('says at the first connection that is not judged how many follow, and nothing where none does', () => {
    const clients = factsOf({ accessTokenValiditySeconds: 300, roles: [] });
    const found = (text: string) => inspectScimConfig(text, reckonedAt(NOW), clients);
    assert.ok(found(config(MOST_NAMED)).every(({ code }) => code !== 'rest-not-checked'));

    const text = config(MOST_NAMED + 3);
    const last = found(text).at(-1);
    assert.deepEqual([last?.code, last?.args], ['rest-not-checked', { checked: MOST_NAMED, more: 3 }]);
    const before = text.slice(0, last?.place.start);
    assert.equal(before.split('"provider"').length - 1, MOST_NAMED);
    assert.equal(found(text).filter(({ code }) => code === 'duration-reset').length, MOST_NAMED);
  });

  it('goes on behind as many errors as people make, and says of more, and of what is too deep, that it was left alone', () => {
    const look = (text: string) =>
      inspectScimConfig(text, reckonedAt(NOW)).map(({ code, args }) => [code, args]);
    const named = '{"clientSecret": "hunter2"}';
    const withErrors = (count: number) => `[${named}${' {}'.repeat(count)}]`;
    assert.deepEqual(look(withErrors(MOST_ERRORS)), [['plain-text-secret', {}]]);
    const leftAlone = ['rest-not-checked', { unread: 'yes' }];
    assert.deepEqual(look(withErrors(MOST_ERRORS + 1)), [leftAlone]);
    assert.deepEqual(look('['.repeat(10_000)), [leftAlone]);

    const shaped = `${withErrors(MOST_ERRORS + 1)} "${'aB3'.repeat(15)}"`;
    assert.deepEqual(look(shaped), [leftAlone, ['plain-text-secret', {}]]);
    assert.equal(readJson(shaped).errorOffset, withErrors(0).length);
  });

  it('S6: says at the first secret that is not named how many follow, wherever they stand', () => {
    const text = JSON.stringify(manyOf(MOST_NAMED + 2, () => ({ clientSecret: 'hunter2' })));
    const findings = inspectScimConfig(text, reckonedAt(NOW));
    const last = findings.at(-1);
    assert.equal(findings.filter(({ code }) => code === 'plain-text-secret').length, MOST_NAMED);
    assert.deepEqual([last?.code, last?.args], ['rest-not-checked', { named: MOST_NAMED, more: 2 }]);
    assert.equal(text.slice(0, last?.place.start).split('hunter2').length - 1, MOST_NAMED);
  });
});
