const UNSEEN = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/**
 * Writes characters that act instead of being seen (controls, changes of writing direction, line separators; not the
 * line feed) as `\uXXXX`, which JSON and Terraform's HCL both read. What is pasted into a terminal or shown for
 * review is then what is seen.
 */
export function escapeUnseen(text: string): string {
  return text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
