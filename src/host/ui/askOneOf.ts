import * as l10n from '@vscode/l10n';
import * as vscode from 'vscode';
import { Search } from '../../core/search.ts';
import { type Asked, ask } from './ask.ts';
import { plainLabel } from './plainText.ts';
import type { Back } from './questions.ts';
import { laidOut } from './rowLayout.ts';

/** A row of a list to choose from. */
export type Choice<Value> = vscode.QuickPickItem & { value: Value };

export type ListQuestion = { title: string; placeholder: string };

/** A line with a name between rows; it cannot be chosen. */
export function separator(label: string): Choice<undefined> {
  return { label, kind: vscode.QuickPickItemKind.Separator, value: undefined };
}

/**
 * Asks to choose one of some values; undefined when the person or the signal called it off.
 *
 * @param preset The value whose row is chosen by Enter alone; the first one when left out.
 */
export async function askOneOf<Value>(
  question: ListQuestion,
  choices: readonly Choice<Value>[],
  asked: Asked = {},
  preset?: Value,
): Promise<Value | Back | undefined> {
  const list = createList<Choice<Value>>(question);
  const isLong = choices.length > MOST_AT_ONCE;
  if (!isLong) list.items = choices.map(plainRow);
  if (preset !== undefined) list.activeItems = list.items.filter(({ value }) => value === preset);
  return await ask<Value>(list, asked, (answer) => [
    ...(isLong ? [showFound(list, choices)] : []),
    list.onDidAccept(() => {
      const [choice] = list.selectedItems;
      if (choice !== undefined) answer(choice.value);
    }),
  ]);
}

/** More rows at once make a list slow; of so many, only those are handed to VS Code that somebody may read. */
const MOST_AT_ONCE = 200;
const SHOWN_OF_MANY = 50;

/** Shows those of very many rows that contain what is typed, the first ones of them. */
function showFound<Value>(
  list: vscode.QuickPick<Choice<Value>>,
  choices: readonly Choice<Value>[],
): vscode.Disposable {
  const rows = choices.filter(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
  const search = new Search(
    rows.map(({ label, description = '', detail = '' }) => `${label} ${description} ${detail}`),
  );
  const show = (typed: string) => {
    const { positions, hasMore } = search.find(typed, SHOWN_OF_MANY);
    const found = positions.flatMap((position) => rows[position] ?? []);
    list.title = hasMore
      ? `${title} · ${l10n.t('the first {0}; type to find others', SHOWN_OF_MANY)}`
      : title;
    // What was found here is shown whatever VS Code itself would find.
    list.items = found.map((row) => ({ ...plainRow(row), alwaysShow: true }));
  };
  const title = list.title ?? '';
  show(list.value);
  return list.onDidChangeValue(show);
}

/** Asks to tick some of these rows, or none; the `picked` ones are ticked already. Undefined when it was called off. */
export async function askSomeOf<Value>(
  question: ListQuestion,
  choices: readonly Choice<Value>[],
  asked: Asked = {},
): Promise<Value[] | Back | undefined> {
  const list = createList<Choice<Value>>(question);
  list.canSelectMany = true;
  list.items = choices.map(plainRow);
  list.selectedItems = list.items.filter(({ picked }) => picked);
  return await ask<Value[]>(list, asked, (answer) => [
    list.onDidAccept(() => answer(list.selectedItems.map(({ value }) => value))),
  ]);
}

/** A list for a question of its own kind. Its rows are each a `plainRow`. */
export function createList<Row extends vscode.QuickPickItem>({
  title,
  placeholder,
}: ListQuestion): vscode.QuickPick<Row> {
  const list = vscode.window.createQuickPick<Row>();
  list.title = title;
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  return list;
}

/** A row whose texts are shown as they are, and as there is room for them. An icon of ours goes into its `iconPath`. */
export function plainRow<Row extends vscode.QuickPickItem>(row: Row): Row {
  const shown = laidOut(row);
  const { label, description, detail } = shown;
  return {
    ...shown,
    label: plainLabel(label),
    ...(description !== undefined && { description: plainLabel(description) }),
    ...(detail !== undefined && { detail: plainLabel(detail) }),
  };
}
