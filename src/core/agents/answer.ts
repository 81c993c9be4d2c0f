import type { PlatformError } from '../platform/errors.ts';
import { adviceOn, errorDetails } from '../texts/platformErrors.ts';
import { inOneText } from '../texts/sentences.ts';

/** What an agent is told: English, short, made to be read by a model. */
export type AgentAnswer = {
  /** It was not done, and the text says what to do instead. */
  readonly isError: boolean;
  readonly text: string;
};

/** An answer of some paragraphs; those that are undefined or empty are left out. */
export function answer(...paragraphs: readonly (string | undefined)[]): AgentAnswer {
  return { isError: false, text: joined(paragraphs) };
}

/** The same of what was not done. */
export function refusal(...paragraphs: readonly (string | undefined)[]): AgentAnswer {
  return { isError: true, text: joined(paragraphs) };
}

/** Why a request failed and what to do about it. Called where texts are in English. */
export function errorText(error: PlatformError): string {
  const { why, next } = adviceOn(error);
  return inOneText([why, next, ...errorDetails(error)]);
}

/** Rows of JSON, one a line, so that a model reads each at once. */
export function rows(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join('\n');
}

function joined(paragraphs: readonly (string | undefined)[]): string {
  return paragraphs.filter((each) => each !== undefined && each !== '').join('\n\n');
}
