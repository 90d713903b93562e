import { figureText } from '../../reporters';
import { type Coverage, Failure, type Finding, fingerprint, type Result, type Run, resultOf } from '../../result';
import { areStatesIgnored } from './states-ignored';

/** What a live service's answers covered, as a verification recorded it, beside what the pacts agree on. */
export interface Observed {
  /** The file of the run. */
  readonly file: string;
  readonly coverage: Coverage;
  /** Classes that the pacts have, and no answer had. */
  readonly classes: readonly { readonly site: string; readonly class: string }[];
  /** How many pairs the pacts have, and no answer had. */
  readonly pairs: number;
  /** How many classes the pacts have. */
  readonly agreed: number;
}

const MOST_NAMED = 5;

const NEXT = 'Give what `pactcheck verify --reporter json=FILE` wrote for the same pacts.';

/** The part of a run's coverage that is a contract's: all of it, unless it is of several contracts. */
function ownPart({ coverage, contract: names }: Run, contract: string): Coverage | undefined {
  if (coverage === undefined || names === contract) return coverage;
  const isOwn = ({ part }: { readonly part?: string }): boolean => part === contract;
  const [cells, sitePairs] = [(coverage.cells ?? []).filter(isOwn), (coverage.sitePairs ?? []).filter(isOwn)];
  if (cells.length === 0) return undefined;
  const open = cells.filter(({ excluded }) => excluded === undefined);
  const sum = (key: 'covered' | 'feasible'): number => sitePairs.reduce((total, pair) => total + pair[key], 0);
  return {
    classes: { covered: open.filter(({ covered }) => covered).length, feasible: open.length },
    pairs: { covered: sum('covered'), feasible: sum('feasible') },
    cells,
    sitePairs,
  };
}

/** The pairs that were covered, as texts: those of which the missing ones are listed. */
function missingPairs({ sitePairs = [] }: Coverage): Set<string> {
  return new Set(
    sitePairs.flatMap(({ sites, missing = [] }) => missing.map((classes) => JSON.stringify([sites, classes]))),
  );
}

/**
 * Compares what a verification saw in a live service's answers with what the pacts agree on.
 * @throws Failure (usage) where the run is no verification of the contract.
 */
export function observedIn(run: Run, file: string, agreed: Coverage, contract: string): Observed {
  if (run.command !== 'verify') throw new Failure('usage', `${file} is a run of ${run.command}, not of verify`, NEXT);
  const coverage = ownPart(run, contract);
  if (coverage?.cells === undefined)
    throw new Failure('usage', `${file} does not say what the service's answers of ${contract} covered`, NEXT);
  const keyOf = (cell: { readonly site: string; readonly class: string }): string =>
    JSON.stringify([cell.site, cell.class]);
  const seen = new Set(coverage.cells.filter(({ covered }) => covered).map(keyOf));
  const wanted = (agreed.cells ?? []).filter(({ covered }) => covered);
  const open = missingPairs(agreed);
  return {
    file,
    coverage,
    classes: wanted.filter((cell) => !seen.has(keyOf(cell))).map(({ site, class: name }) => ({ site, class: name })),
    pairs: [...missingPairs(coverage)].filter((pair) => !open.has(pair)).length,
    agreed: wanted.length,
  };
}

const named = ({ classes }: Observed): string => {
  const some = classes.slice(0, MOST_NAMED).map(({ site, class: name }) => `${site || 'body'} ${name}`);
  return [...some, ...(classes.length > MOST_NAMED ? ['...'] : [])].join(', ');
};

function findingOf(observed: Observed, contract: string): Finding[] {
  const { classes, pairs, agreed } = observed;
  if (classes.length === 0 && pairs === 0) return [];
  const isIgnored = areStatesIgnored(classes.length, agreed);
  const rule = isIgnored ? 'states-ignored' : 'not-observed';
  return [
    {
      rule,
      // A service sets some members itself, such as a version: not all that is agreed on can come back.
      level: isIgnored ? 'error' : 'note',
      pointer: '',
      message: isIgnored
        ? `The service's answers lack ${classes.length} of ${agreed} classes that the pacts agree on (${named(observed)}): does it set up the provider states that it is told?`
        : `The service's answers lack ${classes.length} of ${agreed} classes and ${pairs} pairs that the pacts agree on${classes.length === 0 ? '' : `: ${named(observed)}`}.`,
      expected: `all ${agreed} classes of the pacts`,
      actual: `${agreed - classes.length} of them`,
      fingerprint: fingerprint({ rule, place: 'observed', scope: contract }),
    },
  ];
}

/** Whether the service showed what the pacts agree on: failed where it does not heed its provider states. */
export const observedResult = (observed: Observed, contract: string): Result =>
  resultOf('answers of the service', findingOf(observed, contract));

/** What was observed, for a person. */
export function observedLines(observed: Observed): string[] {
  const { file, coverage, classes, pairs } = observed;
  return [
    `the service's answers, by ${file}: classes ${figureText(coverage.classes)}${coverage.pairs === undefined ? '' : `, pairs ${figureText(coverage.pairs)}`}`,
    `  in the pacts and in no answer: ${classes.length} classes, ${pairs} pairs${classes.length === 0 ? '' : `: ${named(observed)}`}`,
  ];
}
