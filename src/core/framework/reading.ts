import {
  type AnyNode,
  type Comment,
  Parser,
  type Program,
  type Token,
  type TokenType,
  tokTypes,
} from 'acorn';
import { LooseParser } from 'acorn-loose';
import { LONGEST_CHECKED } from '../files/readable.ts';
import { mentionsDirective } from './directives.ts';
import { OPTIONS, orUndefined, StrictParser } from './parse.ts';

declare module 'acorn' {
  interface Parser {
    /** Both parsers call it for each node, once all of the node is read. */
    finishNode(node: AnyNode, type: string): AnyNode;
    /** Both read an expression here, or statements in braces, and those in it within this call. */
    parseExprSubscripts(errors?: unknown, init?: unknown): AnyNode;
    parseBlock(hasScope?: boolean, node?: AnyNode, endsStrict?: boolean): AnyNode;
    /** Both stop here at what is not JavaScript; the tolerant one then goes on behind it. */
    raise(position: number, message: string): never;
    raiseRecoverable(position: number, message: string): never;
    /** The tolerant one reads the tokens of another one. */
    readonly toks?: Parser;
    /** It goes on behind a statement that does not end as one. */
    semicolon(): boolean;
    canInsertSemicolon(): boolean;
    /** It asks before each element of a list or block: does it end here? */
    closes(closer: TokenType, indent: number, line: number, isBlock?: boolean): boolean;
  }
}

/** What a parser tells about a text while it reads it, which is faster than a walk over the tree afterwards. */
export type Reading = {
  readonly tree: Program;
  /** It is valid JavaScript: nothing was left out or guessed. */
  readonly exact: boolean;
  /** Nodes of the types below, the inner ones before the outer ones. */
  readonly nodes: readonly AnyNode[];
  /** A line that is indented less was taken for the end of something, which may be wrong. */
  readonly guessed: boolean;
  /** Where the last statement starts, if it has a bracket that is never closed; otherwise the end. */
  readonly sureUntil: number;
  /** All comments, some perhaps twice; none where no comment can be a directive. */
  readonly comments: readonly Comment[];
  /** It has more nodes for its length than people write: a tool made it as short as it can be. */
  readonly dense: boolean;
};

/** A `switch` takes less time than a set, and each node is asked. */
function tells(type: string): boolean {
  switch (type) {
    case 'ObjectExpression':
    case 'ObjectPattern':
    case 'AssignmentExpression':
    case 'UnaryExpression':
    case 'MemberExpression':
    case 'CallExpression':
      return true;
    default:
      return false;
  }
}

/** How many nodes may still be made of a text, however often it is read. */
export type Effort = { nodes: number };

/** Code has up to 0.17 nodes for each character, and 0.43 when a tool made it as short as it can be. */
const MOST_NODES = { aCharacter: 0.45, byHand: 0.35, inHand: 200 };

/** What is not sound is read up to four times, once of them by half; nobody half types what a tool made. */
const MOST_OF_A_LOOK = 0.6;

/** What one look at a text may take. */
export function effortFor(text: string): Effort {
  return { nodes: MOST_NODES.inHand + MOST_OF_A_LOOK * text.length };
}

/** Expressions and blocks within each other. People write a dozen, and what is deeper than the stack ends in an exception. */
const DEEPEST = 200;

/** More than any file has that somebody wrote: a licence without the signs of a comment has some hundred words, each an error. */
const MOST_ERRORS = 500;

/** The notes of the parse that is running: parsers hand out nothing but a tree, and run one at a time. */
let notes = blankNotes('');

function blankNotes(text: string, effort = effortFor(text)) {
  const nodes: AnyNode[] = [];
  const most = Math.min(effort.nodes, MOST_NODES.inHand + MOST_NODES.aCharacter * text.length);
  return {
    nodes,
    count: 0,
    most,
    depth: 0,
    errors: 0,
    guessed: false,
    stopsAtGuessBefore: 0,
    unclosed: false,
  };
}

/** What nobody wrote ends here: an exception, thrown through so many calls, would take longer than to read on. */
function leaveAlone(parser: Parser): void {
  notes.most = 0;
  const tokens = parser.toks ?? parser;
  tokens.pos = tokens.input.length;
}

function takingNotes(Base: typeof Parser): typeof Parser {
  return class extends Base {
    override finishNode(node: AnyNode, type: string): AnyNode {
      const finished = super.finishNode(node, type);
      if (tells(type)) notes.nodes.push(finished);
      notes.count += 1;
      if (notes.count > notes.most) leaveAlone(this);
      return finished;
    }

    override parseExprSubscripts(errors?: unknown, init?: unknown): AnyNode {
      this.goDeeper();
      const expression = super.parseExprSubscripts(errors, init);
      notes.depth -= 1;
      return expression;
    }

    override parseBlock(hasScope?: boolean, node?: AnyNode, endsStrict?: boolean): AnyNode {
      this.goDeeper();
      const block = super.parseBlock(hasScope, node, endsStrict);
      notes.depth -= 1;
      return block;
    }

    private goDeeper(): void {
      notes.depth += 1;
      if (notes.depth > DEEPEST) leaveAlone(this);
    }
  };
}

