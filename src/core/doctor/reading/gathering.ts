import { isClientId } from '../../platform/clientId.ts';
import { meantRegion } from '../../platform/nearestRegion.ts';
import { isLoopbackHost } from '../../platform/orgHosts.ts';
import { readRegionName } from '../../platform/regionName.ts';
import { withoutSecrets } from '../../privileges/calls/secretsInText.ts';
import type { LoginRequest, ReadingNote, Symptom, Told } from '../symptom.ts';

/** More failures than these are not read one by one: the first ones tell what the others do. */
const MOST_FAILURES = 20;
/** After so many that told nothing new, the others will not either. */
const MOST_READ = 1000;
/** So many values of JSON are looked at; what people paste of a failure has far fewer. */
const MOST_VALUES = 200_000;
/** Of each kind of name so many are kept; a text that has more is about no one of them. */
const MOST_NAMES = 50;
const LONGEST_NAME = 2000;

/** Gathers what a text tells, each once. */
export class Gathering {
  private readonly symptoms = new Map<string, Symptom>();
  private readonly requests = new Map<string, LoginRequest>();
  private readonly clientIds = new Set<string>();
  private readonly hosts = new Set<string>();
  private readonly otherHosts = new Set<string>();
  private readonly askedHosts = new Set<string>();
  /** Whose request is being read, where that is told. */
  private about: string | undefined;
  private moment: string | undefined;
  private more = 0;
  private read = 0;
  private well = 0;
  private foreign = false;
  private isMasked = false;
  /** How much more can be looked at, what has been, and whether there was more. */
  private left = MOST_VALUES;
  private looked = 0;
  private isCutOff = false;

  /** @param companyHosts Hosts that count as those of Genesys Cloud, because they may be a company's own in front of it. */
  constructor(private readonly companyHosts: ReadonlySet<string> = new Set()) {}

  add(given: Symptom): void {
    const symptom = this.about !== undefined && isOfOne(given) ? { ...given, clientId: this.about } : given;
    const key = JSON.stringify(symptom);
    if (this.symptoms.has(key)) return;
    if (this.symptoms.size >= MOST_FAILURES) this.more += 1;
    else this.symptoms.set(key, symptom);
  }

  request(request: LoginRequest): void {
    if (this.requests.size < MOST_NAMES) this.requests.set(JSON.stringify(request), request);
    if (request.clientId !== undefined) this.clientId(request.clientId);
  }

  /** What this takes was a request of this client. */
  ofClient<Taken>(text: string | undefined, take: () => Taken): Taken {
    const before = this.about;
    this.about = text !== undefined && isClientId(text) ? text.toLowerCase() : before;
    const taken = take();
    this.about = before;
    return taken;
  }

  clientId(text: string): void {
    if (isClientId(text)) keep(this.clientIds, text.toLowerCase());
  }

  /** One of Genesys Cloud, or written like one; whatever else is another product's. Where people only read tells nothing. */
  host(name: string): void {
    const host = name.toLowerCase();
    if (isLoopbackHost(host) || TO_READ.test(host)) return;
    keep(isGenesysLike(host) ? this.hosts : this.otherHosts, host);
  }

  /** Somebody logs in or calls there as at Genesys Cloud. */
  askedAsOurs(name: string): void {
    const host = name.toLowerCase();
    if (!isOurHost(host)) keep(this.askedHosts, host);
  }

  /** Whether what is asked of this host, and what it answers, is looked at. */
  isLookedAt(host: string): boolean {
    return isOurHost(host) || this.companyHosts.has(host);
  }

  /** Hosts that may be a company's own in front of Genesys Cloud; none where another host of the text is certainly one of either. */
  mayBeCompanys(): ReadonlySet<string> {
    return this.hosts.size === 0 && !this.foreign ? this.askedHosts : new Set();
  }

  /** When it happened: the first moment that is told. */
  at(moment: string): void {
    const time = Date.parse(moment);
    if (!Number.isNaN(time)) this.moment ??= new Date(time).toISOString();
  }

  wentWell(): void {
    this.well += 1;
  }

  failedMore(): void {
    this.more += 1;
  }

  /** One more failure is read for itself. */
  reading(): void {
    this.read += 1;
  }

  /** Something in it is certainly another product's. */
  isForeign(): void {
    this.foreign = true;
  }

