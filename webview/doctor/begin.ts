import * as l10n from '@vscode/l10n';
import { readSymptoms } from '../../src/core/doctor/reading/readSymptoms.ts';
import type { Seen, Told } from '../../src/core/doctor/symptom.ts';
import {
  type DoctorPageMessage,
  type DoctorPageState,
  DoctorPageTold,
} from '../../src/core/doctorPage/messages.ts';
import { Drawing } from '../drawing.ts';
import { connectToHost } from '../host.ts';
import { doctorView } from './doctorView.ts';
import { beginAtText, goToAnswer, isAtQuestion, nearby } from './focus.ts';
import type { DoctorPage } from './page.ts';

/** Draws the page of a look into an element, as the host tells it. What is pasted stays here: the host hears what it tells. */
export function beginDoctorPage(root: HTMLElement): void {
  const host = connectToHost<DoctorPageMessage, DoctorPageTold>(DoctorPageTold);
  const drawing = new Drawing(root);
  let state: DoctorPageState | undefined;
  let copied: DoctorPage['copied'];
  let pasted = '';
  let site = '';
  let seen: ReadonlySet<Seen> = new Set();
  let lacking: DoctorPage['lacking'];
  /** Whether the person has asked by what they see, and no answer has come yet. */
  let isAwaited = false;
  const send = (message: DoctorPageMessage) => {
    copied = undefined;
    lacking = undefined;
    host.send(message);
    draw();
  };

  function draw(): void {
    if (state === undefined) return;
    const page: DoctorPage = {
      ...{ state, copied, pasted, seen, site, lacking, send },
      now: new Date(),
      language: document.documentElement.lang,
      paste: (text) => {
        pasted = text;
        draw();
      },
      typeSite: (text) => {
        site = text;
        draw();
      },
      see: (what, isSeen) => {
        seen = new Set(isSeen ? [...seen, what] : [...seen].filter((each) => each !== what));
        draw();
      },
      lack: (what) => {
        lacking = what;
        draw();
      },
      ask: () => {
        isAwaited = true;
        send({ type: 'told', told: toldBy(pasted, seen) });
      },
    };
    const isAnswered = isAwaited && state.look.kind === 'looked' && isAtQuestion(root);
    drawing.draw(doctorView(page), { place: 'doctor', near: nearby(state.look.kind) });
    if (isAnswered) goToAnswer();
  }

  host.listen((told) => {
    switch (told.type) {
      case 'state': {
        const isFirst = state === undefined;
        state = told.state;
        host.keep(state.about);
        draw();
        if (isFirst) beginAtText(root, state);
        if (state.look.kind === 'looked') isAwaited = false;
        return;
      }
      case 'copied':
        copied = told.what;
        break;
      case 'copied-request':
        copied = { request: told.cause };
    }
    draw();
    drawing.announcer.say(copied === 'report' ? l10n.t('Report copied') : l10n.t('Request copied'));
  });
  host.send({ type: 'ready' });
}

/** All that a text and a person tell. */
function toldBy(pasted: string, seen: ReadonlySet<Seen>): Told {
  const told = readSymptoms(pasted);
  const own = [...seen].map((what) => ({ kind: 'seen' as const, what }));
  return { ...told, symptoms: [...told.symptoms, ...own] };
}
