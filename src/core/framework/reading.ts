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
import { mentionsDirective } from './directives.ts';
import { OPTIONS, orUndefined, StrictParser } from './parse.ts';

declare module 'acorn' {
  interface Parser {
    /** Both parsers call it for each node, once all of the node is read. */
    finishNode(node: AnyNode, type: string): AnyNode;
    /** Both read a template here, and those in it within this call. */
    parseTemplate(options?: { isTagged?: boolean }): AnyNode;
    /** Both stop here at what is not JavaScript; the tolerant one then goes on behind it. */
    raise(position: number, message: string): never;
    raiseRecoverable(position: number, message: string): never;
    /** The tolerant one asks before each element of a list or block: does it end here? */
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
};

const NODE_TYPES = new Set([
  'ObjectExpression',
  'ObjectPattern',
  'AssignmentExpression',
  'UnaryExpression',
  'MemberExpression',
  'CallExpression',
]);

/** The notes of the parse that is running: parsers hand out nothing but a tree, and run one at a time. */
let notes = blankNotes('');

function blankNotes(text: string) {
  const nodes: AnyNode[] = [];
  return { text, nodes, guessed: false, stopsAtGuessBefore: 0, unclosed: false, errors: 0, templates: 0 };
}

/** Templates in each other. People write two or three, and an exception out of the stack takes longer than to read a file. */
const MOST_TEMPLATES = 100;

function takingNotes(Base: typeof Parser): typeof Parser {
  return class extends Base {
    override finishNode(node: AnyNode, type: string): AnyNode {
      const finished = super.finishNode(node, type);
      if (NODE_TYPES.has(type)) notes.nodes.push(finished);
      return finished;
    }

    override parseTemplate(options?: { isTagged?: boolean }): AnyNode {
      notes.templates += 1;
      if (notes.templates > MOST_TEMPLATES) throw new Error('Nobody wrote this.');
      const template = super.parseTemplate(options);
      notes.templates -= 1;
      return template;
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

/** More than any file has that somebody wrote, which bounds the time that all others take. */
const MOST_ERRORS = 2000;

/**
 * Counts no lines for a message, and keeps no stack, that nobody reads: both would take time with the square of the
 * length.
 */
class QuickTokenizer extends Parser {
  override raise(position: number, message: string): never {
    notes.errors += 1;
    if (notes.errors > MOST_ERRORS) throw new Error('This is no JavaScript.');
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

function tokenizingQuickly(Base: typeof Parser): typeof Parser {
  return class extends Base {
    static readonly BaseParser = QuickTokenizer;
  };
}

const StrictReader = StrictParser.extend(takingNotes);
const LooseReader = LooseParser.extend(takingNotes, noticingGuesses, tokenizingQuickly);
const BracketReader = LooseParser.extend(takingNotes, tokenizingQuickly, believingBrackets);

function read(reader: typeof Parser, text: string, taken = blankNotes(text)): Reading | undefined {
  const comments: Comment[] = [];
  const options = mentionsDirective(text) ? { ...OPTIONS, onComment: comments } : OPTIONS;
  notes = taken;
  const tree = orUndefined(() => reader.parse(text, options));
  notes = blankNotes('');
  if (tree === undefined) return undefined;
  const { nodes, guessed, unclosed } = taken;
  const sureUntil = unclosed ? (tree.body.at(-1)?.start ?? 0) : text.length;
  return { tree, exact: reader === StrictReader, nodes, guessed, comments, sureUntil };
}

/** Reads valid JavaScript; undefined when the text is something else. */
export function readStrictly(text: string): Reading | undefined {
  return read(StrictReader, text);
}

/**
 * Reads what need not be valid JavaScript; undefined when even that fails. Where brackets and indentation
 * disagree, it believes the indentation, and says that it guessed.
 */
export function readLoosely(text: string): Reading | undefined {
  return read(LooseReader, text);
}

/**
 * The same, but no further than to a guess in the first half of the text: then others are asked, and what they do not know
 * takes less time to read once more than each text would take that is read to its end for nothing.
 */
export function readUntilGuess(text: string): Reading | 'guessed' | undefined {
  const taken = { ...blankNotes(text), stopsAtGuessBefore: text.length / 2 };
  return read(LooseReader, text, taken) ?? (taken.guessed ? 'guessed' : undefined);
}

/** The same, believing the brackets. */
export function readByBrackets(text: string): Reading | undefined {
  return read(BracketReader, text);
}
