import type { OrgClients } from '../../../src/core/clients/whereabouts.ts';
import { checkFramework } from '../../../src/core/framework/check/checkFramework.ts';
import type { FrameworkFinding } from '../../../src/core/framework/frameworkFinding.ts';
import { fixWord } from './corpus.ts';

/** A framework.js with this source for `clientIds`. */
export function file(clientIds: string, settings = '{}'): string {
  return `window.Framework = { config: { name: 'x', clientIds: ${clientIds}, settings: ${settings} } };`;
}

/** What is found in it on a day before anything ends. */
export const check = (text: string, orgs: readonly OrgClients[] = []) =>
  checkFramework(text, orgs, '2026-11-22');

/** The findings of one code. */
export function ofCode(
  code: string,
  text: string,
  orgs: readonly OrgClients[] = [],
): readonly FrameworkFinding[] {
  return check(text, orgs).filter((finding) => finding.code === code);
}

/** The fixes of findings, in one word each. */
export const words = (findings: readonly FrameworkFinding[]) =>
  findings.flatMap(({ fixes }) => fixes.map(fixWord));
