import * as l10n from '@vscode/l10n';
import type { Disposable } from 'vscode';
import { shortEndingText } from '../../core/texts/watch.ts';
import { isPressing } from '../../core/watch/endings.ts';
import { textLanguage } from '../language.ts';
import { createStatusItem } from '../ui/labels.ts';
import type { OrgTime } from './orgTime.ts';
import { outlookLines } from './outlookLines.ts';
import type { Watch } from './watch.ts';

/** What has ended or ends soon, in the status bar; as long as nothing does, there is no item, and nobody is told. */
export class EndingStatus implements Disposable {
  private readonly item = createStatusItem(
    'genesysOAuth.endings',
    l10n.t('Genesys Cloud: what ends soon'),
    'watch',
    'genesysOAuth.showEndings',
  );
  private readonly listening: Disposable;
  private shown = 0;

  constructor(
    private readonly watch: Pick<Watch, 'seen' | 'onDidChange'>,
    private readonly time: Pick<OrgTime, 'aheadOf'>,
  ) {
    this.listening = watch.onDidChange(() => void this.show());
  }

  dispose(): void {
    for (const each of [this.item, this.listening]) each.dispose();
  }

  private async show(): Promise<void> {
    this.shown += 1;
    const latest = this.shown;
    const outlook = await this.watch.seen();
    // What was known before is not shown in the place of what is known now.
    if (outlook === undefined || latest !== this.shown) return;
    const language = textLanguage();
    const [first, ...others] = outlook.endings.filter(isPressing);
    if (first === undefined) return this.item.hide();
    const text = shortEndingText(first, language);
    this.item.show(
      others.length === 0 ? text : `${text} +${others.length}`,
      outlookLines(outlook, this.time, language),
    );
  }
}
