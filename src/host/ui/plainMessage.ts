/**
 * A text for a notification of VS Code, which makes links of `[label](command:…)`: names from an org or a workspace must
 * not bring in commands to click. A blank between label and address is enough.
 */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}
