/**
 * A JWT, or the random letters and digits that Genesys Cloud makes its secrets (43 characters) and its tokens (more) of.
 * An ID is shorter, and a hash has only one case.
 */
export const SECRET_SHAPE =
  /(?<![\w-])(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|(?=[\w-]{40})(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]+)(?![\w-])/g;

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
