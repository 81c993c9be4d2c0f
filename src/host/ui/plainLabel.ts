/**
 * A text for a row or a lens of VS Code, which makes an icon of `$(name)` unless a backslash stands before it: names from
 * an org are shown as they are.
 */
export function plainLabel(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}
