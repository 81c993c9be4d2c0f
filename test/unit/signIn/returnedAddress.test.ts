import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readReturnedAddress } from '../../../src/core/signIn/returnedAddress.ts';

const STATE = 'st4te-_~';
const ADDRESS = `http://localhost/?code=c0de&state=${STATE}`;

describe('The address that the browser ended on', () => {
  const pasted = {
    'as it is': ADDRESS,
    'with blanks and line breaks around it': `\n  ${ADDRESS}\r\n\t`,
    'in quotes': `"${ADDRESS}"`,
    'in single quotes and blanks': ` ' ${ADDRESS} ' `,
    'in quotes twice': `""${ADDRESS}""`,
    'in angle brackets': `<${ADDRESS}>`,
    'broken over lines': ADDRESS.replace('&', '\n  &'),
    'without its scheme, as browsers show it': ADDRESS.replace('http://', ''),
    'with a port': ADDRESS.replace('localhost', 'localhost:49152'),
    'with a port, without its scheme': ADDRESS.replace('http://localhost', '127.0.0.1:49152'),
    'with more than is needed': `${ADDRESS}&session_state=x#top`,
    'in capitals': ADDRESS.replace('http://localhost', 'HTTP://LOCALHOST'),
    'of the editor in the browser': ADDRESS.replace(
      'http://localhost',
      'https://editor.example.com/callback',
    ),
  };
  for (const [how, text] of Object.entries(pasted)) {
    it(`is read ${how}`, () => {
      const read = readReturnedAddress(text, STATE);
      assert.ok(read.kind === 'returned');
      assert.equal(read.url.searchParams.get('code'), 'c0de');
      assert.equal(read.url.searchParams.get('state'), STATE);
    });
  }

  it('keeps the quotes in it, which are no part of how it was pasted', () => {
    const read = readReturnedAddress(ADDRESS.replace('c0de', `c'0"de<1>2`), STATE);
    assert.ok(read.kind === 'returned');
    assert.equal(read.url.searchParams.get('code'), `c'0"de<1>2`);
  });

  it('is an answer as well when it says why there is no code', () => {
    const read = readReturnedAddress(`http://localhost/?error=access_denied&state=${STATE}`, STATE);
    assert.ok(read.kind === 'returned');
    assert.equal(read.url.searchParams.get('error'), 'access_denied');
  });

  const noAddresses = {
    nothing: '',
    blanks: ' \n ',
    words: 'it says: this site can’t be reached',
    'the code alone': 'c0de',
    'the query alone': `?code=c0de&state=${STATE}`,
    'a host alone': 'localhost',
    'a scheme alone': 'http://',
    'a script': `javascript:alert(1)?code=c0de&state=${STATE}`,
    'a script that names an address': `javascript:alert(1)//http://localhost/?code=c0de&state=${STATE}`,
    'a file': `file:///tmp/?code=c0de&state=${STATE}`,
    'a broken port': `http://localhost:99999/?code=c0de&state=${STATE}`,
  };
  for (const [what, text] of Object.entries(noAddresses)) {
    it(`is not ${what}`, () => {
      assert.deepEqual(readReturnedAddress(text, STATE), { kind: 'not-an-address' });
    });
  }

  const noAnswers = {
    'the login page': `https://login.mypurecloud.jp/oauth/authorize?response_type=code&state=${STATE}`,
    'the redirect URI without an answer': 'http://localhost/',
    'an empty code': `http://localhost/?code=&state=${STATE}`,
    'a token instead of a code': `http://localhost/#access_token=x&state=${STATE}`,
  };
  for (const [what, text] of Object.entries(noAnswers)) {
    it(`holds no answer when it is ${what}`, () => {
      assert.deepEqual(readReturnedAddress(text, STATE), { kind: 'no-answer' });
    });
  }

  const others = {
    'another state': 'http://localhost/?code=c0de&state=other',
    'no state': 'http://localhost/?code=c0de',
    'an empty state': 'http://localhost/?code=c0de&state=',
    'the state in other letters': `http://localhost/?code=c0de&state=${STATE.toUpperCase()}`,
    'a refusal for another state': 'http://localhost/?error=access_denied&state=other',
    'the state only as a second one': `http://localhost/?code=c0de&state=other&state=${STATE}`,
    'the state behind the fragment': `http://localhost/?code=c0de#state=${STATE}`,
  };
  for (const [what, text] of Object.entries(others)) {
    it(`belongs to another login with ${what}`, () => {
      assert.deepEqual(readReturnedAddress(text, STATE), { kind: 'other-login' });
    });
  }

  it('never makes it throw, whatever is pasted', () => {
    const piece = fc.constantFrom(
      'http://',
      'localhost',
      '[::1',
      ':',
      '?',
      '&',
      'code=',
      `state=${STATE}`,
      '%',
      '<',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(fc.property(text, (each) => readReturnedAddress(each, STATE).kind !== undefined));
  });
});

describe('The address that a login by the implicit grant ended on', () => {
  const read = (text: string) => readReturnedAddress(text, STATE, 'token').kind;

  it('holds the token behind the "#"', () => {
    assert.equal(read(`https://app.example.com/#access_token=t0ken&state=${STATE}`), 'returned');
    assert.equal(read(`https://app.example.com/#error=access_denied&state=${STATE}`), 'returned');
  });

  it('is not taken with a code, without a token, or of another login', () => {
    assert.equal(read(`https://app.example.com/?code=c0de&state=${STATE}`), 'no-answer');
    assert.equal(read('https://app.example.com/#/home'), 'no-answer');
    assert.equal(read('https://app.example.com/#access_token=t0ken&state=other'), 'other-login');
  });
});
