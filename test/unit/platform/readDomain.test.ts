import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readDomain } from '../../../src/core/platform/regionName.ts';

describe('A domain of a company’s own', () => {
  const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
  const domains = {
    'genesys.example.com': 'genesys.example.com',
    ' Genesys.Example.COM ': 'genesys.example.com',
    'a-b.example': 'a-b.example',
    'xn--r8jz45g.jp': 'xn--r8jz45g.jp',
    '1.example': '1.example',
    [longest]: longest,
  };
  for (const [text, domain] of Object.entries(domains)) {
    it(`is ${JSON.stringify(text.slice(0, 40))}`, () => assert.equal(readDomain(text), domain));
  }

  const others = {
    nothing: '',
    'a name without a dot': 'localhost',
    'a scheme': 'https://example.com',
    'a port': 'example.com:8443',
    'a path': 'example.com/login',
    somebody: 'user@example.com',
    'an IPv4 address': '127.0.0.1',
    'an IPv4 address in disguise': '127.0.0.0x1',
    'an IPv6 address': '[::1]',
    'a dot at the end': 'example.com.',
    'a dot at the start': '.example.com',
    'two dots': 'example..com',
    'a blank': 'exam ple.com',
    'a line break': 'example.com\nexample.org',
    'an underscore': 'my_org.example.com',
    'a hyphen at the edge of a label': '-a.example.com',
    'letters beyond ASCII': '例え.jp',
    'a wildcard': '*.example.com',
    'a label that is too long': `${'a'.repeat(64)}.com`,
    'too many characters': `${longest}d`,
  };
  for (const [what, text] of Object.entries(others)) {
    it(`has not ${what}`, () => assert.equal(readDomain(text), undefined));
  }
});
