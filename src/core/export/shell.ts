/** Any text as one word of a POSIX shell: nothing is special between single quotes but the single quote itself. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A command that reads an exported JSON body from its standard input, where its length has no limit. Nothing is
 * expanded after a quoted delimiter, and no line of the body is ever the delimiter: a line starts with a brace or a
 * space, because line feeds inside a JSON string are escaped.
 */
export function withJsonInput(command: string, json: string): string {
  return `${command} <<'JSON'\n${json}JSON\n`;
}
