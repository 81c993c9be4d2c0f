import assert from 'node:assert/strict';
import { before, describe, it } from 'mocha';
import { type ProviderField, providers } from '../../src/core/scim/providers.ts';
import { holdStructure } from './forEverybody.ts';
import { showWizard } from './harness.ts';
import { readEnglishMessages, readTexts } from './texts.ts';
import { views } from './views.ts';

describe('In Japanese', () => {
  let leftOver: (text: string) => boolean;

  before(async () => {
    leftOver = englishIn(await readEnglishMessages(), await readTexts('ja'));
  });

  it('an English sentence, whole or in pieces, would be noticed', () => {
    for (const text of [
      'Next',
      'Search 19 scopes',
      'Connect to an organization first: the client is created there.',
    ]) {
      assert.equal(leftOver(text), true, text);
    }
    for (const text of ['次へ', 'mypurecloud.jp', 'framework.js', 'Practice Org']) {
      assert.equal(leftOver(text), false, text);
    }
  });

  for (const [name, options] of Object.entries(views)) {
    it(`${name} says nothing in English, and is for everybody`, async () => {
      const { page, takePicture } = await showWizard({ ...options, language: 'ja' });
      await takePicture(`${name}.ja`);
      const texts = await page.evaluate(textsOnPage);
      assert.ok(texts.some((text) => JAPANESE.test(text)));
      assert.deepEqual(
        texts.filter((text) => leftOver(withoutNames(text))),
        [],
      );
      await holdStructure({ page, takePicture, name, language: 'ja' });
    });
  }
});

/**
 * Says whether a text is one of the English messages with its values in it, or has a longer piece of one in it. What
 * the Japanese messages have in them, too (names, code), is no English.
 */
function englishIn(
  messages: readonly string[],
  japanese: Readonly<Record<string, string>>,
): (text: string) => boolean {
  const japaneseTexts = Object.values(japanese)
    .filter((text) => JAPANESE.test(text))
    .join('\n');
  const messagePieces = messages.map((message) => message.split(VALUE));
  const whole = messagePieces
    .filter((pieces) => pieces.some((piece) => isEnglish(piece, japaneseTexts)))
    .map((pieces) => new RegExp(`^${pieces.map(escaped).join('.+')}$`));
  const sentences = messagePieces
    .flat()
    .map((piece) => piece.trim())
    .filter((piece) => / /.test(piece) && isEnglish(piece, japaneseTexts))
    // Not in the middle of a word: a list of scopes is no English.
    .map((piece) => new RegExp(`${escaped(piece)}(?!\\w)`));
  return (text) =>
    whole.some((message) => message.test(text.trim())) || sentences.some((sentence) => sentence.test(text));
}

/** An identity provider's own page is in English, and its fields are called here what they are called there. */
const NAMES_OF_PROVIDERS: readonly string[] = Object.values(providers)
  .flatMap<ProviderField>(({ fields }) => [...fields])
  .flatMap(({ label, value }) => [label ?? [], typeof value === 'string' ? [] : value.fixed].flat())
  .toSorted((one, other) => other.length - one.length);

function withoutNames(text: string): string {
  return NAMES_OF_PROVIDERS.reduce((left, name) => left.replaceAll(name, ''), text);
}

const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;
const VALUE = /\{\w+\}/;

function isEnglish(piece: string, japaneseTexts: string): boolean {
  return /[a-z]{2}/i.test(piece) && !japaneseTexts.includes(piece.trim());
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Everything that is shown or read aloud on the page, in pieces as they stand. */
function textsOnPage(): string[] {
  const elements = [...document.querySelectorAll('#wizard *')];
  const inside = elements.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])]);
  return [...elements, ...inside]
    .filter((element) => !(element instanceof HTMLStyleElement))
    .flatMap((element) => [
      ...[...element.childNodes].map((node) => (node instanceof Text ? node.data : '')),
      ...['aria-label', 'placeholder', 'title', 'alt'].map((name) => element.getAttribute(name) ?? ''),
    ])
    .map((text) => text.replaceAll(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
