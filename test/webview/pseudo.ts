/**
 * A language that nobody speaks: each text longer than the English one, in letters with accents and between brackets. What is
 * cut off, stands outside of the brackets, or was put together from pieces, shows in it. Dates and lists are as in German, so
 * that those in English show, too.
 */
export const PSEUDO = 'de-XA';

const ACCENTED: Readonly<Record<string, string>> = {
  ...{
    a: 'á',
    b: 'ƀ',
    c: 'ç',
    d: 'đ',
    e: 'é',
    f: 'ƒ',
    g: 'ĝ',
    h: 'ĥ',
    i: 'í',
    j: 'ĵ',
    k: 'ķ',
    l: 'ļ',
    m: 'ɱ',
  },
  ...{
    n: 'ñ',
    o: 'ó',
    p: 'þ',
    q: 'ɋ',
    r: 'ŕ',
    s: 'š',
    t: 'ţ',
    u: 'ú',
    v: 'ṽ',
    w: 'ŵ',
    x: 'ẋ',
    y: 'ý',
    z: 'ž',
  },
  ...{ A: 'Á', E: 'É', I: 'Í', O: 'Ó', U: 'Ú' },
};

/** What is no text of a person: values that are filled in, code between quotes of Markdown, and where a link leads. */
const KEPT = /\{\w+\}|`[^`]*`|\]\([^)]*\)/g;

/** The texts of that language by the English ones. Its own name among them (core/texts/sentences.ts) is as it is. */
export function pseudoTexts(english: readonly string[]): Record<string, string> {
  return Object.fromEntries(english.map((text) => [text, text === 'en' ? PSEUDO : pseudoText(text)]));
}

/** A text as it is in that language: a third longer, and a short one half as long again, as German or Finnish may be. */
export function pseudoText(text: string): string {
  const accented = text
    .split(new RegExp(`(${KEPT.source})`))
    .map((piece, index) =>
      index % 2 === 1 ? piece : piece.replace(/[a-zAEIOU]/g, (letter) => ACCENTED[letter] ?? letter),
    )
    .join('');
  const words = Math.ceil((text.length * (text.length < 30 ? 0.5 : 0.35)) / WORD.length);
  return `⟦${accented}${WORD.repeat(words)}⟧`;
}

/** What lengthens a text. It can be broken before, as words can. */
const WORD = ' łóñĝ';

/**
 * Text and text beside each other that was one sentence: the first does not end one. A remark in brackets behind a label, and
 * another measure behind one (4 minutes 59 seconds), are none.
 */
const PUT_TOGETHER = /[^.!?:;…)"”]⟧ ?⟦(?![(\d])/;

/** Of the pieces of text on a page, those in which two texts were put together to one sentence. */
export function putTogether(pieces: readonly string[]): readonly string[] {
  return pieces.filter((piece) => PUT_TOGETHER.test(piece.replaceAll(WORD, '')));
}
