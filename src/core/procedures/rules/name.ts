import { orgOf } from '../context.ts';
import { finding } from '../problem.ts';
import type { Rule } from '../procedure.ts';

/** Genesys publishes no limit. This one keeps a name readable on the page where people authorize the client. */
const LONGEST_NAME = 100;

/** G2: an App Name is required, and one that the org already uses is confusing. */
export const hasName: Rule = ({ name }, context) => {
  const org = orgOf(context);
  const trimmed = name.trim();
  const length = [...trimmed].length;
  if (length === 0) return [finding('name-missing', 'name')];
  if (length > LONGEST_NAME) return [finding('name-too-long', 'name', { length, max: LONGEST_NAME })];
  const taken = org?.clients.kind === 'known' && org.clients.value.some((client) => client.name === trimmed);
  return taken ? [finding('name-in-use', 'name', { name: trimmed })] : [];
};
