import { type AnyNode, type Options, parseExpressionAt, tokenizer } from 'acorn';

/** Takes whatever a browser or a bundler would, and more: this reads a file, it does not judge it. */
export const OPTIONS: Options = {
  ecmaVersion: 'latest',
  sourceType: 'script',
  allowReturnOutsideFunction: true,
  allowImportExportEverywhere: true,
  allowAwaitOutsideFunction: true,
  allowHashBang: true,
  checkPrivateFields: false,
};

/** Undefined for what a parser gives up on: a syntax error, or nesting deeper than the stack. */
export function orUndefined<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The expression at the beginning of this range, when it is valid JavaScript taken by itself. */
export function parseExpression(text: string, start: number, end: number): AnyNode | undefined {
  return orUndefined(() => parseExpressionAt(text.slice(0, end), start, OPTIONS));
}

/** Names of the tokens of a text, one blank between two; undefined when it cannot be split into tokens. */
export function tokenNames(text: string): string | undefined {
  return orUndefined(() => Array.from(tokenizer(text, OPTIONS), ({ type }) => type.label).join(' '));
}
