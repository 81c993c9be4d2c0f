/** Why something failed and what to do next, in the reader's language. */
export type Advice = { why: string; next: string };

/** Advice by error code; said only when it is asked for, because the language is not known before. */
export type AdviceByCode = Readonly<Record<string, () => Advice>>;
