/** What a text says in JSON, or undefined when it is none: no JSON says undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
