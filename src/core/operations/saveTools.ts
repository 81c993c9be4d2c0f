import type { Connected } from './clientEffects.ts';
import type { Effects } from './effects.ts';
import type { Saved } from './run.ts';

/** Where the secrets of clients are kept, and the tokens made with them. Each rejects when the keyring does. */
export type SecretKeeper = {
  keep(
    client: {
      readonly id: string;
      readonly name: string;
      readonly orgName: string;
      /** Domain. */
      readonly region: string;
    },
    secret: string,
  ): Promise<void>;
  get(clientId: string): Promise<string | undefined>;
  keepToken(clientId: string, token: string): Promise<void>;
  /** Secret and token. */
  forget(clientId: string): Promise<void>;
};

/** The ways in which a plan touches the files of a workspace. */
export type PlanFiles = Pick<Effects, 'writeScimFile' | 'editFrameworkFile' | 'createFrameworkFile'>;

/** What Save uses of the world, for what was saved there. */
export type SaveTools = {
  readonly saved: Saved;
  readonly connected: Connected;
  readonly secrets: SecretKeeper;
  readonly files: PlanFiles;
  /** BCP 47 tag. */
  readonly language: string;
  wait(milliseconds: number): Promise<void>;
};
