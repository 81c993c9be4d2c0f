// node measureAll.mjs, as it is bundled: prints as JSON which readers take longer than they may, by what they read.
import { EACH_WITH_EACH, READERS } from './allReaders.ts';
import { type Growth, growsTooFast } from './growth.ts';

function slow(readers: readonly Growth[]): string[] {
  return readers.flatMap((reader) => {
    const times = growsTooFast(reader);
    return times === undefined ? [] : `${reader.what}: ${Math.round(times)} times as long`;
  });
}

const all = { ...READERS, [EACH_WITH_EACH.what]: [EACH_WITH_EACH] };
const measured = Object.entries(all).map(([what, readers]) => [what, slow(readers)]);
process.stdout.write(JSON.stringify(Object.fromEntries(measured)));
