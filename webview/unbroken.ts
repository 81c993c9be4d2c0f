// What belongs together stays in one line. In Japanese a line may end at any blank, and between a number and what it counts.

const NO_BREAK_SPACE = '\u00a0';
/** Joins what is on both sides of it, and has no width. */
const WORD_JOINER = '\u2060';

/** A number, or what one is put in for, before the word that says what it counts. */
const COUNT =
  /(?<=\d|\{\w+\}) (?=(?:件|個|人|秒|分|時間|日|週間|か月|年|回|つ|行|列|文字|種類|ページ|か所|段階|バイト|組織|部門|ロール|スコープ)(?![ァ-ヶ]))/gu;

/** The texts of a language (JSON of what each sentence is there), in which no line ends between a number and its counter. */
export function unbrokenTexts(json: string): string {
  return json.replaceAll(COUNT, NO_BREAK_SPACE);
}

/** A date or a month that stays in one line: `2026年3月` has a place where Japanese lines may end. */
export function unbroken(date: string): string {
  return date.replaceAll(/(?<=\p{sc=Han})(?=\d)|(?<=\d)(?=\p{sc=Han})/gu, WORD_JOINER);
}
