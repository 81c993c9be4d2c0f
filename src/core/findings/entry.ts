/** How loud a finding is. An error is what is certain to fail; the wizard does not save with one. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The arguments of a finding, as they stand in its sentence: each written as its name asks for (`words.ts`). */
export type Words = Readonly<Record<string, string>>;

/** What one code of a finding stands for. Whoever adds a code adds one of these, and a rule that finds it. */
export type FindingEntry = {
  /** The usual one first, then those that a rule gives it where it is more or less sure. */
  readonly severities: readonly [Severity, ...Severity[]];
  /** The rules of the procedures that it comes from (docs/rules.md). */
  readonly rules?: readonly string[];
  /** The facts about Genesys Cloud that it rests on (docs/genesys.md). */
  readonly facts?: readonly string[];
  /** What is wrong and what to do about it, where it is found. */
  readonly text: (words: Words, severity: Severity) => string;
};

/**
 * What the documentation says of a code that an editor shows, in the language of the texts: people look it up, and set how loud
 * it is. It is in the documents and the manifest that are written from it (test/findings), and in answers that explain a code.
 */
export type Documentation = () => Explanation;

type Explanation = {
  /** One short sentence, for the setting and as the heading. */
  readonly title: string;
  /** Why it matters, and what is not known about it. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
};
