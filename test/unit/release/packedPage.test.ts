import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { packedPage } from '../../../packedPage.js';
import { brokenLinks, linksOf } from '../docs/markdown.ts';
import { readText } from '../docs/project.ts';

describe('The README in a store', () => {
  const readme = packedPage(readText('README.md'));

  it('has no picture, and no link to a file: there it stands alone', () => {
    assert.deepEqual(
      linksOf(readme).filter(({ target }) => !/^(?:https:|#)/.test(target)),
      [],
    );
    assert.deepEqual(
      brokenLinks('README.md', new Map([['README.md', readme]]), () => false),
      [],
    );
    assert.doesNotMatch(readme, /<\/?(?:picture|source|img)\b|!\[|<!--/);
  });

  it('says all else: what it does, what it is not, how to try it, and nothing about building it', () => {
    const headings = (text: string): readonly string[] => text.match(/^## .*$/gm) ?? [];
    const onlyHere = headings(readText('README.md')).filter((heading) => !headings(readme).includes(heading));
    assert.deepEqual(onlyHere, ['## Use it in your own VS Code', '## Develop', '## How it is built']);
    assert.match(readme, /^# .+\n\n[\s\S]+## What it is not\n[\s\S]+## Try it\n/);
    assert.doesNotMatch(readme, /\bnpm (?:start|test|ci)\b/);
    // A paragraph ends with one blank line, whatever stood behind it.
    assert.doesNotMatch(readme, /\n{3}/);
  });

  it('has beside it a changelog that stands alone, too, with all its entries', () => {
    const written = readText('CHANGELOG.md');
    const packed = packedPage(written);
    assert.deepEqual(
      linksOf(packed).filter(({ target }) => !/^(?:https:|#)/.test(target)),
      [],
    );
    assert.match(packed, /^# Changelog\n\nWhat is new /);
    assert.ok(written.endsWith(packed.slice(packed.indexOf('What is new '))));
  });

  const cases: Readonly<Record<string, readonly [written: string, packed: string]>> = {
    'a link to a file': ['see [all of *them*](docs/x.md#y).', 'see all of *them*.'],
    'a link within it, and one to a site': ['[a](#b) [c](https://d.test/e)', '[a](#b) [c](https://d.test/e)'],
    'a picture': ['one\n\n![two](three.png)\n\nfour\n', 'one\n\nfour\n'],
    'a picture for each theme': ['one\n\n<picture>\n  <img src="x">\n</picture>\n\ntwo\n', 'one\n\ntwo\n'],
    'what is only for the repository': [
      'one\n\n<!-- only in the repository -->\ntwo\n\n<!-- everywhere -->\nthree\n',
      'one\n\nthree\n',
    ],
  };
  for (const [what, [written, packed]] of Object.entries(cases)) {
    it(`is made from the one here: ${what}`, () => {
      assert.equal(packedPage(written), packed);
    });
  }
});
