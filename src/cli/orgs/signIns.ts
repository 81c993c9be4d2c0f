import * as l10n from '@vscode/l10n';
import { readRegionName } from '../../core/platform/regionName.ts';
import { type FoundCredentials, signInsIn } from '../../core/signIn/found.ts';
import { foundTitle } from '../../core/texts/ways.ts';
import { readGenesysCliConfig } from '../../disk/genesysCli.ts';
import { allValues, has, type Words } from '../commandLine.ts';
import type { Io } from '../io.ts';

/** A way into an org that is at hand. Only `name` and `from` may be shown. */
export type SignIn = {
  /** What `--org` calls it: a profile of the Genesys CLI, `terraform`, `variable` or `practice`. */
  readonly name: string;
  /** Where it was found, in words. */
  readonly from: string;
  /** Domain; undefined where it does not say, or says one that there is not. */
  readonly region: string | undefined;
} & (
  | { readonly kind: 'found'; readonly found: FoundCredentials }
  /** The one that runs, or one that is started for the time of the command. */
  | { readonly kind: 'practice-org' }
);

/** What a command line says of where to look; no words: wherever one can. */
export type OrgChoice = { readonly words: readonly string[]; readonly practice: boolean };

const ALL = 'all';
const PRACTICE = 'practice';

/** Reads `--org`, `--orgs` and `--practice`. */
export function orgChoice(words: Words): OrgChoice {
  const lists = allValues(words, 'orgs').flatMap((list) => list.split(','));
  const named = [...allValues(words, 'org'), ...lists]
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return { words: named, practice: has(words, 'practice') || named.some(isPractice) };
}

function isPractice(word: string): boolean {
  return word.toLowerCase() === PRACTICE;
}

/** All that there is to sign in with here. Sends nothing, and never rejects: what cannot be read is not found. */
export async function signInsAtHand(io: Pick<Io, 'env' | 'home' | 'now'>): Promise<readonly SignIn[]> {
  const cliConfig = await readGenesysCliConfig(io.home);
  return signInsIn({ cliConfig, env: io.env }, io.now()).map((found): SignIn => {
    const { description } = found;
    const { profile, source, region } = description;
    return { kind: 'found', found, name: profile ?? source, from: foundTitle(description), region };
  });
}

/** Of all ways in, those that are meant before anybody is asked, and the words that only the orgs themselves can tell. */
export type Chosen = {
  readonly signIns: readonly SignIn[];
  /** Names or IDs of orgs. Those ways in count whose org has one of them. */
  readonly orgWords: readonly string[];
  /** Where else an org of these words may be. */
  readonly others: readonly SignIn[];
};

/** Chooses by what is known without asking anybody, so that no secret is used that nobody meant. */
export function chosenOf(found: readonly SignIn[], { words, practice }: OrgChoice): Chosen {
  const practiceOrg: SignIn = {
    kind: 'practice-org',
    name: PRACTICE,
    from: l10n.t('Practice org'),
    region: undefined,
  };
  const practiceOrgs = practice ? [practiceOrg] : [];
  const named = words.filter((word) => !isPractice(word));
  if (named.length === 0) return { signIns: practice ? practiceOrgs : found, orgWords: [], others: [] };
  const isMeant = (signIn: SignIn) => named.some((word) => word === ALL || isCalled(signIn, word));
  const signIns = found.filter(isMeant);
  const orgWords = named.filter((word) => word !== ALL && !found.some((signIn) => isCalled(signIn, word)));
  const others = orgWords.length === 0 ? [] : found.filter((signIn) => !signIns.includes(signIn));
  return { signIns: [...signIns, ...practiceOrgs], orgWords, others };
}

function isCalled(signIn: SignIn, word: string): boolean {
  const { name, region } = signIn;
  if (signIn.kind === 'found' && signIn.found.description.id === word) return true;
  return (
    name.toLowerCase() === word.toLowerCase() || (region !== undefined && readRegionName(word) === region)
  );
}
