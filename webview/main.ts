import './styles/index.css';
import * as l10n from '@vscode/l10n';
import { render } from 'lit';
import { describeControls, registerControls } from './controls.ts';
import { moveFocus } from './focus.ts';
import { connectToHost } from './host.ts';
import { PageStore } from './pageStore.ts';
import { wizardView } from './view.ts';

registerControls();
l10n.config({ contents: document.getElementById('texts')?.textContent ?? '{}' });

const root = document.getElementById('wizard');
const host = connectToHost();
const store = new PageStore(host, draw);
host.send({ type: 'ready' });

function draw(): void {
  const state = store.whole;
  if (root === null || state === undefined) return;
  render(wizardView(store, state), root);
  describeControls(root);
  moveFocus(root, state);
}
