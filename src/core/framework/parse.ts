import { type AnyNode, type Options, Parser, tokenizer } from 'acorn';

declare module 'acorn' {
  interface Parser {
    /** How far the text is read. */
    pos: number;
    nextToken(): void;
    parseExpression(): AnyNode;
    /** Begins to take down the names of a function or block. */
    enterScope(flags: number): void;
    currentScope(): { var: string[]; lexical: string[]; functions: string[] };
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

/** A function has fewer names, and a list of few is searched as quickly as it is. */
const FEW = 32;

/** Names that were declared, which are found as quickly however many there are. */
class DeclaredNames extends Array<string> {
  /** Made when it is needed: each function has a list of its own. */
  private places: Map<string, number> | undefined;
  private placed = 0;

  override indexOf(name: string): number {
    if (this.length <= FEW) return super.indexOf(name);
    const places = this.places ?? new Map<string, number>();
    this.places = places;
    for (; this.placed < this.length; this.placed += 1) {
      const each = this[this.placed];
      if (each !== undefined && !places.has(each)) places.set(each, this.placed);
    }
    return places.get(name) ?? -1;
  }
}

/** acorn looks through all names that were declared before for each one: time would grow with their square. */
export class StrictParser extends Parser {
  override enterScope(flags: number): void {
    super.enterScope(flags);
    const scope = this.currentScope();
    scope.var = new DeclaredNames();
    scope.lexical = new DeclaredNames();
    scope.functions = new DeclaredNames();
  }
}

/** Starts in the middle of a text without counting the lines before, which would take longer than the reading. */
class ExpressionReader extends StrictParser {
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
