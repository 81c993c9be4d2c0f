import { DIRECTIVE, type Directive } from './directives.ts';
import { inspectFramework } from './inspect.ts';
import { lineBefore } from './layout.ts';
import type { Place } from './places.ts';
import { applyEdit, type TextEdit } from './textEdit.ts';

type Silenced = Pick<Directive, 'line' | 'codes'>;

/**
 * The edit that silences findings of a code on the line of a place: by a comment above it in its indentation, or by one
 * more code in the comment that is there. Undefined where no comment can stand, as within another one.
 * @param directives Those that the text has.
 */
export function ignoreLine(
  text: string,
  directives: readonly Directive[],
  place: Place,
  code: string,
): TextEdit | undefined {
  const there = directives.find(({ line }) => line === place.line);
  if (there?.codes === 'all') return undefined;
  if (there !== undefined) return insertion(there.nameEnd, ` ${code},`);
  const edit = newComment(text, place, code);
  return !mayBeWithin(text, edit.start) || isHeeded(text, edit, directives, place, code) ? edit : undefined;
}

/** Whether a place may be within a comment or a template. Asked at each move of the caret, so it reads nothing anew. */
function mayBeWithin(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  return before.includes('`') || before.lastIndexOf('/*') > before.lastIndexOf('*/');
}

/** Tries the edit on the text: the new comment is one, and every other applies to the line that it applied to before. */
function isHeeded(
  text: string,
  edit: TextEdit,
  directives: readonly Directive[],
  { line }: Place,
  code: string,
): boolean {
  const expected = [...directives.map((each) => below(each, line)), { line: line + 1, codes: [code] }];
  return inWords(inspectFramework(applyEdit(text, edit)).directives) === inWords(expected);
}

function newComment(text: string, { start }: Place, code: string): TextEdit {
  const { text: before, lineEnd } = lineBefore(text, start);
  const indent = /^[ \t]*/.exec(before)?.[0] ?? '';
  return insertion(start - before.length, `${indent}// ${DIRECTIVE} ${code}${lineEnd || '\n'}`);
}

function insertion(offset: number, newText: string): TextEdit {
  return { start: offset, end: offset, newText };
}

/** Where a directive applies once there is one more line above this one. */
function below({ line, codes }: Silenced, insertedAt: number): Silenced {
  return { line: line > insertedAt ? line + 1 : line, codes };
}

function inWords(directives: readonly Silenced[]): string {
  return directives
    .map(({ line, codes }) => `${line} ${codes}`)
    .sort()
    .join('\n');
}
