/** What a text says in JSON, or undefined when it is none; a schema has to check it next. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
