import assert from 'node:assert/strict';

type Line = { text: string; depth: number; assignment: { name: string; equalsAt: number } | undefined };

/** Asserts that a file is laid out as `terraform fmt` leaves it, and that blocks stand apart. */
export function assertTerraformFormatted(text: string): void {
  assert.match(text, /[^\n]\n$/, 'one line feed at the end');
  assert.doesNotMatch(text, /\n{3}|[ \t]\n/, 'no double blank lines, nothing invisible at the end of a line');
  const lines = linesOf(text);
  for (const [index, line] of lines.entries()) {
    if (line.text === '') continue;
    assert.equal(/^ */.exec(line.text)?.[0].length, line.depth * 2, `indent of «${line.text}»`);
    if (line.assignment !== undefined) {
      assert.equal(line.assignment.equalsAt, columnOf(lines, index), `equals sign of «${line.text}»`);
    }
    if (line.text.endsWith('{')) assertStandsApart(lines, index);
    if (lines[index + 1]?.text.trim() === ']')
      assert.match(line.text, /[[,]$/, 'a comma after the last item');
  }
}

function linesOf(text: string): Line[] {
  let depth = 0;
  return text.split('\n').map((line) => {
    const bare = line.replace(/"(?:[^"\\]|\\.)*"/g, '""');
    const net = (bare.match(/[[{]/g)?.length ?? 0) - (bare.match(/[\]}]/g)?.length ?? 0);
    const read: Line = { text: line, depth: net < 0 ? depth + net : depth, assignment: undefined };
    const name = /^ *([a-z_]+) +=/.exec(bare)?.[1];
    // A value that goes on below counts for nobody's column, its own included.
    if (name !== undefined && net > 0) assert.match(line, /^ *[a-z_]+ = /);
    else if (name !== undefined) read.assignment = { name, equalsAt: line.indexOf('=') };
    depth += net;
    return read;
  });
}

/** The column just past the longest name among the assignments that stand together. */
function columnOf(lines: readonly Line[], index: number): number {
  let first = index;
  while (lines[first - 1]?.assignment !== undefined) first--;
  const longest = lines
    .slice(first)
    .slice(
      0,
      lines.slice(first).findIndex(({ assignment }) => assignment === undefined),
    )
    .reduce((width, { assignment }) => Math.max(width, assignment?.name.length ?? 0), 0);
  return (lines[index]?.depth ?? 0) * 2 + longest + 1;
}

function assertStandsApart(lines: readonly Line[], index: number): void {
  const before = lines[index - 1]?.text;
  assert.ok(before === undefined || before === '', `a blank line before «${lines[index]?.text}»`);
}
