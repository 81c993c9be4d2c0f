import { type CheckResult, countsOf, type NotChecked, type Problem, type Range } from '../result.ts';
import type { Form } from './form.ts';

/** Of the form; it goes up when a program that reads it would misunderstand it. */
const FORM_VERSION = 1;

/** For programs and AI agents: all that there is to know, lines and columns from 1, the end not included. */
export const jsonForm: Form = (result) => {
  const { error, warning, information, hint } = countsOf(result.problems);
  const whole = {
    formVersion: FORM_VERSION,
    exitCode: result.exitCode,
    summary: {
      files: result.checked.length,
      errors: error,
      warnings: warning,
      information,
      hints: hint,
      fixable: result.problems.filter(({ isFixable }) => isFixable).length,
    },
    problems: result.problems.map(problemJson),
    notChecked: result.notChecked.map(notCheckedJson),
    otherProducts: result.otherProducts,
    fixed: result.fixed,
    ...baselineJson(result.baseline),
  };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
};

function problemJson({ path, range, severity, code, text, isFixable, related }: Problem) {
  return {
    path,
    ...rangeJson(range),
    severity,
    code,
    message: text,
    fixable: isFixable,
    related: related.map((each) => ({ path: each.path, ...rangeJson(each.range), message: each.text })),
  };
}

function rangeJson({ start, end }: Range) {
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

function notCheckedJson({ path, reason, position }: NotChecked) {
  return {
    path,
    ...(position === undefined ? {} : { line: position.line + 1, column: position.column + 1 }),
    reason,
  };
}

function baselineJson(baseline: CheckResult['baseline']) {
  switch (baseline.kind) {
    case 'none':
      return {};
    case 'used':
      return { baseline: { file: baseline.file, leftOut: baseline.leftOut, gone: baseline.gone } };
    case 'written':
      return { baseline: { file: baseline.file, written: baseline.listed } };
  }
}
