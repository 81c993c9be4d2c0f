/**
 * Finds those of many texts that contain each of some words, in their order. What is typed further is looked for only among
 * those that were found before, so that a key takes no longer the more there are.
 */
export class Search {
  private readonly texts: readonly string[];
  /** The last words, and all that was found with them. */
  private last: { readonly words: string; readonly positions: readonly number[] };

  constructor(texts: readonly string[]) {
    this.texts = texts.map((text) => text.toLowerCase());
    this.last = { words: '', positions: this.texts.map((_, position) => position) };
  }

  /** The positions of the first texts, so many at most, and whether there are more. */
  find(typed: string, most: number): { readonly positions: readonly number[]; readonly hasMore: boolean } {
    const words = typed.trim().toLowerCase();
    const wanted = words.split(/\s+/);
    const among = words.startsWith(this.last.words) ? this.last.positions : this.texts.keys();
    const positions: number[] = [];
    for (const position of among) {
      const text = this.texts[position] ?? '';
      if (!wanted.every((word) => text.includes(word))) continue;
      // Nobody reads further, and the rest is looked through once more is typed.
      if (positions.length === most) return { positions, hasMore: true };
      positions.push(position);
    }
    this.last = { words, positions };
    return { positions, hasMore: false };
  }
}
