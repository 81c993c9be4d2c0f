import { MOST_MEGABYTES } from '../platform/apiDescription.ts';
import { type DescriptionRead, DescriptionReader, refused } from './description.ts';
import { isReduced, readReduced } from './reduced.ts';

/**
 * Reads a file that somebody gives, compressed with gzip or not: a reduced description, or the whole one as an API
 * publishes it. `file` is when the file was last changed, and the host that counts where the file names none.
 */
export async function readGivenDescription(
  bytes: Uint8Array<ArrayBuffer>,
  file: { readonly host: string; readonly changed: Date },
  now: Date,
): Promise<DescriptionRead> {
  const text = await textOf(bytes);
  if (typeof text !== 'string') return text;
  if (isReduced(text)) return readReduced(text, now);
  const reader = new DescriptionReader();
  reader.take(text);
  return reader.read({ host: reader.statedHost ?? file.host, date: file.changed, now });
}

/** The text in a file, decompressed only as far as it may be long. */
async function textOf(bytes: Uint8Array<ArrayBuffer>): Promise<string | DescriptionRead> {
  const tooLarge = refused({ kind: 'too-large', megabytes: MOST_MEGABYTES });
  const most = MOST_MEGABYTES * 1_000_000;
  if (bytes.length > most) return tooLarge;
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isCompressed) return new TextDecoder().decode(bytes);
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > most) {
        await reader.cancel();
        return tooLarge;
      }
    }
  } catch {
    // Its sum is wrong, or its end is missing.
    return refused({ kind: 'cut-off' });
  }
}
