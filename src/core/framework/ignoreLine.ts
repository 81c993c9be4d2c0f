import { DIRECTIVE, type Directive } from './directives.ts';
import { inspectFramework } from './inspect.ts';
import { lineBefore } from './layout.ts';
import type { Place } from './places.ts';
import { applyEdit, type TextEdit } from './textEdit.ts';

type Silenced = Pick<Directive, 'line' | 'codes'>;

/**
 * The edit that silences problems of a code on the line of a place: by a comment above it in its indentation, or by one
 * more code in the comment that is there. The edit has been tried on the text; undefined where no comment can stand, as
 * within another one.
 */
export function ignoreLine(text: string, place: Place, code: string): TextEdit | undefined {
  const { directives } = inspectFramework(text);
  const there = directives.find(({ line }) => line === place.line);
  if (there?.codes === 'all') return undefined;
  const edit = there === undefined ? newComment(text, place, code) : insertion(there.nameEnd, ` ${code},`);
  const expected =
    there === undefined
      ? [...directives.map((each) => below(each, place.line)), { line: place.line + 1, codes: [code] }]
      : directives.map((each) => (each === there ? { ...each, codes: [code, ...there.codes] } : each));
  const after = inspectFramework(applyEdit(text, edit)).directives;
  return inWords(after) === inWords(expected) ? edit : undefined;
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
