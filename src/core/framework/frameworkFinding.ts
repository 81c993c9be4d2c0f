import type { ClientRepair } from '../clients/change.ts';
import { diagnostics, type FrameworkCode } from '../findings/catalogue.ts';
import { type Finding, findingBuilder } from '../findings/finding.ts';
import type { Place } from './places.ts';
import type { TextEdit } from './textEdit.ts';

/** A repair. Those that change the text are edits of the very text that was checked; none overlap within one fix. */
export type FrameworkFix =
  | {
      readonly kind: 'edit';
      readonly code:
        | 'correct-client-id'
        | 'correct-region'
        | 'add-region'
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
      readonly change: ClientRepair;
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

/** One thing that is wrong with, or worth knowing about, a framework.js or a client that it names. */
export type FrameworkFinding = Finding<FrameworkCode, Place, FrameworkFix>;

/** Builds one. */
export const finding = findingBuilder<FrameworkCode, Place, FrameworkFix>(diagnostics);
