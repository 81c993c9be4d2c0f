import assert from 'node:assert/strict';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { type Description, isDue } from '../../../src/core/privileges/description.ts';
import { readGivenDescription } from '../../../src/core/privileges/givenDescription.ts';
import { METHODS, type Operation } from '../../../src/core/privileges/operation.ts';
import { writeReduced } from '../../../src/core/privileges/reduced.ts';
import { cases } from '../../fuzz/cases.ts';
import { operation } from './operations.ts';
import { describedAs } from './published.ts';
import { publishedOperations } from './publishedOperations.ts';

const now = new Date('2026-11-30T08:00:00Z');
/** What is known of the file itself. */
const given = { host: 'api.mypurecloud.jp', changed: new Date('2026-11-29T08:00:00Z') };

function description(operations: readonly Operation[], readAt = now.toISOString()): Description {
  return { operations, host: 'api.mypurecloud.de', date: '2026-10-02T08:00:00.000Z', readAt, unread: 2 };
}

const name = fc.string({ minLength: 1 });
const names = fc.array(name);

const anyOperation: fc.Arbitrary<Operation> = fc.record(
  {
    method: fc.constantFrom(...METHODS),
    path: fc.webPath().map((path) => `/${path}`),
    name: fc.option(name, { nil: undefined }),
    permissions: fc.oneof(
      fc.record(
        {
          mode: fc.constantFrom('any' as const, 'all' as const, 'unknown' as const),
          of: fc.array(name, { minLength: 1 }),
        },
        { noNullPrototype: true },
      ),
      fc.constant({ mode: 'any' as const, of: [] }),
    ),
    scopes: fc.option(names, { nil: undefined }),
    callers: fc.constantFrom('all', 'people'),
  },
  { noNullPrototype: true },
);

function inOrder(operations: readonly Operation[]): Operation[] {
  const key = ({ method, path }: Operation) => `${path} ${METHODS.indexOf(method)}`;
  return [...operations].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

async function kindOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const read = await readGivenDescription(bytes, given, now);
  return read.ok ? 'read' : read.why.kind;
}

describe('The file that keeps the description of an API', () => {
  it('gives back what was put into it, compressed or not', async () => {
    const manyOperations = fc.uniqueArray(anyOperation, {
      selector: ({ method, path }) => `${method} ${path}`,
    });
    await fc.assert(
      fc.asyncProperty(manyOperations, async (operations) => {
        const file = await writeReduced(description(operations));
        const expected = { ok: true, description: description(inOrder(operations)) };
        for (const bytes of [file, new Uint8Array(gunzipSync(file))]) {
          const read = await readGivenDescription(bytes, given, now);
          assert.deepEqual(
            read.ok && { ...read, description: description(inOrder(read.description.operations)) },
            expected,
          );
        }
      }),
      { numRuns: cases(100) },
    );
  });

  it('is at most 80 kB for the whole API', async function () {
    const operations = publishedOperations();
    if (operations === undefined) this.skip();
    const file = await writeReduced(description(operations));
    assert.ok(file.length <= 80_000, `${file.length} bytes`);
    const read = await readGivenDescription(file, given, now);
    assert.deepEqual(read.ok && inOrder(read.description.operations), inOrder(operations));
  });

  const sound = JSON.stringify({
    format: 'genesys-cloud-operations',
    version: 1,
    host: 'api.mypurecloud.de',
    date: now.toISOString(),
    readAt: now.toISOString(),
    unread: 0,
    paths: { '/users/me': { GET: { name: 'getUsersMe', scopes: ['user-basic-info'] } } },
  });
  const refusals: Readonly<Record<string, readonly [kind: string, bytes: Uint8Array<ArrayBuffer>]>> = {
    'nothing in it': ['not-json', bytesOf('')],
    'a picture in it': ['not-json', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255])],
    'something else compressed in it': ['not-json', new Uint8Array(gzipSync('hello'))],
    'its end missing': ['cut-off', bytesOf(sound.slice(0, -1))],
    'the end of the compressed file missing': ['cut-off', new Uint8Array(gzipSync(sound)).slice(0, -9)],
    'one byte of the compressed file changed': ['cut-off', changed(new Uint8Array(gzipSync(sound)))],
    'other JSON in it': ['other-product', bytesOf('{"name": "package", "version": 1}')],
    'the form of a later version': ['other-version', bytesOf(sound.replace('"version":1', '"version":2'))],
    'an unknown method in it': ['damaged', bytesOf(sound.replace('GET', 'FETCH'))],
    'a text where a list belongs': [
      'damaged',
      bytesOf(sound.replace('["user-basic-info"]', '"user-basic-info"')),
    ],
    'no date in it': ['damaged', bytesOf(sound.replace('"date"', '"day"'))],
    'an address with a path for a host': ['damaged', bytesOf(sound.replace('.de', '.de/x'))],
    'what was said years ago': ['old', bytesOf(sound.replace('2026', '2023'))],
    'forty megabytes in it': ['too-large', bytesOf(sound + ' '.repeat(40_000_000))],
    'forty megabytes in it, which take little on the disk': [
      'too-large',
      new Uint8Array(gzipSync(sound + ' '.repeat(40_000_000))),
    ],
  };
  for (const [what, [kind, bytes]] of Object.entries(refusals)) {
    it(`is refused with ${what}`, async () => {
      assert.equal(await kindOf(bytes), kind);
    });
  }

  it('may be the whole description as the API publishes it, with the host that it names', async () => {
    const one = operation('GET /things', { name: 'getThings', scopes: ['things'] });
    for (const bytes of [bytesOf(describedAs([one])), new Uint8Array(gzipSync(describedAs([one])))]) {
      assert.deepEqual(await readGivenDescription(bytes, given, now), {
        ok: true,
        description: {
          operations: [one],
          host: 'api.mypurecloud.com',
          date: given.changed.toISOString(),
          readAt: now.toISOString(),
          unread: 0,
        },
      });
    }
    const nameless = await readGivenDescription(bytesOf(describedAs([one], { host: 'a b' })), given, now);
    assert.equal(nameless.ok && nameless.description.host, given.host);
  });

  it('is read again a month after it was read, and where that is still to come', () => {
    const isDueIfReadAt = (readAt: string) => isDue({ readAt }, now);
    assert.equal(isDueIfReadAt('2026-10-30T08:00:01Z'), false);
    assert.equal(isDueIfReadAt('2026-10-30T08:00:00Z'), true);
    assert.equal(isDueIfReadAt('2026-12-01T08:00:00Z'), true);
  });
});

/** In the middle of what is compressed. */
function changed(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}
