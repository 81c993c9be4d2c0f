import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as l10n from '@vscode/l10n';
import type { NextStep, NotLooked } from '../../../src/core/doctor/answer.ts';
import { CAUSES } from '../../../src/core/doctor/cause.ts';
import { readSymptoms } from '../../../src/core/doctor/reading/readSymptoms.ts';
import { NOTHING_TOLD, Seen } from '../../../src/core/doctor/symptom.ts';
import {
  causeName,
  causeReasons,
  causeTitle,
  inOrderText,
  notLookedText,
} from '../../../src/core/texts/doctor.ts';
import { nextStepLabel, nextStepText } from '../../../src/core/texts/doctorNextStep.ts';
import { doctorQuestion } from '../../../src/core/texts/doctorPage.ts';
import { doctorReport } from '../../../src/core/texts/doctorReport.ts';
import { readingNoteText, seenText, symptomText } from '../../../src/core/texts/doctorSymptoms.ts';
import { answer, loginScene } from '../../doctor/facts.ts';
import { injections, scenes } from '../../doctor/injections.ts';

/** Every answer of a look in which one thing is wrong. */
const answers = () =>
  CAUSES.flatMap((cause) =>
    injections[cause].into.map((kind) => ({ cause, answer: answer(injections[cause].put(scenes[kind]())) })),
  );

/** Nothing is left to fill in, and something is said. */
function isSaid(text: string): void {
  assert.ok(text.trim() !== '', 'nothing is said');
  assert.doesNotMatch(text, /\{\w+\}|undefined|NaN|\[object/, text);
}

for (const language of ['en', 'ja']) {
  describe(`What is said of a look (${language})`, () => {
    before(async () => {
      const contents = language === 'en' ? '{}' : await readFile('l10n/bundle.l10n.ja.json', 'utf8');
      l10n.config({ contents });
    });

    after(() => l10n.config({ contents: {} }));

    it('is a sentence for each cause, its reasons, and one next step', () => {
      for (const { cause, answer } of answers()) {
        const [found] = answer.causes;
        assert.equal(found?.cause, cause);
        if (found === undefined) continue;
        isSaid(causeTitle(found, language));
        for (const reason of causeReasons(found, language)) isSaid(reason);
        isSaid(nextStepLabel(found.next));
        isSaid(nextStepText(found.next, language));
      }
    });

    it('tells causes apart: each has a sentence and a name of its own', () => {
      const all = answers();
      const titles = CAUSES.map((cause) => {
        const [first] = all.find((each) => each.cause === cause)?.answer.causes ?? [];
        return first === undefined ? '' : causeTitle(first, language);
      });
      assert.equal(new Set(titles).size, CAUSES.length);
      assert.equal(new Set(CAUSES.map(causeName)).size, CAUSES.length);
    });

    it('is a few words for what was in order, and why something was not looked at', () => {
      for (const scene of [scenes.login(), scenes.call(), scenes.scim()]) {
        const { inOrder, notLooked } = answer(scene);
        for (const each of inOrder) isSaid(inOrderText(each, language));
        for (const { reason } of notLooked) isSaid(notLookedText(reason, language));
      }
    });

    it('is why nothing was looked at, whatever the reason', () => {
      const reasons: readonly NotLooked[] = [
        { why: 'not-allowed', permissions: ['oauth:client:authorize'] },
        { why: 'failed', error: { kind: 'timeout', seconds: 30 } },
        ...(
          [
            'reading',
            'signed-out',
            'no-client',
            'client-missing',
            'no-call',
            'browser',
            'application',
            'person',
          ] as const
        ).map((why) => ({ why })),
        { why: 'error-text' },
        { why: 'admin-page' },
        { why: 'login-page' },
      ];
      const texts = reasons.map((reason) => notLookedText(reason, language));
      texts.forEach(isSaid);
      assert.equal(new Set(texts).size, reasons.length);
    });

    it('is what was seen, and what was made of a text', () => {
      for (const { answer } of answers()) for (const each of answer.symptoms) isSaid(symptomText(each));
      for (const what of Seen.options) isSaid(seenText(what));
      isSaid(readingNoteText({ kind: 'company-hosts', hosts: ['login.contoso.example'] }, language));
      isSaid(readingNoteText({ kind: 'first-values', count: 2000 }, language));
      for (const text of ['my cat', 'x'.repeat(5_000_001), 'https://contoso.okta.com/ invalid_client'])
        for (const note of readSymptoms(text).notes) isSaid(readingNoteText(note, language));
    });

    it('is what to do wherever only the application can', () => {
      const steps: readonly NextStep[] = [
        { kind: 'change-application', what: 'secret' },
        { kind: 'ask', wants: [] },
        { kind: 'ask', wants: [{ anyOf: ['a:b:c'] }, { anyOf: ['d:e:f', 'g:h:i'] }] },
        { kind: 'ask', wants: [{ anyOf: ['d:e:f', 'g:h:i'], role: { name: 'Least', has: 'd:e:f' } }] },
        { kind: 'sign-in', region: 'mypurecloud.jp' },
      ];
      for (const step of steps) isSaid(nextStepText(step, language));
    });
  });
}

describe('What a look asks', () => {
  it('is of a login only where somebody logs in', () => {
    const client = { kind: 'client', clientId: 'a', region: 'mypurecloud.com' } as const;
    assert.doesNotMatch(doctorQuestion(client), /log in/);
    assert.match(doctorQuestion(loginScene().subject), /log in/);
  });
});

describe('The report', () => {
  it('begins with the most likely cause, and has all that was found', () => {
    const scene = injections['clock-wrong'].put(injections['client-not-active'].put(scenes.login()));
    const found = answer(scene);
    const report = doctorReport(found, 'en');
    const [first, second] = found.causes.map((each) => report.indexOf(causeTitle(each, 'en')));
    assert.ok(first !== undefined && second !== undefined && first > 0 && second > first);
    assert.match(report, /## Not looked at/);
  });

  it('says that nothing was found where nothing was', () => {
    assert.match(doctorReport(answer(scenes.login()), 'en'), /Nothing was found that keeps people out\./);
  });

  it('has no secret in it, and nothing of a text becomes a mark of its own', () => {
    const secret = 'cAn4ry9dK2LmQ7xTz0VbN5hRw8YpEsG3fJuAoC1iD6v';
    const told = readSymptoms(
      JSON.stringify({
        error: 'invalid_client',
        error_description: `${secret} [x](https://evil.example) # **a**`,
      }),
    );
    const report = doctorReport(answer({ ...scenes.login(), told }), 'en');
    assert.ok(!report.includes(secret));
    assert.ok(!report.includes('[x]('));
    assert.match(report, /invalid\\_client/);
  });

  it('says nothing of a text where none was given', () => {
    assert.doesNotMatch(doctorReport(answer({ ...scenes.login(), told: NOTHING_TOLD }), 'en'), /This text/);
  });
});
