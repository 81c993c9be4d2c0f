/** A reader of something that others wrote. */
export type Growth = {
  readonly what: string;
  /** What it does with an input of this size, which is made before any time is taken. */
  readonly at: (size: number) => () => unknown;
  /** Of the small input; the large one is `FACTOR` times as large. */
  readonly size: number;
};

/**
 * An input that is so many times as large takes about as many times as long where time grows with the size, and 256 times
 * where it does with its square. What grows so may be a small part of a short time, so the step is a wide one; and a busy
 * computer makes the long one longer still, so what is asked is far from both.
 */
const FACTOR = 16;
const MOST_TIMES = 64;

/** Whatever takes less for the large input cannot be measured, and needs not be. */
const QUICK_MILLISECONDS = 20;

/** What else the computer does makes a run slower, never quicker: of several, the shortest counts. */
const ROUNDS = 6;

/** How many times as long as for the small input a reader takes for the large one; undefined where that is about as usual. */
export function growsTooFast({ at, size }: Growth): number | undefined {
  const large = at(size * FACTOR);
  const other = at(1);
  // What was read last may be remembered, so something else is read each time in between.
  const processorMilliseconds = (run: () => unknown) => {
    other();
    return measured(run);
  };
  let longer = processorMilliseconds(large);
  if (longer <= QUICK_MILLISECONDS) return undefined;
  const small = at(size);
  let shorter = processorMilliseconds(small);
  for (let round = 1; round < ROUNDS; round += 1) {
    // The first runs are the slowest, because nothing is compiled yet.
    shorter = Math.min(shorter, processorMilliseconds(small), processorMilliseconds(small));
    if (longer <= shorter * MOST_TIMES) return undefined;
    longer = Math.min(longer, processorMilliseconds(large));
    if (longer <= QUICK_MILLISECONDS) return undefined;
  }
  const times = longer / shorter;
  return times <= MOST_TIMES ? undefined : times;
}

/** What other programs do meanwhile does not count. */
function measured(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
