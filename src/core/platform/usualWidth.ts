/**
 * More marks than any script has on one letter, where Unicode's stream-safe text ends as well (UAX 15): they are put in
 * order, which takes time with the square of how many there are. Half-width sound marks become such.
 */
const TOO_MANY_MARKS = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;

/** A text in letters of usual width (NFKC), in time with its length; of more than 30 marks on one letter the first 30. */
export function inUsualWidth(text: string): string {
  return text.replace(TOO_MANY_MARKS, '$1').normalize('NFKC');
}
