import * as vscode from 'vscode';
import { ask } from './ask.ts';
import { plainLabel } from './plainLabel.ts';

/** A row of a list to choose from. */
export type Choice<Value> = vscode.QuickPickItem & { value: Value };

/** A line with a name between rows; it cannot be chosen. */
export function separator(label: string): Choice<undefined> {
  return { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
}

/** Asks to choose one of some values; undefined when the person or the signal called it off. */
export async function askOneOf<Value>(
  { title, placeholder }: { title: string; placeholder: string },
  choices: readonly Choice<Value>[],
  signal?: AbortSignal,
): Promise<Value | undefined> {
  const list = vscode.window.createQuickPick<Choice<Value>>();
  list.title = title;
  list.placeholder = placeholder;
  list.items = choices.map(inPlainWords);
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  const chosen = await ask<Choice<Value>>(list, signal, (answer) => [
    list.onDidAccept(() => {
      const [choice] = list.selectedItems;
      if (choice !== undefined) answer(choice);
    }),
  ]);
  return chosen?.value;
}

function inPlainWords<Value>({ label, description, detail, ...choice }: Choice<Value>): Choice<Value> {
  return {
    ...choice,
    label: plainLabel(label),
    ...(description !== undefined && { description: plainLabel(description) }),
    ...(detail !== undefined && { detail: plainLabel(detail) }),
  };
}
