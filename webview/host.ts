import { HostMessage, type PageMessage } from '../src/core/wizard/messages.ts';

declare function acquireVsCodeApi(): { postMessage(message: PageMessage): void };

/** What the host says it has put on the clipboard. */
export type Copied = Extract<HostMessage, { type: 'copied' }>['what'];

/** The only way out of this page, and the only way in. */
export type Host = {
  send(message: PageMessage): void;
  /** Calls back with every message that is one of the host's own; anything else is ignored. */
  listen(receive: (message: HostMessage) => void): void;
};

export function connectToHost(): Host {
  const vscode = acquireVsCodeApi();
  return {
    send: (message) => vscode.postMessage(message),
    listen: (receive) => {
      window.addEventListener('message', ({ data }) => {
        const message = HostMessage.safeParse(data);
        if (message.success) receive(message.data);
      });
    },
  };
}
