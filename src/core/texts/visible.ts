/** What would move the cursor, change colors, or turn the order of letters around, whoever wrote it into a name or a file. */
const UNSEEN = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;

/** A text of one line, as it can be trusted in a terminal or a question: what cannot be seen is written out. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
