import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';

/** The inputs that VS Code shows, and the hands of the person before them. */
export type Inputs = {
  box(): vscode.InputBox;
  list(): vscode.QuickPick<vscode.QuickPickItem>;
  /** What stands below the box. */
  complaint(): string;
  type(text: string): Promise<void>;
  /** Presses Enter. */
  accept(): Promise<void>;
  enter(text: string): Promise<void>;
  /** Types into the list, waits for what it makes of it, and presses Enter. */
  search(text: string): Promise<void>;
  press(tooltip: string): void;
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
  const typed = new vscode.EventEmitter<string>();
  const pressed = new vscode.EventEmitter<vscode.QuickInputButton>();
  Reflect.set(vscode.window, 'createInputBox', () => {
    box = createInputBox();
    Object.defineProperty(box, 'onDidTriggerButton', { value: pressed.event });
    Object.defineProperty(box, 'onDidChangeValue', { value: typed.event });
    return box;
  });
  Reflect.set(vscode.window, 'createQuickPick', () => {
    list = createQuickPick();
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
  const accept = async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await sleep(50);
  };
  const type = async (text: string) => {
    shownBox().value = text;
    typed.fire(text);
    await sleep(20);
  };
  return {
    box: shownBox,
    list: shownList,
    complaint: () => {
      const { validationMessage } = shownBox();
      return typeof validationMessage === 'string' ? validationMessage : '';
    },
    type,
    accept,
    enter: async (text) => {
      await type(text);
      await accept();
    },
    search: async (text) => {
      shownList().value = text;
      await sleep(100);
      await accept();
    },
    press: (tooltip) => {
      const button = shownBox().buttons.find((each) => each.tooltip === tooltip);
      assert.ok(button, tooltip);
      pressed.fire(button);
    },
    close: async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    },
    dispose: () => {
      Reflect.set(vscode.window, 'createInputBox', createInputBox);
      Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
      pressed.dispose();
      typed.dispose();
    },
  };
}
