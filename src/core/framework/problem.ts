import type { ClientChange } from '../clients/change.ts';
import type { Place } from './places.ts';
import type { TextEdit } from './textEdit.ts';

/** How loud a problem is, unless the settings say otherwise. */
export type FrameworkSeverity = 'error' | 'warning' | 'information' | 'hint';

/** What can be wrong with a framework.js, as far as its text tells without any account. */
export type TextProblemCode =
  | 'no-client-id'
  | 'placeholder-client-id'
  | 'malformed-client-id'
  | 'unknown-region'
  | 'duplicate-region'
  | 'duplicate-setting'
  | 'auth-token-without-client-id'
  | 'commented-out-only';

/** What can be wrong between a framework.js and the clients of an org that one is signed in to. */
export type OrgProblemCode =
  | 'client-not-found'
  | 'client-not-active'
  | 'client-wrong-grant'
  | 'implicit-grant-ending'
  | 'missing-redirect-uri'
  | 'inexact-redirect-uri'
  | 'missing-scope'
  | 'wrong-region';

export type FrameworkProblemCode = TextProblemCode | OrgProblemCode;

/** A repair. Those that change the text are edits of the very text that was checked; none overlap within one fix. */
export type FrameworkFix =
  | {
      readonly kind: 'edit';
      readonly code:
        | 'correct-client-id'
        | 'correct-region'
        | 'move-to-region'
        | 'remove-duplicate-region'
        | 'remove-duplicate-setting'
        | 'use-entry';
      readonly args: Record<string, string>;
      readonly edits: readonly TextEdit[];
      /** Nothing the file does changes by it, so that it may be made for many at once. */
      readonly safe: boolean;
    }
  /** Changes the client in the org of this region, after a preview. */
  | {
      readonly kind: 'change-client';
      readonly region: string;
      readonly clientId: string;
      readonly change: ClientChange;
      /** What changes in the file as one with it: `usePKCEAuthFlow` for `use-pkce`. */
      readonly edits: readonly TextEdit[];
    }
  /** Opens the wizard for a client of this region. */
  | { readonly kind: 'create-client'; readonly region: string | undefined }
  /** One of the org's clients is chosen, and its ID written. */
  | { readonly kind: 'choose-client'; readonly region: string }
  /** Without an account: the URIs go to the clipboard, and the client's admin page opens. */
  | {
      readonly kind: 'copy-redirect-uris';
      readonly region: string;
      readonly clientId: string;
      readonly uris: readonly string[];
    };

/** One thing that is wrong with, or worth knowing about, a framework.js. The text comes from texts/framework.ts. */
export type FrameworkProblem = {
  readonly code: FrameworkProblemCode;
  readonly place: Place;
  readonly severity: FrameworkSeverity;
  readonly args: Record<string, string | number | readonly string[]>;
  /** Other places that explain this one. */
  readonly related: readonly {
    readonly place: Place;
    readonly what: 'counts-instead' | 'get-auth-token' | 'login-window';
  }[];
  readonly fixes: readonly FrameworkFix[];
};
