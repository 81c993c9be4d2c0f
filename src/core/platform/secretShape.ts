/**
 * A JWT, or the random letters and digits that Genesys Cloud makes its secrets (43 characters) and its tokens (more) of.
 * An ID is shorter, and a hash has only one case.
 */
export const SECRET_SHAPE =
  /(?<![\w-])(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?=[\w-]{40})(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]+)(?![\w-])/g;

/** So many random letters and digits are a secret. */
export const SHORTEST_SECRET = 40;
/** That of a JSON object, which its header is. */
const JWT_BEGINNING = 'eyJ';

/**
 * Whether it is worth looking for secrets by their shape: quicker than to look, and right when it says no. Each of so many
 * characters is looked at, and the word that it is in, because no secret stands between two of them.
 */
export function mayHaveSecretShape(text: string): boolean {
  if (text.includes(JWT_BEGINNING)) return true;
  for (let at = SHORTEST_SECRET - 1; at < text.length; at += SHORTEST_SECRET) {
    let [start, end] = [at, at];
    while (isOfWord(text.charCodeAt(start - 1))) start -= 1;
    while (isOfWord(text.charCodeAt(end))) end += 1;
    if (end - start >= SHORTEST_SECRET) return true;
  }
  return false;
}

const [DASH, UNDERSCORE, ZERO, NINE, A, Z] = [45, 95, 48, 57, 97, 122] as const;
const TO_LOWER_CASE = 32;

/** `[\w-]`, of which a regular expression for each character would take as long as the parse. NaN, where there is none, is not. */
function isOfWord(character: number): boolean {
  if (character === DASH || character === UNDERSCORE) return true;
  if (character >= ZERO && character <= NINE) return true;
  const lower = character | TO_LOWER_CASE;
  return lower >= A && lower <= Z;
}

/** Whether something in a text has the shape of a secret. */
function hasSecretIn(text: string): boolean {
  return text.search(SECRET_SHAPE) >= 0;
}

/** What base64 is written in, and what stands in tokens besides. */
const NO_SECRET_LETTERS = /[^\w+/=~.-]+/;
const SHORTEST_HIDDEN = 32;

/**
 * Whether a text of a file is better shown to nobody. Random letters of both cases and digits, also in base64, whose `+`,
 * `/` and `=` are in paths and names as well, are too little for saying that they are a secret, and enough for that.
 */
export function mayHoldSecret(text: string): boolean {
  const words = text.split(NO_SECRET_LETTERS).filter(({ length }) => length >= SHORTEST_HIDDEN);
  return (
    hasSecretIn(text) || words.some((word) => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word))
  );
}

/** What a file says, in a sentence; nothing of what may be a secret. */
export function shownText(text: string): string {
  return mayHoldSecret(text) ? '…' : text;
}
