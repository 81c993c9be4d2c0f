import * as vscode from 'vscode';

const closed = new vscode.EventEmitter<void>();

/** Asks in a dialog that stands before all else; whether the person clicks the action. */
export async function askModal(question: string, detail: string, action: string): Promise<boolean> {
  try {
    return (await vscode.window.showWarningMessage(question, { modal: true, detail }, action)) === action;
  } finally {
    closed.fire();
  }
}

/**
 * Does what a page asks for. Where a question is asked meanwhile, the page has the focus again afterwards: VS Code leaves
 * it to its own frame, from where Tab leads out of the page.
 */
export async function keepingFocus(panel: vscode.WebviewPanel, work: () => Promise<void>): Promise<void> {
  const back = closed.event(() => {
    if (panel.active) panel.reveal();
  });
  const gone = panel.onDidDispose(() => back.dispose());
  try {
    await work();
  } finally {
    back.dispose();
    gone.dispose();
  }
}
