import { HostMessage } from './messages.ts';
import type { TellPage } from './ports.ts';

/** The page in the wizard's tab. Nobody needs what it is told while there is none: a new one asks for everything. */
export class WizardPage {
  private post: TellPage | undefined;

  get isOpen(): boolean {
    return this.post !== undefined;
  }

  open(post: TellPage): void {
    this.post = post;
  }

  close(): void {
    this.post = undefined;
  }

  /** Parsing leaves out whatever the page is not meant to know, should it ever get this far. */
  tell(message: HostMessage): void {
    this.post?.(HostMessage.parse(message));
  }
}
