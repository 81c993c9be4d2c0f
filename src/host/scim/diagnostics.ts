import * as vscode from 'vscode';
import { isScimConfigPath } from '../../core/scim/configName.ts';
import { inspectScimConfig } from '../../core/scim/inspectConfig.ts';
import { FileDiagnostics } from '../diagnostics/fileDiagnostics.ts';
import { Severities, ShownFindings } from '../diagnostics/shownFindings.ts';
import { isWorkedOn } from '../files/read.ts';
import type { Services } from '../services.ts';
import { ClientFacts } from './clientFacts.ts';

/**
 * Keeps watch over the SCIM config files that are open: tokens that end, and secrets that do not belong there (rule S6),
 * and what the org made of a client (rule S4), where one is signed in.
 */
export function scimDiagnostics(
  services: Pick<Services, 'connections' | 'orgClients' | 'practiceOrgs' | 'time' | 'log'>,
): vscode.Disposable {
  const { log, time } = services;
  const facts = new ClientFacts(services);
  const shown = new ShownFindings('genesys-scim.json', new Severities(log));
  const want = (document: vscode.TextDocument) => void facts.want(document.getText());
  const diagnostics = new FileDiagnostics(
    {
      isMeant: isScimDocument,
      inspect: (document) =>
        inspectScimConfig(document.getText(), time.reckon, facts.current(), facts.practiceOrgs),
      want,
      wantMissing: want,
      onDidLearn: facts.onDidChange,
    },
    shown,
    log,
  );
  return vscode.Disposable.from(diagnostics, shown, facts);
}

/** Whether this is a SCIM config file that somebody works on. */
export function isScimDocument({ uri }: vscode.TextDocument): boolean {
  return isScimConfigPath(uri.path) && isWorkedOn(uri);
}