/** For the one reader that believes the indentation: nobody asks the others whether they guessed. */
function noticingGuesses(Base: typeof Parser): typeof Parser {
  return class extends Base {
    declare tok: Token;

    override closes(closer: TokenType, indent: number, line: number, isBlock?: boolean): boolean {
      const { type, start } = this.tok;
      const ends = super.closes(closer, indent, line, isBlock);
      if (ends && type !== closer && type !== tokTypes.eof) {
        notes.guessed = true;
        if (start < notes.stopsAtGuessBefore) throw new Error('Another reader goes on.');
      }
      return ends;
    }
  };
}

function believingBrackets(Base: typeof Parser): typeof Parser {
  return class extends Base {
    declare tok: Token;

    override closes(closer: TokenType): boolean {
      const { type } = this.tok;
      notes.unclosed ||= type === tokTypes.eof;
      return type === closer || type === tokTypes.eof;
    }
  };
}

/**
 * Counts no lines for a message, and keeps no stack, that nobody reads: both would take time with the square of the
 * length.
 */
class QuickTokenizer extends Parser {
  override raise(position: number, message: string): never {
    notes.errors += 1;
    if (notes.errors > MOST_ERRORS) throw new Error('Nobody wrote this.');
    throw Object.create(SyntaxError.prototype, {
      message: { value: message },
      pos: { value: position },
      raisedAt: { value: this.pos },
    });
  }

  override raiseRecoverable(position: number, message: string): never {
    return this.raise(position, message);
  }
}

function goingOnQuickly(Base: typeof Parser): typeof Parser {
  return class extends Base {
    static readonly BaseParser = QuickTokenizer;

    override semicolon(): boolean {
      const isThere = super.semicolon();
      if (!isThere && !this.canInsertSemicolon()) notes.errors += 1;
      if (notes.errors > MOST_ERRORS) leaveAlone(this);
      return isThere;
    }
  };
}

const StrictReader = StrictParser.extend(takingNotes);
const LooseReader = LooseParser.extend(takingNotes, noticingGuesses, goingOnQuickly);
const BracketReader = LooseParser.extend(takingNotes, goingOnQuickly, believingBrackets);

function read(
  reader: typeof Parser,
  text: string,
  effort: Effort,
  taken = blankNotes(text, effort),
): Reading | undefined {
  if (text.length > LONGEST_CHECKED) return undefined;
  const comments: Comment[] = [];
  const options = mentionsDirective(text) ? { ...OPTIONS, onComment: comments } : OPTIONS;
  notes = taken;
  const tree = orUndefined(() => reader.parse(text, options));
  notes = blankNotes('');
  effort.nodes -= taken.count;
  if (tree === undefined || taken.count > taken.most) return undefined;
  const { nodes, guessed, unclosed } = taken;
  const sureUntil = unclosed ? (tree.body.at(-1)?.start ?? 0) : text.length;
  const dense = taken.count > MOST_NODES.inHand + MOST_NODES.byHand * text.length;
  return { tree, exact: reader === StrictReader, nodes, guessed, comments, sureUntil, dense };
}

/**
 * Reads valid JavaScript; undefined when the text is something else. So are the others where the effort is used up, and all
 * of a text that is longer than is checked, whoever asks.
 */
export function readStrictly(text: string, effort = effortFor(text)): Reading | undefined {
  return read(StrictReader, text, effort);
}

/**
 * Reads what need not be valid JavaScript; undefined when even that fails. Where brackets and indentation
 * disagree, it believes the indentation, and says that it guessed.
 */
export function readLoosely(text: string, effort = effortFor(text)): Reading | undefined {
  return read(LooseReader, text, effort);
}

/**
 * The same, but no further than to a guess in the first half of the text: then others are asked, and what they do not know
 * takes less time to read once more than each text would take that is read to its end for nothing.
 */
export function readUntilGuess(text: string, effort = effortFor(text)): Reading | 'guessed' | undefined {
  const taken = { ...blankNotes(text, effort), stopsAtGuessBefore: text.length / 2 };
  return read(LooseReader, text, effort, taken) ?? (taken.guessed ? 'guessed' : undefined);
}

/** The same, believing the brackets. */
export function readByBrackets(text: string, effort = effortFor(text)): Reading | undefined {
  return read(BracketReader, text, effort);
}
