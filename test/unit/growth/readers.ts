import type { Growth } from './growth.ts';

/** Each reader with each kind of input, which `inputs` makes in any size. */
export function eachOn<Input>(
  readers: Readonly<Record<string, (input: Input) => unknown>>,
  inputs: Readonly<Record<string, (size: number) => Input>>,
  size: number,
): readonly Growth[] {
  return Object.entries(inputs).flatMap(([what, make]) =>
    Object.entries(readers).map(([how, read]) => ({
      what: `${how}: ${what}`,
      at: (size: number) => {
        const input = make(size);
        return () => read(input);
      },
      size,
    })),
  );
}

/** Many of a kind, one behind the other. */
export function listOf(size: number, each: (index: number) => string, separator = ',\n'): string {
  return manyOf(size, each).join(separator);
}

/** Many of a kind. */
export function manyOf<Each>(size: number, each: (index: number) => Each): Each[] {
  return Array.from({ length: size }, (_, index) => each(index));
}

/** The smallest of a kind that has so many characters. */
export function ofLength(make: (size: number) => string, characters: number): string {
  let [less, enough] = [0, 1];
  for (; make(enough).length < characters; enough *= 2) less = enough;
  while (enough - less > 1) {
    const middle = (less + enough) >> 1;
    if (make(middle).length < characters) less = middle;
    else enough = middle;
  }
  return make(enough);
}
