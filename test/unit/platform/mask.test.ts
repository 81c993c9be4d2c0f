import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { PlatformError } from '../../../src/core/platform/errors.ts';
import { maskedError, maskOf } from '../../../src/core/platform/mask.ts';

describe('What hides secrets', () => {
  const SECRET = 'a+b/c= $(d).*';
  const mask = maskOf([SECRET, '']);

  for (const form of [
    SECRET,
    SECRET.toUpperCase(),
    encodeURIComponent(SECRET),
    new URLSearchParams({ secret: SECRET }).toString().slice('secret='.length),
  ]) {
    it(`hides ${form}`, () => assert.equal(mask(`say ${form}, ${form}!`), 'say …, …!'));
  }

  it('hides a longer secret whole, although a shorter one is in it', () => {
    assert.equal(maskOf(['key', 'key-and-more'])('key-and-more, key'), '…, …');
  });

  it('hides a secret that a host has cut in the middle of a character, and throws nothing', () => {
    const cut = 'half-\ud83d';
    assert.equal(maskOf([cut])(`${cut}, half-%EF%BF%BD`), '…, …');
  });

  it('leaves everything else as it is', () => {
    assert.equal(mask('nothing'), 'nothing');
    assert.equal(maskOf(['', ''])('a text'), 'a text');
  });
});

describe('An error in which a host repeats a secret', () => {
  const mask = maskOf(['s3cret']);
  const errors: [PlatformError, PlatformError][] = [
    [
      { kind: 'no-answer', reason: 'bad header s3cret' },
      { kind: 'no-answer', reason: 'bad header …' },
    ],
    [
      {
        kind: 'server-error',
        answer: { status: 500, code: 'no.S3CRET', message: 'What is s3cret?', correlationId: 's3cret-1' },
      },
      {
        kind: 'server-error',
        answer: { status: 500, code: 'no.…', message: 'What is …?', correlationId: '…-1' },
      },
    ],
    [
      { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds: 7 },
      { kind: 'rate-limited', answer: { status: 429 }, retryAfterSeconds: 7 },
    ],
    [
      { kind: 'timeout', seconds: 30 },
      { kind: 'timeout', seconds: 30 },
    ],
  ];
  for (const [error, shown] of errors) {
    it(`says all the rest: ${error.kind}`, () => assert.deepEqual(maskedError(error, mask), shown));
  }
});
