/** The words of a command, as a shell parts them, and where the command ends. */
export type Command = { words: readonly string[]; end: number };

/** A quoted text of a command longer than this is an apostrophe that somebody wrote, not a quote. */
const LONGEST_QUOTED = 200_000;

/**
 * Reads the words of a command from here on: quotes as in bash, PowerShell and, behind a caret, cmd; a line that ends with
 * `\`, `^` or a backtick goes on in the next.
 */
export function readCommand(text: string, start: number): Command {
  const words: string[] = [];
  let word: string | undefined;
  let at = start;
  while (at < text.length) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if ('\\^`'.includes(character) && /^[ \t]*\r?\n/.test(text.slice(at + 1, at + 20))) {
      at = text.indexOf('\n', at) + 1;
    } else if (character === '^' && next !== '') {
      if (next === '"') {
        const { content, end } = caretQuoted(text, at + 2);
        word = (word ?? '') + content;
        at = end;
        continue;
      }
      word = (word ?? '') + next;
      at += 2;
    } else if ('\n;|&)`'.includes(character)) {
      break;
    } else if (character === ' ' || character === '\t' || character === '\r') {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (character === "'" || character === '"') {
      const { content, end } = quoted(text, at);
      word = (word ?? '') + content;
      at = end;
    } else if (character === '\\' && next !== '') {
      word = (word ?? '') + next;
      at += 2;
    } else if (character === '$' && next === "'") {
      at += 1;
    } else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return { words, end: at };
}

function quoted(text: string, opening: number): { content: string; end: number } {
  const quote = text.charAt(opening);
  const most = Math.min(text.length, opening + LONGEST_QUOTED);
  let content = '';
  for (let at = opening + 1; at < most; at += 1) {
    const character = text.charAt(at);
    if (character === quote) return { content, end: at + 1 };
    const escapes = quote === '"' && (character === '\\' || character === '`') && at + 1 < most;
    if (escapes) at += 1;
    content += text.charAt(at);
  }
  const lineEnd = text.indexOf('\n', opening);
  const end = lineEnd === -1 ? text.length : lineEnd;
  return { content: text.slice(opening + 1, end), end };
}

/** cmd's: `^"…^"`, in which a caret stands before whatever it would take for its own. */
function caretQuoted(text: string, start: number): { content: string; end: number } {
  const lineEnd = text.indexOf('\n', start);
  const most = lineEnd === -1 ? text.length : lineEnd;
  const closing = text.indexOf('^"', start);
  const end = closing === -1 || closing > most ? most : closing;
  return { content: text.slice(start, end).replace(/\^(.)/g, '$1'), end: Math.min(text.length, end + 2) };
}
