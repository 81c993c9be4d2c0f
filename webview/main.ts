import './styles/index.css';
import * as l10n from '@vscode/l10n';
import type { WizardState } from '../src/core/wizard/state.ts';
import { beginClientPage } from './clientPage/begin.ts';
import { registerControls } from './controls.ts';
import { copiedText } from './copiedText.ts';
import { beginDoctorPage } from './doctor/begin.ts';
import { Drawing } from './drawing.ts';
import { connectWizard } from './host.ts';
import { PageStore } from './pageStore.ts';
import { unbrokenTexts } from './unbroken.ts';
import { wizardView } from './view.ts';

registerControls();
l10n.config({ contents: unbrokenTexts(document.getElementById('texts')?.textContent ?? '{}') });

const wizard = document.getElementById('wizard');
const client = document.getElementById('client');
const doctor = document.getElementById('doctor');
if (wizard !== null) beginWizard(wizard);
if (client !== null) beginClientPage(client);
if (doctor !== null) beginDoctorPage(doctor);

function beginWizard(root: HTMLElement): void {
  const host = connectWizard();
  const drawing = new Drawing(root);
  const store = new PageStore(host, {
    changed: () => {
      const state = store.whole;
      if (state !== undefined) drawing.draw(wizardView(store, state), { place: placeIn(state) });
    },
    copied: (what) => drawing.announcer.say(copiedText(what)),
  });
  host.send({ type: 'ready' });
}

/** Which of the wizard's pages is shown. */
function placeIn({ memory, run, guide }: WizardState): string {
  return guide === null ? `${memory.procedure} ${memory.step} ${run?.kind}` : 'guide';
}
