import { GOOD_FOR, ReportReadings } from '../../core/report/readings.ts';
import { wait } from '../../disk/wait.ts';
import type { LastUses } from '../clients/lastUses.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { KeptAnswers } from './keptAnswers.ts';

/** What reads for reports, as VS Code has it: what orgs have told is kept on the disk, so that it outlives a reload. */
export function readingsFor(
  services: Pick<Services, 'connections' | 'context' | 'log' | 'operations'>,
  lastUses: LastUses,
): ReportReadings {
  const { connections, context, log, operations } = services;
  const kept = new KeptAnswers(context.globalStorageUri.fsPath, GOOD_FOR, (reason) => log.warn(reason));
  return new ReportReadings({ connections, operations, wait, language: textLanguage, kept }, lastUses);
}
