import type * as vscode from 'vscode';
import type { DoctorAbout } from '../../core/doctorPage/messages.ts';
import { doctorQuestion } from '../../core/texts/doctorPage.ts';

/** What a link gives its command; no character of it ends the link. */
export function asArguments(...given: readonly unknown[]): string {
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(JSON.stringify(given)).replace(/[!'()*]/g, escaped);
}

/** The same text with the way to why this fails. */
export function withDoctor(text: vscode.MarkdownString, about: DoctorAbout): vscode.MarkdownString {
  return withCommand(text, 'genesysOAuth.doctor', doctorQuestion(about.subject), about);
}

/** The same text with a link that runs this command; what its other links may do, they may still. */
export function withCommand(
  text: vscode.MarkdownString,
  command: string,
  label: string,
  given: unknown,
): vscode.MarkdownString {
  const { isTrusted } = text;
  const enabled = typeof isTrusted === 'object' ? isTrusted.enabledCommands : [];
  text.isTrusted = { enabledCommands: [...enabled, command] };
  return text.appendMarkdown(`\n\n[${label}](command:${command}?${asArguments(given)})`);
}
