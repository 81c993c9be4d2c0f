/** Why something failed and what to do next, in the reader's language. */
export type Advice = {
  why: string;
  next: string;
  /** Whether the page with the state of Genesys Cloud may say more. Its address is in `next` already. */
  hasStatusPage?: boolean;
};

/** Advice by error code; said only when it is asked for, because the language is not known before. */
export type AdviceByCode = Readonly<Record<string, () => Advice>>;

/** What a login host said when it refused something, for "Details". */
export function refusalDetails(code: string, description: string | undefined): string[] {
  return [description === undefined ? code : `${code}: ${description}`];
}
