import * as vscode from 'vscode';
import type { OrgClocks } from '../../core/platform/orgClock.ts';
import { type Home, type Reckoning, reckoningAt } from '../../core/watch/standing.ts';
import { endingSoonDays } from '../signIn/settings.ts';
import { type Clock, systemClock } from './clock.ts';

/** What is known of the clocks of the orgs. */
type Clocks = {
  readonly clocks: Pick<OrgClocks, 'aheadOf'>;
  readonly onDidChangeClocks: vscode.Event<void>;
};

/**
 * By which clock, and how early, it is said that something ends: the same for the diagnostics, the view, its badge, the
 * status bar and the calendar file. An org's own clock counts, where its answers tell that this computer's is wrong.
 */
export class OrgTime implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  /** What is said of what ends may be other than before. */
  readonly onDidChange = this.changed.event;
  /** Higher with each of these changes. */
  turn = 0;
  private readonly listening: readonly vscode.Disposable[];

  /** `clock` is that of this computer. */
  constructor(
    private readonly known: Clocks,
    readonly clock: Clock = systemClock,
  ) {
    this.listening = [
      known.onDidChangeClocks(() => this.pass()),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('genesysOAuth.endingSoonDays')) this.pass();
      }),
    ];
  }

  readonly reckon = (home: Home): Reckoning => reckoningAt(this.clock.now(), this.of(home));

  /** The same, for whoever has another clock than this window. */
  of(home: Home): { readonly soonDays: number; readonly aheadSeconds: number } {
    return { soonDays: endingSoonDays(), aheadSeconds: this.aheadOf(home) };
  }

  /** Seconds by which this computer's clock is ahead of that which counts; 0 where it is the same. */
  aheadOf(home: Home): number {
    return this.known.clocks.aheadOf(home);
  }

  /** A moment has come from which on something stands otherwise. */
  pass(): void {
    this.turn += 1;
    this.changed.fire();
  }

  dispose(): void {
    for (const each of [this.changed, ...this.listening]) each.dispose();
  }
}
