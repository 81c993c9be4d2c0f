import { escapeUnseen } from './json.ts';

/** An attribute of a block; the value is HCL as `hclString`, `hclList` or a number writes it. */
export type HclAttribute = { name: string; value: string };

/** A text as a quoted HCL string in which nothing is a template: `${` and `%{` are written doubled. */
export function hclString(text: string): string {
  const escaped = text
    .replace(/["\\]/g, String.raw`\$&`)
    .replace(/([$%])\{/g, '$1$1{')
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`);
  return `"${escapeUnseen(escaped)}"`;
}

/** Texts as an HCL list: one on the line of its brackets, several on a line each. */
export function hclList(texts: readonly string[]): string {
  const items = texts.map(hclString);
  return items.length < 2 ? `[${items.join()}]` : `[\n${items.map((item) => `  ${item},\n`).join('')}]`;
}

/** A block laid out as `terraform fmt` lays it out, with blank lines before nested blocks; no line feed at the end. */
export function hclBlock(
  header: string,
  attributes: readonly HclAttribute[],
  nested: readonly string[] = [],
): string {
  const content = [...(attributes.length > 0 ? [aligned(attributes)] : []), ...nested].join('\n\n');
  return `${header} {\n${indented(content)}\n}`;
}

/** The equals signs of neighbours stand in one column; a value of several lines has no neighbours. */
function aligned(attributes: readonly HclAttribute[]): string {
  const runs: HclAttribute[][] = [];
  for (const attribute of attributes) {
    const last = runs.at(-1);
    if (last?.every(isOneLine) && isOneLine(attribute)) last.push(attribute);
    else runs.push([attribute]);
  }
  return runs.flatMap(alignedRun).join('\n');
}

function alignedRun(run: readonly HclAttribute[]): string[] {
  const width = Math.max(...run.map(({ name }) => name.length));
  return run.map(({ name, value }) => `${name.padEnd(width)} = ${value}`);
}

function isOneLine({ value }: HclAttribute): boolean {
  return !value.includes('\n');
}

function indented(text: string): string {
  return text.replaceAll(/^(?!$)/gm, '  ');
}
