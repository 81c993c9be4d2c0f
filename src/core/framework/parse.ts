import { type AnyNode, type Options, Parser, tokenizer } from 'acorn';

declare module 'acorn' {
  interface Parser {
    /** How far the text is read. */
    pos: number;
    nextToken(): void;
    parseExpression(): AnyNode;
  }
}

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

/** Starts in the middle of a text without counting the lines before, which would take longer than the reading. */
class ExpressionReader extends Parser {
  constructor(text: string, start: number) {
    super(OPTIONS, text);
    this.pos = start;
  }

  read(): AnyNode {
    this.nextToken();
    return this.parseExpression();
  }
}

/** The expression at the beginning of this range, when it is valid JavaScript taken by itself. */
export function parseExpression(text: string, start: number, end: number): AnyNode | undefined {
  return orUndefined(() => new ExpressionReader(text.slice(0, end), start).read());
}

/** Names of the tokens of a text, one blank between two; undefined when it cannot be split into tokens. */
export function tokenNames(text: string): string | undefined {
  return orUndefined(() => Array.from(tokenizer(text, OPTIONS), ({ type }) => type.label).join(' '));
}
