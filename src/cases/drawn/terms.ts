import {
  type FixedValue,
  fromPointer,
  instantOf,
  type JsonValue,
  type Rule,
  type Violation,
  valueAt,
  violations,
} from '../../contract';

/** What a body is to keep beside its schema. */
export interface Terms {
  /** Rules that a body alone can break. */
  readonly rules: readonly Rule[];
  /** Pairs of sites with times, of which the first is never later. */
  readonly order: readonly (readonly [earlier: string, later: string])[];
  /** Sites that hold one value. */
  readonly fixed: readonly FixedValue[];
}

/** A change that may mend a body: a value to put at a pointer; `undefined` takes away what is there. */
export interface Remedy {
  readonly pointer: string;
  readonly value: JsonValue | undefined;
}

type Order = Terms['order'][number];

function isOutOfOrder(body: JsonValue, [earlier, later]: Order): boolean {
  const [first, second] = [instantOf(valueAt(body, earlier)), instantOf(valueAt(body, later))];
  return first !== undefined && second !== undefined && first > second;
}

const broken = ({ rules }: Terms, body: JsonValue): Violation[] =>
  rules.flatMap((rule) => violations(rule, { response: body }));

const reversed = ({ order }: Terms, body: JsonValue): Order[] => order.filter((pair) => isOutOfOrder(body, pair));

/** How many of the terms a body does not keep. */
export const countBroken = (terms: Terms, body: JsonValue): number =>
  broken(terms, body).length + reversed(terms, body).length;

/** What the predicate that failed wants at its place, or nothing there, or no occasion for the rule. */
function ruleRemedies({ rule, predicate, pointer }: Violation): Remedy[] {
  const wanted = [...(predicate.in ?? []), predicate.minimum, predicate.maximum].filter((value) => value !== undefined);
  const occasions = (rule.when ?? []).map((when) => when.pointer);
  return [
    ...(predicate.present === false ? [] : wanted.map((value) => ({ pointer, value: value as JsonValue }))),
    ...[pointer, ...occasions].map((place) => ({ pointer: outermost(place), value: undefined })),
  ];
}

/** Of a site within a list or a map, the list or the map. */
const outermost = (site: string): string => {
  const segments = fromPointer(site);
  const end = segments.findIndex((segment) => segment === '[]' || segment === '{}');
  return end < 0
    ? site
    : site
        .split('/')
        .slice(0, end + 1)
        .join('/');
};

const orderRemedies = (body: JsonValue, [earlier, later]: Order): Remedy[] => [
  { pointer: earlier, value: valueAt(body, later) },
  { pointer: later, value: valueAt(body, earlier) },
  { pointer: earlier, value: undefined },
  { pointer: later, value: undefined },
];

/** What may mend what a body does not keep. */
export const remediesFor = (terms: Terms, body: JsonValue): Remedy[] => [
  ...broken(terms, body).flatMap(ruleRemedies),
  ...reversed(terms, body).flatMap((pair) => orderRemedies(body, pair)),
];
