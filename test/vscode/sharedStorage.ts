/** A storage of which each window has read what there was before any of them wrote. */
export function sharedStorage() {
  const values = new Map<string, unknown>();
  return {
    values,
    aWindow: () => {
      const own = new Map(values);
      return {
        keys: () => [...own.keys()],
        get: (key: string) => own.get(key),
        update: async (key: string, value: unknown) => {
          for (const each of [own, values]) {
            if (value === undefined) each.delete(key);
            else each.set(key, value);
          }
        },
      };
    },
  };
}

/** A clock that goes on by a second with each look, and begins with the first. */
export function aSecondLater(): () => Date {
  let seconds = 0;
  return () => {
    seconds += 1;
    return new Date(seconds * 1000);
  };
}
