import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from './until.ts';

/** The inputs that VS Code shows, and the hands of the person before them. */
export type Inputs = {
  box(): vscode.InputBox;
  list(): vscode.QuickPick<vscode.QuickPickItem>;
  /** What stands below the box. */
  complaint(): string;
  type(text: string): void;
  /** Presses Enter. */
  accept(): Promise<void>;
  enter(text: string): Promise<void>;
  /** Puts a text into the list in the place of what is there, as typing or pasting does. */
  paste(text: string): void;
  /** Resolves once the list has made a row active that is described like this. */
  untilActive(description: RegExp): Promise<void>;
  /** The same by its label. */
  untilActiveLabel(label: string): Promise<void>;
  /** Presses the arrow that leads to the next row; below the last one stands the first. */
  next(): Promise<void>;
  press(tooltip: string): void;
  /** The title of the input that was shown last. */
  title(): string;
  /** From now on no input has been shown yet. */
  forget(): void;
  /** Resolves once an input with such a title is shown. */
  untilAsked(title: RegExp): Promise<void>;
  /** Goes to the row of this label and presses Enter. */
  choose(label: string): Promise<void>;
  /** Clicks Back. */
  back(): Promise<void>;
  /** Presses Escape. */
  close(): Promise<void>;
  dispose(): void;
};

/**
 * Holds on to each input that is made, because no command types into one or presses its buttons. A list tells of a
 * value that it is given, as when it is typed; a box does not.
 */
export function watchInputs(): Inputs {
  const { createInputBox, createQuickPick } = vscode.window;
  let box: vscode.InputBox | undefined;
  let list: vscode.QuickPick<vscode.QuickPickItem> | undefined;
  let shown: vscode.QuickInput | undefined;
  const typed = new vscode.EventEmitter<string>();
  const pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  Reflect.set(vscode.window, 'createInputBox', () => {
    box = createInputBox();
    const { onDidTriggerButton } = box;
    const both = (listener: (button: vscode.QuickInputButton) => void) =>
      vscode.Disposable.from(onDidTriggerButton(listener), pressed.event(listener));
    Object.defineProperty(box, 'onDidTriggerButton', { value: both });
    Object.defineProperty(box, 'onDidChangeValue', { value: typed.event });
    shown = box;
    return box;
  });
  Reflect.set(vscode.window, 'createQuickPick', () => {
    list = createQuickPick();
    shown = list;
    return list;
  });
  const shownBox = () => {
    assert.ok(box);
    return box;
  };
  const shownList = () => {
    assert.ok(list);
    return list;
  };
  // A command is done when VS Code has told all that it changed.
  const run = async (command: string): Promise<void> => await vscode.commands.executeCommand(command);
  const accept = async () => await run('workbench.action.acceptSelectedQuickOpenItem');
  const type = (text: string) => {
    shownBox().value = text;
    typed.fire(text);
  };
  const title = () => shown?.title ?? '';
  return {
    title,
    forget: () => {
      shown = undefined;
    },
    untilAsked: async (asked) => await until(() => asked.test(title())),
    choose: async (label) => {
      const row = shownList().items.find((each) => each.label === label);
      assert.ok(row, label);
      shownList().activeItems = [row];
      // Sends it before Enter.
      shownList().show();
      await accept();
    },
    back: async () => await run('workbench.action.quickInputBack'),
    box: shownBox,
    list: shownList,
    complaint: () => {
      const { validationMessage } = shownBox();
      return typeof validationMessage === 'string' ? validationMessage : '';
    },
    type,
    accept,
    enter: async (text) => {
      type(text);
      await accept();
    },
    paste: (text) => {
      shownList().value = text;
      // Sends it before whatever is pressed next.
      shownList().show();
    },
    untilActive: async (description) => {
      const isActive = () => shownList().activeItems.some((row) => description.test(row.description ?? ''));
      while (!isActive()) await nextEvent(shownList().onDidChangeActive);
    },
    untilActiveLabel: async (label) =>
      await until(() => shownList().activeItems.some((row) => row.label === label)),
    next: async () => await run('workbench.action.quickOpenSelectNext'),
    press: (tooltip) => {
      const button = shownBox().buttons.find((each) => each.tooltip === tooltip);
      assert.ok(button, tooltip);
      pressed.fire(button);
    },
    close: async () => await run('workbench.action.closeQuickOpen'),
    dispose: () => {
      Reflect.set(vscode.window, 'createInputBox', createInputBox);
      Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
      pressed.dispose();
      typed.dispose();
    },
  };
}

async function nextEvent<T>(event: vscode.Event<T>): Promise<T> {
  return await new Promise((resolve) => {
    const listening = event((value) => {
      listening.dispose();
      resolve(value);
    });
  });
}
