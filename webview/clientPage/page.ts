import type { ClientPageMessage, ClientPageState } from '../../src/core/clientPage/messages.ts';

/** Everything that the views of a client need. */
export type ClientPage = {
  readonly state: ClientPageState;
  readonly isCopied: boolean;
  readonly now: Date;
  /** BCP 47 tag of the reader's language. */
  readonly language: string;
  send(message: ClientPageMessage): void;
};
