import { render } from 'lit';
import {
  type ClientPageMessage,
  type ClientPageState,
  ClientPageTold,
} from '../../src/core/clientPage/messages.ts';
import { connectToHost } from '../host.ts';
import { clientView } from './clientView.ts';

/** Draws the page of a client into an element, as the host tells it. */
export function beginClientPage(root: HTMLElement): void {
  const host = connectToHost<ClientPageMessage, ClientPageTold>(ClientPageTold);
  let state: ClientPageState | undefined;
  let isCopied = false;
  const send = (message: ClientPageMessage) => {
    isCopied = false;
    host.send(message);
    draw();
  };

  function draw(): void {
    if (state === undefined) return;
    const page = { state, isCopied, send, now: new Date(), language: document.documentElement.lang };
    render(clientView(page), root);
  }

  host.listen((told) => {
    if (told.type === 'copied') isCopied = true;
    else state = told.state;
    draw();
  });
  host.send({ type: 'ready' });
}
