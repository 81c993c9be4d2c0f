import { speaksForItself } from '../../clients/usable.ts';
import { meantRegion, nearestRegion } from '../../platform/nearestRegion.ts';
import { readRegionName } from '../../platform/regionName.ts';
import { regionOf } from '../../platform/regions.ts';
import type { SameFinding } from '../answer.ts';
import {
  apiErrors,
  invalidPages,
  type Look,
  namesIn,
  refusals,
  regionsOf,
  sameFinding,
  symptomsOf,
} from '../look.ts';
import { isGenesysLike } from '../reading/gathering.ts';
import type { Symptom } from '../symptom.ts';
import { found, inOrder, NOT_HERE, notLooked, type Rule, unread } from '../verdict.ts';

/**
 * A host that Genesys Cloud does not have. That a name leads nowhere is certain; a domain that is not known here may be a
 * company's own (Genesys facts 3).
 */
export const unknownHost: Rule = (look) => {
  const [notFound] = symptomsOf(look, 'host-not-found');
  if (notFound !== undefined) {
    const { host } = notFound;
    const region = regionAt(host);
    // The name is right, so it is the network that does not lead there.
    const isRight = region !== undefined && /^(?:(?:login|api|apps)\.)?$/.test(host.slice(0, -region.length));
    const next = isRight ? ({ kind: 'change-application', what: 'network' } as const) : nextFor(look);
    return found(region !== undefined ? 'likely' : isMeant(look, host) ? 'certain' : 'possible', next, {
      args: { host, ...(isRight ? { right: 'yes' } : suggested(host)) },
      symptoms: [notFound],
    });
  }
  const strange = look.told.hosts.find(
    (host) => regionAt(host) === undefined && look.facts.org?.region !== host,
  );
  if (strange !== undefined)
    return found('likely', nextFor(look), { args: { host: strange, ...suggested(strange) } });
  const { region } = look;
  if (region === undefined) return NOT_HERE;
  if (regionOf(region) !== undefined || region === look.facts.org?.region) return inOrder({ region });
  return found('likely', nextFor(look), {
    args: { host: region, ...suggested(region) },
    finding: unknownRegion(look, region),
  });
};

/** Whether people log in or call at this host: it is written like one of Genesys Cloud, or is of the region that is meant. */
function isMeant({ region }: Look, host: string): boolean {
  return isGenesysLike(host) || (region !== undefined && `.${host}`.endsWith(`.${region}`));
}

/** The region that has this host by exactly this name. */
function regionAt(host: string): string | undefined {
  const domain = readRegionName(host);
  return domain !== undefined && (host === domain || host.endsWith(`.${domain}`)) ? domain : undefined;
}

function suggested(host: string): { suggestion?: string } {
  const suggestion = meantRegion(host) ?? nearestRegion(host);
  return suggestion === undefined ? {} : { suggestion };
}

function unknownRegion(look: Look, region: string): SameFinding | undefined {
  if (look.subject.kind !== 'framework') return undefined;
  const args = { region, ...suggested(region) };
  return sameFinding(look, 'unknown-region', 'suggestion' in args ? 'warning' : 'information', args);
}

function nextFor({ subject }: Look) {
  return subject.kind === 'framework' || subject.kind === 'scim'
    ? ({ kind: 'open-file' } as const)
    : ({ kind: 'change-application', what: 'host' } as const);
}

/**
 * A client of one region's org that is used in another. Client credentials certainly work in their own region alone; of the
 * others the sources disagree (Genesys facts 3), so that only a refusal makes it certain.
 */
export const otherRegion: Rule = (look) => {
  const [one, other] = regionsOf(look.told);
  const mixed = one !== undefined && other !== undefined;
  const home = look.client === undefined ? homeElsewhere(look) : look.facts.org?.region;
  const { region } = look;
  if (home === undefined) {
    if (mixed) return found('possible', nextFor(look), { args: { regions: [one, other] } });
    return unread(look.facts, 'client');
  }
  if (mixed || region === undefined) {
    const away = regionsOf(look.told).find((each) => each !== home);
    if (away === undefined) return notLooked('application');
    return found('possible', nextFor(look), { args: { ...namesIn(look), region: away, home } });
  }
  if (region === home) return inOrder({ region });
  if (regionOf(region) === undefined) return NOT_HERE;
  const symptoms = refusedThere(look);
  const stays = speaksForItself(look.client);
  return found(stays || symptoms.length > 0 ? 'certain' : 'possible', nextFor(look), {
    args: { ...namesIn(look), region, home, ...(stays && { stays: 'yes' }) },
    symptoms,
  });
};

/** The region of the only other org that has the client. */
function homeElsewhere({ facts }: Look): string | undefined {
  if (facts.elsewhere.kind !== 'known') return undefined;
  const [place, ...others] = facts.elsewhere.value.filter(({ client }) => client !== undefined);
  return others.length === 0 ? place?.org.region : undefined;
}

/** What a host says of clients and tokens that it does not know. */
function refusedThere(look: Look): readonly Symptom[] {
  return [
    ...invalidPages(look),
    ...refusals(look, ['invalid_client'], /not found|unknown/i),
    ...apiErrors(look, ['bad.credentials']),
  ];
}
