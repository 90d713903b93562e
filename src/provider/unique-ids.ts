/** What an interaction can be named by, shortest first; the same of every kind of interaction. */
export interface Nameable {
  readonly description: string;
  readonly consumer: string;
  readonly states: readonly { readonly name: string }[];
  /** What its pact is called. */
  readonly file: string;
}

/** Names, each longer than the one before. */
const NAMES: readonly ((of: Nameable) => string)[] = [
  ({ description }) => description,
  ({ consumer, description, states }) => {
    const given = states.map(({ name }) => name).join(', ');
    return `${consumer}: ${description}${given === '' ? '' : ` (${given})`}`;
  },
  (of) => `${NAMES[1]?.(of)} [${of.file}]`,
];

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Counts those that have one name: the second is `name #2`. */
function numbered(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let [own, count] = [name, 1];
    while (taken.has(own)) {
      count += 1;
      own = `${name} #${count}`;
    }
    taken.add(own);
    return own;
  });
}

/**
 * Returns an id for each, all different, in their order: the description; where several have that, with the consumer
 * before it and the states after it; where that is not enough, with the pact; then counted.
 */
export function uniqueIds(all: readonly Nameable[]): string[] {
  let names = all.map((one) => NAMES[0]?.(one) ?? '');
  for (const longer of NAMES.slice(1)) {
    const counts = countsOf(names);
    names = names.map((name, index) => ((counts.get(name) ?? 0) > 1 ? longer(all[index] as Nameable) : name));
  }
  return numbered(names);
}
