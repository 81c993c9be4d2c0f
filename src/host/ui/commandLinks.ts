import type * as vscode from 'vscode';
import type { DoctorAbout } from '../../core/doctorPage/messages.ts';
import { doctorQuestion } from '../../core/texts/doctorPage.ts';

/** What a link gives its command; no character of it ends the link. */
export function asArguments(...given: readonly unknown[]): string {
  const escaped = (character: string) => `%${character.charCodeAt(0).toString(16)}`;
  return encodeURIComponent(JSON.stringify(given)).replace(/[!'()*]/g, escaped);
}

/** The same text with the way to why this fails; what its other links may do, they may still. */
export function withDoctor(text: vscode.MarkdownString, about: DoctorAbout): vscode.MarkdownString {
  const { isTrusted } = text;
  const enabled = typeof isTrusted === 'object' ? isTrusted.enabledCommands : [];
  text.isTrusted = { enabledCommands: [...enabled, 'genesysOAuth.doctor'] };
  const link = `command:genesysOAuth.doctor?${asArguments(about)}`;
  return text.appendMarkdown(`\n\n[${doctorQuestion(about.subject)}](${link})`);
}
