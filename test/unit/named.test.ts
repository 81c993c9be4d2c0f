import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { entriesNamed, nearestWords } from '../../src/core/named.ts';

const ONE = { id: '5f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e31', name: 'Agent desktop' };
const CAPITALS = { id: '6f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e32', name: 'AGENT DESKTOP' };
const TWIN = { id: '7f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e33', name: 'Agent desktop' };
/** Somebody called it like the ID of another one. */
const IMPOSTOR = { id: '8f0c3c1e-8a44-4d5c-9b0e-2f6f0a7d9e34', name: ONE.id };

describe('What a word for a client, a role or a division means', () => {
  it('is the one with this ID, whatever others are called', () => {
    assert.deepEqual(entriesNamed(` ${ONE.id.toUpperCase()} `, [IMPOSTOR, ONE]), [ONE]);
  });

  it('is the one with this very name, though others differ in capitals alone', () => {
    assert.deepEqual(entriesNamed('Agent desktop', [CAPITALS, ONE]), [ONE]);
    assert.deepEqual(entriesNamed('agent desktop ', [CAPITALS]), [CAPITALS]);
  });

  it('is not certain where several are called so; one that was read twice is one', () => {
    assert.deepEqual(entriesNamed('Agent desktop', [ONE, TWIN, ONE]), [ONE, TWIN]);
    assert.deepEqual(entriesNamed('agent desktop', [ONE, CAPITALS]), [ONE, CAPITALS]);
  });

  it('is nothing where none is called so', () => {
    assert.deepEqual(entriesNamed('Wallboard', [ONE, CAPITALS]), []);
    assert.deepEqual(entriesNamed('', [ONE]), []);
  });
});

describe('Words near to one that does not exist', () => {
  const WORDS = ['list', 'show', 'report', 'right-size', 'reports'];

  it('are those that somebody may have mistyped or begun, the nearest first', () => {
    assert.deepEqual(nearestWords('reportss', WORDS), ['reports', 'report']);
    assert.deepEqual(nearestWords('right', WORDS), ['right-size']);
    assert.deepEqual(nearestWords('LIST', WORDS), ['list']);
  });

  it('are none where nothing is near, and few whatever there is', () => {
    assert.deepEqual(nearestWords('xylophone', WORDS), []);
    assert.deepEqual(nearestWords(' ', WORDS), []);
    const many = Array.from({ length: 100 }, (_, index) => `role-${index}`);
    assert.equal(nearestWords('role-', many).length, 4);
    assert.deepEqual(nearestWords('x'.repeat(100_000), many), []);
  });
});
