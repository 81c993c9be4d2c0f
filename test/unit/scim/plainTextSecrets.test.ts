import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { mayHoldSecret } from '../../../src/core/platform/secretShape.ts';
import { readJson } from '../../../src/core/scim/jsonDocument.ts';
import { findPlainTextSecrets } from '../../../src/core/scim/plainTextSecrets.ts';

/** 40 letters and digits, which is the fewest that are told by their shape. */
const SHAPED = 'Zk3v9QwX1rT7bL5nM2cH8jD4sF6gP0aYeUiOtReW';
const JWT = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0';

/** The parts of a text that are taken for secrets, in their order. */
function found(text: string): string[] {
  return findPlainTextSecrets(readJson(text)).map(({ offset, length }) =>
    text.slice(offset, offset + length),
  );
}

const named = (name: string, value: unknown = 'hunter2') => found(JSON.stringify({ [name]: value }));

describe('S6: a property that is named like a secret', () => {
  for (const name of [
    ...[
      'secret',
      'Client Secret',
      'client_secret',
      'client.secret',
      'accessToken',
      'password',
      'passwd',
      'pwd',
    ],
    ...['passphrase', 'apikey', 'apiKey', 'api-key', 'privateKey', 'private-key', 'authorization', 'bearer'],
    ...['credential', 'credentials', 'secretValue', 'TOKEN_VALUE'],
  ])
    it(`${name} has one`, () => assert.deepEqual(named(name), ['"hunter2"']));

  for (const name of ['tokenUrl', 'tokenEndsAt', 'secretary', 'secret value of', 'key', 'note'])
    it(`${name} has none`, () => assert.deepEqual(named(name), []));

  for (const value of [
    ...[
      '',
      '  ',
      '<secret>',
      ' <paste it here> ',
      '<>',
      '{secret}',
      '{}',
      '{{secret}}',
      `\${env:SECRET}`,
      '$SECRET',
    ],
    ...[
      '%SECRET%',
      '*',
      '$',
      '%%',
      '********',
      'xxxx',
      'identity-provider',
      'elsewhere',
      'vscode-secret-storage',
    ],
    ...[null, true, 4711, ['hunter2'], { kept: 'elsewhere' }],
  ])
    it(`has none where it says ${JSON.stringify(value)}`, () => assert.deepEqual(named('secret', value), []));

  for (const value of ['<a>b', 'a<b>', '{a}b', 'a{b}', '$a-b', 'a$b', '%a', '%a-b%', 'xxxy', 'hunter2 {a}'])
    it(`has one where it says ${JSON.stringify(value)}`, () =>
      assert.deepEqual(named('secret', value), [JSON.stringify(value)]));

  it('is found however deep it stands, and not while its value is not written yet', () => {
    assert.deepEqual(found('{ "a": [{ "token": "x1" }, [{ "pwd": "x2" }]] }'), ['"x1"', '"x2"']);
    assert.deepEqual(found('{ "token" }'), []);
    assert.deepEqual(found(''), []);
  });
});

describe('S6: a text that has the shape of a secret', () => {
  it('is one from 40 letters and digits on, with letters of both cases', () => {
    assert.deepEqual(found(`"${SHAPED}"`), [SHAPED]);
    assert.deepEqual(found(`"${SHAPED.slice(1)}"`), []);
    for (const other of [SHAPED.toLowerCase(), SHAPED.toUpperCase(), SHAPED.replaceAll(/\d/g, 'x')])
      assert.deepEqual(found(`"${other}"`), [], other);
  });

  it('is found wherever it begins, whatever characters are its first and its last', () => {
    for (let blanks = 0; blanks <= SHAPED.length; blanks += 1) {
      const before = ' '.repeat(blanks);
      assert.deepEqual(found(`${before}${SHAPED}`), [SHAPED], `behind ${blanks}`);
      assert.deepEqual(found(`${before}.${SHAPED}.`), [SHAPED], `between dots, behind ${blanks}`);
    }
    for (const edge of ['0', '9', 'A', 'Z', 'a', 'z', '_', '-']) {
      const secret = `${edge}${SHAPED.slice(2)}${edge}`;
      assert.deepEqual(found(secret), [secret], edge);
    }
    for (const edge of ['/', ':', '@', '[', '`', '{', 'é', '\r'])
      assert.deepEqual(found(`${SHAPED}${edge}`), [SHAPED], edge);
  });

  it('is a JWT, signed or not, and nothing that only begins like one', () => {
    assert.deepEqual(found(`// ${JWT}.c2ln`), [`${JWT}.c2ln`]);
    assert.deepEqual(found(`"${JWT}."`), [`${JWT}.`]);
    for (const other of [`x${JWT}.c2ln`, JWT, 'eyJ..', 'eyJ.a.b', 'eyJa..b'])
      assert.deepEqual(found(`"${other}"`), [], other);
  });

  it('is told where it stands, and once where its property says it as well', () => {
    const [one, two] = [SHAPED, SHAPED.replace('Z', 'Y')];
    assert.deepEqual(found(`{ "note": "see ${one}", "token": "hunter2" } // ${two}`), [
      one,
      '"hunter2"',
      two,
    ]);
    assert.deepEqual(found(`{ "token": "${one}" }`), [`"${one}"`]);
    assert.deepEqual(found(`{ "token": "Bearer ${one} ${two}" }`), [`"Bearer ${one} ${two}"`]);
    assert.deepEqual(found(`"${one}""${two}"`), [one, two]);
  });

  it('begins behind an escape, and is none where that makes it too short', () => {
    assert.deepEqual(found(`"\\n${SHAPED}"`), [SHAPED]);
    assert.deepEqual(found(`"\\u0041${SHAPED}"`), [SHAPED]);
    assert.deepEqual(found(`"\\\\${SHAPED}"`), [SHAPED], 'a backslash that is escaped itself');
    assert.deepEqual(found(`"\\${SHAPED}"`), [], 'its first letter is that of an escape');
  });
});

describe('S6: a text that is better shown to nobody', () => {
  const word = SHAPED.slice(0, 32);

  it('has at least 32 letters of both cases and digits in a row, or those of base64', () => {
    for (const text of [
      word,
      `see "${word}"`,
      `(${word})`,
      SHAPED,
      `${JWT}.c2ln`,
      `${word.slice(0, 28)}+/==`,
    ])
      assert.equal(mayHoldSecret(text), true, text);
  });

  it('is a JWT, however short', () => {
    for (const text of ['eyJhbGciOiJub25lIn0.e30.', 'see eyJhbGciOiJub25lIn0.e30.'])
      assert.equal(mayHoldSecret(text), true, text);
  });

  it('is none with fewer, or with letters of one case, or without digits', () => {
    for (const text of [
      ...['', 'entra', word.slice(1), `${word.slice(0, 20)} ${word.slice(20)}`],
      ...[word.toLowerCase(), word.toUpperCase(), word.replaceAll(/\d/g, 'x')],
      'https://api.mypurecloud.jp/api/v2/scim/v2',
    ])
      assert.equal(mayHoldSecret(text), false, text);
  });

  it('is also one with a single such word among others', () => {
    assert.equal(mayHoldSecret(`${'a'.repeat(40)} ${word} ${'1'.repeat(40)}`), true);
  });
});
