import * as l10n from '@vscode/l10n';
import { aboutOf, type ClientPageMessage, ClientPageTold } from '../../src/core/clientPage/messages.ts';
import { Drawing } from '../drawing.ts';
import { connectToHost } from '../host.ts';
import { clientView } from './clientView.ts';
import type { ClientPage } from './page.ts';
import { soughtView } from './soughtView.ts';

/** Draws the page of a client into an element, as the host tells it. */
export function beginClientPage(root: HTMLElement): void {
  const host = connectToHost<ClientPageMessage, ClientPageTold>(ClientPageTold);
  const drawing = new Drawing(root);
  let shown: Exclude<ClientPageTold, { type: 'copied' }> | undefined;
  let copied: ClientPage['copied'];
  const send = (message: ClientPageMessage) => {
    copied = undefined;
    host.send(message);
    draw();
  };

  function draw(): void {
    const around = { copied, send, now: new Date(), language: document.documentElement.lang };
    if (shown?.type === 'client')
      drawing.draw(clientView({ state: shown.state, ...around }), { place: 'client' });
    if (shown?.type === 'sought') drawing.draw(soughtView(around, shown.sought), { place: 'client' });
  }

  host.listen((told) => {
    if (told.type === 'copied') copied = told.what;
    else shown = told;
    if (told.type === 'client') host.keep(aboutOf(told.state));
    draw();
    if (told.type === 'copied') drawing.announcer.say(copiedText(told.what));
  });
  host.send({ type: 'ready' });
}

/** What is said once something of a client is on the clipboard. */
function copiedText(what: NonNullable<ClientPage['copied']>): string {
  switch (what) {
    case 'client-id':
      return l10n.t('Client ID copied');
    case 'client-secret':
      return l10n.t('Client Secret copied');
    case 'request':
      return l10n.t('Request copied');
  }
}