  /** The text as it may be read. */
  withoutSecrets(text: string): string {
    const masked = withoutSecrets(text);
    this.isMasked ||= masked !== text;
    return masked;
  }

  /** Something that is called a secret was not read. */
  leftOut(): void {
    this.isMasked = true;
  }

  /** One more value is looked at, which takes as long as so many; false where that would be too much. */
  looksAt(values: number): boolean {
    if (values > this.left) {
      this.isCutOff = true;
      return false;
    }
    this.left -= values;
    this.looked += 1;
    return true;
  }

  get size(): number {
    return this.symptoms.size;
  }

  /** As many failures were taken as are read one by one, or told the same again and again. */
  get isFull(): boolean {
    return this.symptoms.size >= MOST_FAILURES || this.read >= MOST_READ;
  }

  result(): Told {
    // What another product refuses has the same words in OAuth.
    const isElsewhere = this.hosts.size === 0 && (this.foreign || this.otherHosts.size > 0) && !this.isOurs();
    const isPerhaps = isElsewhere && !this.foreign && (this.askedHosts.size > 0 || this.hasOAuthErrors());
    const isOther = isElsewhere && !isPerhaps;
    const symptoms = isOther ? [] : [...this.symptoms.values()];
    const requests = isOther ? [] : [...this.requests.values()];
    const clientIds = isOther ? [] : [...this.clientIds];
    const isNothing = !isOther && symptoms.length === 0 && requests.length === 0 && clientIds.length === 0;
    const notes: ReadingNote[] = [
      ...(isOther ? [{ kind: 'other-product' as const, hosts: [...this.otherHosts] }] : []),
      ...(isPerhaps ? [{ kind: 'company-hosts' as const, hosts: this.unknownHosts() }] : []),
      ...(clientIds.length > 1 ? [{ kind: 'several-clients' as const, clientIds }] : []),
      ...(this.more > 0 ? [{ kind: 'more-failures' as const, count: this.more }] : []),
      ...(this.well > 0 ? [{ kind: 'went-well' as const, count: this.well }] : []),
      ...(this.isCutOff ? [{ kind: 'first-values' as const, count: this.looked }] : []),
      ...(this.isMasked ? [{ kind: 'masked' as const }] : []),
      ...(isNothing && this.hosts.size === 0 ? [{ kind: 'nothing-told' as const }] : []),
    ];
    return {
      symptoms,
      requests,
      clientIds,
      hosts: isOther ? [] : [...this.hosts],
      others: [],
      ...(this.moment !== undefined && !isOther && { moment: this.moment }),
      notes,
    };
  }

  /** Those that were asked as Genesys Cloud is; where none was, all. */
  private unknownHosts(): string[] {
    return [...(this.askedHosts.size > 0 ? this.askedHosts : this.otherHosts)];
  }

  private hasOAuthErrors(): boolean {
    return [...this.symptoms.values()].some(({ kind }) => kind === 'oauth-error');
  }

  /** An error of the Platform API has words that no other product has. */
  private isOurs(): boolean {
    return [...this.symptoms.values()].some(
      (each) =>
        each.kind === 'api-error' ||
        each.kind === 'invalid-login-page' ||
        (each.kind === 'host-not-found' && isGenesysLike(each.host)),
    );
  }
}

type OfOne = Extract<Symptom, { kind: 'oauth-error' | 'api-error' }>;

function isOfOne(symptom: Symptom): symptom is OfOne {
  return symptom.kind === 'oauth-error' || symptom.kind === 'api-error';
}

/** Pages about the product, which errors link to; their domain is no region that anybody logs in at. */
const TO_READ =
  /^(?:developer|help|status|community|know)\.(?:genesys\.(?:com|cloud)|mypurecloud\.[a-z.]{2,6}|(?:[a-z0-9]+\.)?pure\.cloud)$/;

function keep(names: Set<string>, name: string): void {
  if (names.size < MOST_NAMES && name.length <= LONGEST_NAME) names.add(name);
}

/** A host of Genesys Cloud, or of a practice org on this computer. */
export function isOurHost(host: string): boolean {
  return isLoopbackHost(host) || isGenesysLike(host);
}

/** A host of a region, or one that somebody meant to be one: `login.mypurecloud.con`. */
export function isGenesysLike(host: string): boolean {
  if (readRegionName(host) !== undefined) return true;
  return /^(?:login|api|apps)\.[\w.-]*pure-?cloud/.test(host) && meantRegion(host) !== undefined;
}
