import { render } from 'lit';
import { aboutOf, type ClientPageMessage, ClientPageTold } from '../../src/core/clientPage/messages.ts';
import { connectToHost } from '../host.ts';
import { clientView } from './clientView.ts';
import type { ClientPage } from './page.ts';
import { soughtView } from './soughtView.ts';

/** Draws the page of a client into an element, as the host tells it. */
export function beginClientPage(root: HTMLElement): void {
  const host = connectToHost<ClientPageMessage, ClientPageTold>(ClientPageTold);
  let shown: Exclude<ClientPageTold, { type: 'copied' }> | undefined;
  let copied: ClientPage['copied'];
  const send = (message: ClientPageMessage) => {
    copied = undefined;
    host.send(message);
    draw();
  };

  function draw(): void {
    const around = { copied, send, now: new Date(), language: document.documentElement.lang };
    if (shown?.type === 'client') render(clientView({ state: shown.state, ...around }), root);
    if (shown?.type === 'sought') render(soughtView(around, shown.sought), root);
  }

  host.listen((told) => {
    if (told.type === 'copied') copied = told.what;
    else shown = told;
    if (told.type === 'client') host.keep(aboutOf(told.state));
    draw();
  });
  host.send({ type: 'ready' });
}
