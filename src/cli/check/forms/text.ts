import * as l10n from '@vscode/l10n';
import type { Severity } from '../../../core/findings/entry.ts';
import { severityText } from '../../../core/texts/severity.ts';
import { visible } from '../../../core/texts/visible.ts';
import { EXIT } from '../../io.ts';
import type { CheckResult, Fixed, Problem } from '../result.ts';
import type { Form } from './form.ts';
import { placeText, summary } from './words.ts';

/** What a terminal is told for a style (ECMA-48, Select Graphic Rendition). */
const STYLES = { bold: 1, gray: 90, red: 31, green: 32, yellow: 33, cyan: 36 } as const;
type Style = keyof typeof STYLES;
type Paint = (style: Style, text: string) => string;

const OF_SEVERITY: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  information: 'cyan',
  hint: 'gray',
};

/** For people: each problem at a place that terminals open by a click, and below it what is wrong and what to do. */
export const textForm: Form = (result, { hasColors }) => {
  const paint: Paint = (style, text) => (hasColors ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
  return [
    ...result.fixed.map((fixed) => fixedLine(fixed, paint)),
    ...result.problems.flatMap((problem) => problemLines(problem, paint)),
    paint(ofOutcome(result), visible(summary(result))),
    '',
  ].join('\n');
};

function fixedLine({ path, line, code, text }: Fixed, paint: Paint): string {
  const place = paint('bold', visible(`${path}:${line}`));
  return [place, paint('green', l10n.t('repaired')), paint('gray', code), visible(text)].join('  ');
}

function problemLines(
  { path, range, severity, code, text, related }: Problem,
  paint: Paint,
): readonly string[] {
  const place = paint('bold', visible(placeText(path, range.start)));
  const others = related.map(
    (each) => `    ${visible(`${placeText(each.path, each.range.start)}  ${each.text}`)}`,
  );
  return [
    [place, paint(OF_SEVERITY[severity], severityText(severity)), paint('gray', code)].join('  '),
    `  ${visible(text)}`,
    ...others.map((line) => paint('gray', line)),
    '',
  ];
}

function ofOutcome({ exitCode, problems }: CheckResult): Style {
  if (exitCode !== EXIT.fine) return 'red';
  return problems.length === 0 ? 'green' : 'yellow';
}
