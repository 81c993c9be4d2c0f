import { readClientId } from '../../platform/clientId.ts';
import { MOST_CHARACTERS, MOST_MEGABYTES } from '../../privileges/calls/pasted/readCalls.ts';
import { NOTHING_TOLD, type Told } from '../symptom.ts';
import { Gathering } from './gathering.ts';
import { takeJson } from './json.ts';
import { takeText } from './text.ts';

/**
 * What somebody has of a failure tells: the address or the words of an error page, an error as JSON, a HAR, log lines, what a
 * browser writes to its console, a command with its answer; in English and Japanese. It takes time with the length of
 * the text. Secrets are masked before anything is taken, and nothing but what `Told` names comes out.
 */
export function readSymptoms(pasted: string): Told {
  if (pasted.trim() === '') return NOTHING_TOLD;
  if (pasted.length > MOST_CHARACTERS)
    return { ...NOTHING_TOLD, notes: [{ kind: 'too-large', mostMegabytes: MOST_MEGABYTES }] };
  const text = pasted.replace(/^\uFEFF/, '');
  const gathering = gathered(text);
  const perhaps = gathering.mayBeCompanys();
  return (perhaps.size === 0 ? gathering : gathered(text, perhaps)).result();
}

function gathered(text: string, companyHosts?: ReadonlySet<string>): Gathering {
  const gathering = new Gathering(companyHosts);
  if (!takeJson(gathering, text)) takeText(gathering, gathering.withoutSecrets(text));
  const alone = readClientId(text);
  if (alone !== undefined) gathering.clientId(alone);
  return gathering;
}
