import type { Severity } from '../../../core/findings/entry.ts';
import type { NotChecked, Problem } from '../result.ts';
import type { Form } from './form.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which it shows at the lines of a pull request. */
export const githubForm: Form = ({ problems, notChecked }) =>
  [...problems.map(problemLine), ...notChecked.map(notCheckedLine)].map((line) => `${line}\n`).join('');

function problemLine({ path, range: { start, end }, severity, code, text }: Problem): string {
  // Columns are for one line alone; the last one is within the place, whose end is not.
  const columns =
    start.line === end.line
      ? { col: start.column + 1, endColumn: Math.max(start.column + 1, end.column) }
      : {};
  const where = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns };
  return command(COMMANDS[severity], { ...where, title: code }, text);
}

function notCheckedLine({ path, reason, position }: NotChecked): string {
  const where = position === undefined ? {} : { line: position.line + 1, col: position.column + 1 };
  return command('error', { file: path, ...where }, reason);
}

function command(name: string, properties: Record<string, string | number>, message: string): string {
  const written = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapedProperty(String(value))}`,
  );
  return `::${name} ${written.join(',')}::${escapedData(message)}`;
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
