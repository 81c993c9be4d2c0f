import type { Page } from 'playwright-core';
import { type ProviderField, providers } from '../../src/core/scim/providers.ts';
import { readEnglishMessages, readTexts } from './texts.ts';

/** Of all that is shown or read aloud on a page that is not in English, what is in English and no name or code. */
export async function englishOn(page: Page): Promise<readonly string[]> {
  const isLeftOver = await leftOver();
  const texts = await page.evaluate(textsOnPage);
  return texts.filter((text) => isLeftOver(text.replaceAll(NAMES_OF_PROVIDERS, '')));
}

let made: Promise<(text: string) => boolean> | undefined;

/** Whether a text is an English one of ours, whole or in pieces; what the Japanese texts have in them, too, is a name. */
export async function leftOver(): Promise<(text: string) => boolean> {
  made ??= Promise.all([readEnglishMessages(), readTexts('ja')]).then((both) => englishIn(...both));
  return await made;
}

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
  const isOne = (text: string) =>
    whole.some((message) => message.test(text.trim())) || sentences.some((sentence) => sentence.test(text));
  // The same texts stand in many views, and each is held against thousands.
  const known = new Map<string, boolean>();
  return (text) => {
    const is = known.get(text) ?? isOne(text);
    known.set(text, is);
    return is;
  };
}

/** An identity provider's own page is in English, and its fields are called here what they are called there. */
const NAMES_OF_PROVIDERS = new RegExp(
  Object.values(providers)
    .flatMap<ProviderField>(({ fields }) => [...fields])
    .flatMap(({ label, value }) => [label, typeof value === 'string' ? undefined : value.fixed])
    .filter((name) => name !== undefined)
    // The longest first: one may begin like another.
    .sort((one, other) => other.length - one.length)
    .map(escaped)
    .join('|'),
  'g',
);

export const JAPANESE = /[ぁ-んァ-ヶ一-龠]/;
const VALUE = /\{\w+\}/;

function isEnglish(piece: string, japaneseTexts: string): boolean {
  return /[a-z]{2}/i.test(piece) && !japaneseTexts.includes(piece.trim());
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Runs in the page: everything that is shown or read aloud on it, in pieces as they stand. */
export function textsOnPage(): string[] {
  const elements = [...document.querySelectorAll(':is(#wizard, #client, #doctor) *')];
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
