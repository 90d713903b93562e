import type { Finding, Result } from '../result';
import { byFingerprint, bySubstance } from './alike';
import { WEIGHTS } from './level';

/** A result that shows something new, and how many after it show no more. */
export interface Telling {
  readonly result: Result;
  count: number;
}

/** A finding by its names: those that share one are of one kind, as one change of a model that many answers are of. */
const namesOf = (finding: Finding): string[] => [byFingerprint(finding), bySubstance(finding)];

/** What a result has to say, most of all what it failed by. Without findings only its reason can say it again. */
function kindsOf({ id, status, reason, findings }: Result): string[][] {
  const failing = findings.filter(({ level }) => WEIGHTS[level] === 'error');
  const kinds = (failing.length > 0 ? failing : findings).map(namesOf);
  return kinds.length > 0 ? kinds : [[`${status} ${reason ?? id}`]];
}

/** The results of which each shows a kind of finding that none before it does. */
export function tellingOf(results: readonly Result[]): Telling[] {
  const shown = new Map<string, Telling>();
  const all: Telling[] = [];
  for (const result of results) {
    const kinds = kindsOf(result);
    const known = kinds.map((names) => names.map((name) => shown.get(name)).find((telling) => telling !== undefined));
    const [first] = known;
    if (first !== undefined && !known.includes(undefined)) {
      first.count += 1;
      continue;
    }
    const telling = { result, count: 1 };
    all.push(telling);
    for (const name of kinds.flat()) if (!shown.has(name)) shown.set(name, telling);
  }
  return all;
}
