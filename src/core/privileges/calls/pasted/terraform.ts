import { lineFinder, methodOf } from '../reading.ts';
import { type Desk, endpointCall } from './desk.ts';
import { TERRAFORM_CALLS } from './terraformCalls.ts';

const BLOCK = /^[ \t]{0,200}(resource|data)[ \t]{1,200}"(genesyscloud_[a-z\d_]{1,100})"/gm;

/**
 * Takes what the resources and data sources of a Terraform configuration call. A data source only reads: of the calls of
 * its resource those with GET count.
 */
export function takeTerraform(desk: Desk, text: string): void {
  const code = withoutBlockComments(text);
  const lineOf = lineFinder(code);
  const seen = new Set<string>();
  for (const match of code.matchAll(BLOCK)) {
    const [, kind = '', type = ''] = match;
    if (seen.has(`${kind} ${type}`)) continue;
    seen.add(`${kind} ${type}`);
    const line = lineOf(match.index);
    const calls = TERRAFORM_CALLS.get(type);
    if (calls === undefined) desk.gathering.note({ kind: 'unknown-resource', type, line });
    for (const call of calls ?? []) {
      const [word, path = ''] = call.split(' ');
      const method = methodOf(word);
      if (kind === 'data' && method !== 'GET') continue;
      desk.gathering.add('terraform', endpointCall(method, path, line, 'likely'));
    }
  }
}

/** Only comments that begin their line, so that none is seen in a string; lines stay where they are. */
function withoutBlockComments(text: string): string {
  return text.replace(/^[ \t]{0,200}\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/gm, (comment) =>
    comment.replace(/[^\n]/g, ' '),
  );
}
