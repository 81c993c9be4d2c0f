import type {
  ClientPageMessage,
  ClientPageState,
  ClientPageTold,
} from '../../src/core/clientPage/messages.ts';

/** Everything that the views of a client need. */
export type ClientPage = {
  readonly state: ClientPageState;
  /** What is on the clipboard by a click that was the last thing done here. */
  readonly copied: Extract<ClientPageTold, { type: 'copied' }>['what'] | undefined;
  readonly now: Date;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
  send(message: ClientPageMessage): void;
};
