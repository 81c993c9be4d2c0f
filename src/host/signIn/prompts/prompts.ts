import type { Way } from '../../../core/signIn/ways.ts';
import type { PracticeOrg } from '../practiceOrg.ts';
import { type AwaitedReturn, awaitReturn, type ReturnAnswer } from './awaitReturn.ts';
import { askClientId, type ClientIdAnswer, type ClientIdQuestion } from './clientId.ts';
import { askPerson, type Person } from './person.ts';
import { askRegion, type RegionQuestion } from './region.ts';
import {
  type AccessTokenQuestion,
  askAccessToken,
  askClientSecret,
  type ClientSecretQuestion,
} from './secrets.ts';
import { warnTokenLasts } from './tokenLasts.ts';
import { askWay } from './way.ts';

/** The questions of a sign-in. Each resolves to undefined when the person or the signal called it off. */
export type Prompts = {
  askWay<Offered extends Way>(ways: readonly Offered[], signal?: AbortSignal): Promise<Offered | undefined>;
  askPerson(org: PracticeOrg, signal?: AbortSignal): Promise<Person | undefined>;
  /** Resolves to a domain. */
  askRegion(question: RegionQuestion, signal?: AbortSignal): Promise<string | undefined>;
  askClientId(question: ClientIdQuestion, signal?: AbortSignal): Promise<ClientIdAnswer | undefined>;
  askClientSecret(question: ClientSecretQuestion, signal?: AbortSignal): Promise<string | undefined>;
  askAccessToken(question: AccessTokenQuestion, signal?: AbortSignal): Promise<string | undefined>;
  awaitReturn(question: AwaitedReturn, signal?: AbortSignal): Promise<ReturnAnswer | undefined>;
  /** No question: says that a sign-out could not end the token at the server. */
  warnTokenLasts(accountLabel: string): void;
};

/** The questions as VS Code asks them. */
export function nativePrompts(): Prompts {
  return {
    ...{ askWay, askPerson, askRegion, askClientId, askClientSecret, askAccessToken, awaitReturn },
    warnTokenLasts,
  };
}
