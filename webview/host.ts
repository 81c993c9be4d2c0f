import type * as z from 'zod/mini';
import { HostMessage, type PageMessage } from '../src/core/wizard/messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: unknown): void; setState(state: unknown): void };

/** What the host says it has put on the clipboard. */
export type Copied = Extract<HostMessage, { type: 'copied' }>['what'];

/** The only way out of this page, and the only way in. */
export type Line<Said, Told> = {
  send(message: Said): void;
  /** Calls back with every message that is one of the host's own; anything else is ignored. */
  listen(receive: (message: Told) => void): void;
  /** What VS Code gives back with the tab when it restores it after a reload. */
  keep(state: unknown): void;
};

/** The line of the wizard's page. */
export type Host = Line<PageMessage, HostMessage>;

/** Opens the line of a page that is told what `told` describes. */
export function connectToHost<Said, Told>(told: z.ZodMiniType<Told>): Line<Said, Told> {
  const vscode = acquireVsCodeApi();
  return {
    send: (message) => vscode.postMessage(message),
    keep: (state) => vscode.setState(state),
    listen: (receive) => {
      window.addEventListener('message', ({ data }) => {
        const message = told.safeParse(data);
        if (message.success) receive(message.data);
      });
    },
  };
}

export function connectWizard(): Host {
  return connectToHost(HostMessage);
}
