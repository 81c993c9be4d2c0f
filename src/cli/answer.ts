import { type Asked, oneOf } from './commandLine.ts';
import { inLines, isForPerson } from './io.ts';
import type { NotOpened } from './orgs/notOpened.ts';

/** Of the JSON forms; it goes up when a program that reads one would misunderstand it. */
export const FORM_VERSION = 1;

/** The form that is asked for, or else text for a person and JSON for a pipe or an AI agent. Throws `UsageError`. */
export function formAsked<Form extends string>(
  { io, words }: Asked,
  forms: readonly Form[],
  usual: { readonly person: Form; readonly others: Form },
): Form {
  return oneOf(words, 'format', forms) ?? (isForPerson(io) ? usual.person : usual.others);
}

export const TEXT_OR_JSON = ['text', 'json'] as const;

/** Text or JSON. Throws `UsageError`. */
export function textOrJson(asked: Asked): 'text' | 'json' {
  return formAsked(asked, TEXT_OR_JSON, { person: 'text', others: 'json' });
}

/** Answers in JSON; `notOpened`: where one could not look. */
export function writeJson({ io }: Asked, value: object, notOpened: readonly NotOpened[] = []): void {
  const whole = {
    formVersion: FORM_VERSION,
    ...value,
    ...(notOpened.length > 0 && { notOpened }),
  };
  io.stdout.write(`${JSON.stringify(whole, undefined, 2)}\n`);
}

/** Answers in lines, without colors. */
export function writeLines({ io }: Asked, lines: readonly string[]): void {
  io.stdout.write(inLines(lines));
}
