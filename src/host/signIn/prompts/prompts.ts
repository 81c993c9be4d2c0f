import * as l10n from '@vscode/l10n';
import type { PracticeOrg } from '../../../core/signIn/practiceOrg.ts';
import type { Way } from '../../../core/signIn/ways.ts';
import type { Asked } from '../../ui/ask.ts';
import type { Dialogs } from '../../ui/dialogs.ts';
import type { Back } from '../../ui/questions.ts';
import { type AwaitedReturn, awaitReturn, type ReturnAnswer } from './awaitReturn.ts';
import { askClientId, type ClientIdAnswer, type ClientIdQuestion } from './clientId.ts';
import { askPerson, askPracticeOrg, type PersonQuestion, type PracticeOrgQuestion } from './practiceOrg.ts';
import { askRegion, type RegionQuestion } from './region.ts';
import {
  type AccessTokenQuestion,
  askAccessToken,
  askClientSecret,
  type ClientSecretQuestion,
} from './secrets.ts';
import { askWay, type WayQuestion } from './way.ts';

/**
 * The questions of a sign-in. Each resolves to undefined when the person or the signal called it off, and to Back when
 * the person went back from its step.
 */
export type Prompts = {
  askWay<Offered extends Way>(
    question: WayQuestion<Offered>,
    asked?: Asked,
  ): Promise<Offered | Back | undefined>;
  /** Resolves to the region (its domain) of one that there is. */
  askPracticeOrg(question: PracticeOrgQuestion, asked?: Asked): Promise<string | Back | undefined>;
  askPerson(
    question: PersonQuestion,
    asked?: Asked,
  ): Promise<PracticeOrg['people'][number] | Back | undefined>;
  /** Resolves to a domain. */
  askRegion(question: RegionQuestion, asked?: Asked): Promise<string | Back | undefined>;
  askClientId(question: ClientIdQuestion, asked?: Asked): Promise<ClientIdAnswer | Back | undefined>;
  askClientSecret(question: ClientSecretQuestion, asked?: Asked): Promise<string | Back | undefined>;
  askAccessToken(question: AccessTokenQuestion, asked?: Asked): Promise<string | Back | undefined>;
  awaitReturn(question: AwaitedReturn, asked?: Asked): Promise<ReturnAnswer | Back | undefined>;
  /** No question: says that a sign-out could not end the token at the server. */
  warnTokenLasts(accountLabel: string): void;
};

/** The questions as VS Code asks them. */
export function nativePrompts(dialogs: Dialogs): Prompts {
  return {
    ...{
      askWay,
      askPracticeOrg,
      askPerson,
      askRegion,
      askClientId,
      askClientSecret,
      askAccessToken,
      awaitReturn,
    },
    warnTokenLasts: (accountLabel) =>
      dialogs.warn(
        l10n.t(
          '{0} is signed out here. Genesys Cloud could not be told, so the token lasts until it ends by itself.',
          accountLabel,
        ),
      ),
  };
}
