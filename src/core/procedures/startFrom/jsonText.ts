import { withoutInvisible } from '../../platform/invisible.ts';
import { mayHoldSecret } from '../../scim/plainTextSecrets.ts';

/** Where a block of code begins or ends in Markdown; what stands beside its beginning names the language. */
const FENCE = /^[ \t]*(?:`{3,}|~{3,})[^\r\n]*$/gm;

/** A text in quotes, also one that does not end, or what no JSON has outside of them though it may look like a blank. */
const TEXT_OR_BLANK = /"(?:[^"\\\n\r]|\\.)*"?|[^\P{Default_Ignorable_Code_Point}]|[^\S \t\r\n]/gu;

/**
 * The JSON in what was pasted, with blanks in the place of everything else, so that all its places stay: of Markdown one
 * block of code alone, and outside of texts in quotes no characters that nobody sees.
 */
export function jsonIn(pasted: string): string {
  return jsonBlock(pasted).replace(TEXT_OR_BLANK, (found) =>
    found.startsWith('"') ? found : ' '.repeat(found.length),
  );
}

/** The first block that may be JSON; all of the text where there is no block. */
function jsonBlock(text: string): string {
  const fences = [...text.matchAll(FENCE)];
  const blocks = fences.flatMap((fence, index) => {
    const start = fence.index + fence[0].length;
    return index % 2 === 0 ? [{ start, end: fences[index + 1]?.index ?? text.length }] : [];
  });
  const block = blocks.find(({ start, end }) => /^\s*[{[]/.test(text.slice(start, end))) ?? blocks[0];
  if (block === undefined) return text;
  return (
    blank(text.slice(0, block.start)) + text.slice(block.start, block.end) + blank(text.slice(block.end))
  );
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ');
}

const MOST_CHARACTERS_OF_A_NAME = 40;

/** The name of a key as it is told to people: nothing of one that may be a secret; without what nobody sees, in one line, and not longer than a line. */
export function shownKey(key: string): string {
  if (mayHoldSecret(key)) return '…';
  const plain = withoutInvisible(key.slice(0, 500))
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const characters = [...plain];
  return characters.length <= MOST_CHARACTERS_OF_A_NAME
    ? plain
    : `${characters.slice(0, MOST_CHARACTERS_OF_A_NAME).join('')}…`;
}
