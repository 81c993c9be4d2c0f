/**
 * Characters that take no room on the screen: what Unicode tells programs to leave out where they have no picture for it
 * (zero-width spaces, joiners, soft hyphens, byte order marks, changes of the writing direction, tags), and the marks of
 * an annotation.
 */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** What some scripts, and emoji, are written with: joiners, selectors of a form, and the letters of a flag. */
const WRITTEN_WITH = /\u200c|\u200d|\p{Variation_Selector}|[\u{e0020}-\u{e007f}]/u;

/** Turn the writing direction of what follows, also of what stands behind the text on a page. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/u;

/** Whether a text is of ASCII alone, as most are: each of its characters is seen, or a control, and of usual width. */
export function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text);
}

/** Without any character that nobody sees: for an ID, a secret or a domain, which never have one. */
export function withoutInvisible(text: string): string {
  return isAscii(text) ? text : text.replace(INVISIBLE, '');
}

/**
 * Without the characters that nobody sees and no script needs: for a name or an address in any language. Joiners are
 * letters to those whose script needs them, and come along by mistake in ASCII only.
 */
export function withoutStrayInvisible(text: string): string {
  const without = withoutInvisible(text);
  return isAscii(without)
    ? without
    : text.replace(INVISIBLE, (character) => (WRITTEN_WITH.test(character) ? character : ''));
}

/** Whether there is something to see in a text: neither blanks nor controls nor invisible characters, in any script. */
export function isSeen(text: string): boolean {
  return /[^\s\p{Cc}\u2800]/u.test(withoutInvisible(text));
}

/** Whether a text has characters that do something where it is shown: a new line, or another writing direction. */
export function actsWhereShown(text: string): boolean {
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(text) || TURNS.test(text);
}

/**
 * More marks than any script has on one letter, where Unicode's stream-safe text ends as well (UAX 15): they are put in
 * order, which takes time with the square of how many there are. Half-width sound marks become such.
 */
const TOO_MANY_MARKS = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** A text in letters of usual width (NFKC), in time with its length; of more than 30 marks on one letter the first 30. */
export function inUsualWidth(text: string): string {
  return isAscii(text) ? text : text.replace(TOO_MANY_MARKS, '$1').normalize('NFKC');
}

/** A text without these characters at its end, in one walk, however long it is. `characters`: all of them in one text. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** What a text says in JSON, or undefined when it is none; a schema has to check it next. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
