import './styles/index.css';
import * as l10n from '@vscode/l10n';
import { render } from 'lit';
import { beginClientPage } from './clientPage/begin.ts';
import { describeControls, registerControls } from './controls.ts';
import { beginDoctorPage } from './doctor/begin.ts';
import { moveFocus } from './focus.ts';
import { connectWizard } from './host.ts';
import { PageStore } from './pageStore.ts';
import { wizardView } from './view.ts';

registerControls();
l10n.config({ contents: document.getElementById('texts')?.textContent ?? '{}' });

const wizard = document.getElementById('wizard');
const client = document.getElementById('client');
const doctor = document.getElementById('doctor');
if (wizard !== null) beginWizard(wizard);
if (client !== null) beginClientPage(client);
if (doctor !== null) beginDoctorPage(doctor);

function beginWizard(root: HTMLElement): void {
  const host = connectWizard();
  const store = new PageStore(host, () => {
    const state = store.whole;
    if (state === undefined) return;
    render(wizardView(store, state), root);
    describeControls(root);
    moveFocus(root, state);
  });
  host.send({ type: 'ready' });
}
