/** What a choice costs. A choice with more in it never costs less. */
export type Cost<Item, State> = {
  readonly nothing: State;
  with(state: State, item: Item): State;
  /** Below zero where `a` costs less. */
  compare(a: State, b: State): number;
  /** Whether `a` adds no more than `b`, whatever is chosen besides. */
  addsNoMore(a: Item, b: Item): boolean;
};

/** What was chosen; without `isSmallest` there may be something that costs less, but nothing in it can be left out. */
export type Cover<Item> = { readonly chosen: readonly Item[]; readonly isSmallest: boolean };

/** How far it is looked for the cheapest choice: some tenths of a second. Real needs take a few dozen. */
const MOST_STEPS = 20_000;

/**
 * Chooses items so that each want has one of its own among them, as cheaply as can be. The same wants always
 * come to the same choice. A want with no item is passed over.
 */
export function smallestCover<Item, State>(
  wants: readonly (readonly Item[])[],
  cost: Cost<Item, State>,
): Cover<Item> {
  const search = new Search(cost);
  const left = simplified(
    wants.filter((want) => want.length > 0).map((want) => new Set(want)),
    cost,
  );
  search.from(left, [], cost.nothing);
  const chosen = search.best?.chosen ?? [];
  return { chosen: withoutSpare(chosen, left), isSmallest: search.steps <= MOST_STEPS };
}

/**
 * The same for costs that add up: wants that share no item are looked at apart from each other, which takes less time by
 * far.
 */
export function smallestCoverInParts<Item, State>(
  wants: readonly (readonly Item[])[],
  cost: Cost<Item, State>,
): Cover<Item> {
  const covers = connected(wants).map((part) => smallestCover(part, cost));
  return {
    chosen: covers.flatMap(({ chosen }) => chosen),
    isSmallest: covers.every(({ isSmallest }) => isSmallest),
  };
}

/** Branch and bound: what costs as much as the best one yet is not looked into. */
class Search<Item, State> {
  best: { readonly chosen: readonly Item[]; readonly state: State } | undefined;
  steps = 0;

  constructor(private readonly cost: Cost<Item, State>) {}

  from(wants: readonly ReadonlySet<Item>[], chosen: readonly Item[], state: State): void {
    this.steps++;
    if (this.best && (this.steps > MOST_STEPS || this.cost.compare(state, this.best.state) >= 0)) return;
    const hardest = smallestOf(wants);
    if (hardest === undefined) {
      this.best = { chosen, state };
      return;
    }
    const branches = [...hardest]
      .map((item) => ({ item, state: this.cost.with(state, item) }))
      .sort((a, b) => this.cost.compare(a.state, b.state));
    let rest = wants;
    for (const branch of branches) {
      const open = rest.filter((want) => !want.has(branch.item));
      this.from(open, [...chosen, branch.item], branch.state);
      // Every choice with this item was looked at.
      rest = rest.map((want) => without(want, branch.item));
      if (rest.some((want) => want.size === 0)) return;
    }
  }
}

function smallestOf<Item>(wants: readonly ReadonlySet<Item>[]): ReadonlySet<Item> | undefined {
  let smallest = wants[0];
  for (const want of wants) if (smallest && want.size < smallest.size) smallest = want;
  return smallest;
}

function without<Item>(want: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  return want.has(item) ? new Set([...want].filter((each) => each !== item)) : want;
}

/** Leaves out wants that are met with another one, and items that another one is as good as, until nothing is left to do. */
function simplified<Item, State>(
  wants: readonly ReadonlySet<Item>[],
  cost: Cost<Item, State>,
): readonly ReadonlySet<Item>[] {
  const needed = withoutImplied(wants);
  const spare = outdone(needed, cost);
  if (spare.size === 0) return needed;
  return simplified(
    needed.map((want) => new Set([...want].filter((item) => !spare.has(item)))),
    cost,
  );
}

function withoutImplied<Item>(wants: readonly ReadonlySet<Item>[]): ReadonlySet<Item>[] {
  const kept: ReadonlySet<Item>[] = [];
  for (const want of [...wants].sort((a, b) => a.size - b.size)) {
    if (!kept.some((other) => isWithin(other, want))) kept.push(want);
  }
  return kept;
}

function outdone<Item, State>(wants: readonly ReadonlySet<Item>[], cost: Cost<Item, State>): Set<Item> {
  const meets = new Map<Item, Set<number>>();
  for (const [at, want] of wants.entries()) {
    for (const item of want) meets.set(item, (meets.get(item) ?? new Set()).add(at));
  }
  const spare = new Set<Item>();
  const items = [...meets.keys()];
  // Of two that are as good as each other the first one stays.
  for (const item of items.toReversed()) {
    const own = meets.get(item) ?? new Set();
    const isOutdone = items.some(
      (other) =>
        other !== item &&
        !spare.has(other) &&
        isWithin(own, meets.get(other) ?? new Set()) &&
        cost.addsNoMore(other, item),
    );
    if (isOutdone) spare.add(item);
  }
  return spare;
}

/** What meets no want that the others do not meet is left out. */
function withoutSpare<Item>(chosen: readonly Item[], wants: readonly ReadonlySet<Item>[]): Item[] {
  let left = [...chosen];
  for (const item of chosen) {
    const others = left.filter((each) => each !== item);
    if (wants.every((want) => others.some((other) => want.has(other)))) left = others;
  }
  return left;
}

function isWithin<T>(some: ReadonlySet<T>, others: ReadonlySet<T>): boolean {
  if (some.size > others.size) return false;
  for (const each of some) if (!others.has(each)) return false;
  return true;
}

/** Wants in groups; two that have an item in common are in one. */
function connected<Item>(wants: readonly (readonly Item[])[]): (readonly Item[])[][] {
  const groups = new Map<Item, (readonly Item[])[]>();
  for (const want of wants) {
    const group = [want, ...new Set(want.flatMap((item) => groups.get(item) ?? []))];
    for (const item of group.flat()) groups.set(item, group);
  }
  return [...new Set(groups.values())];
}
