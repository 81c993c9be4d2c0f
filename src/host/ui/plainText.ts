// Names of orgs, accounts and clients are shown as they are: VS Code must make nothing of them.

/** A text for a row, a lens or the status bar, where VS Code makes an icon of `$(name)` unless a backslash stands before it. */
export function plainLabel(text: string): string {
  return text.replace(/\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\)/g, '\\$&');
}

/** A text for a notification, where VS Code makes links of `[label](command:…)`. A blank between the two is enough. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', '] (');
}

/** A text for below a box, where VS Code makes links and icons. */
export function plainPrompt(text: string): string {
  return plainLabel(plainMessage(text));
}

/** What is under way: a notification, but an icon in the status bar once that is hidden, where no backslash may show. */
export function plainProgress(text: string): string {
  return plainMessage(text).replaceAll('$(', '$ (');
}
