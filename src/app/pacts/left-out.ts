import type { Covering } from '../../cases';
import type { Contract } from '../../contract';
import type { PactPlan } from './plan';

/** What says what is left out. */
type LeftOut = Pick<Covering, 'excluded' | 'constraints'>;

/** The classes of each site, by the reason that they are left out for. */
function byReason({ excluded }: LeftOut): Map<string, Map<string, string[]>> {
  const reasons = new Map<string, Map<string, string[]>>();
  for (const { site, class: name, reason } of excluded) {
    const sites = reasons.get(reason) ?? new Map<string, string[]>();
    sites.set(site, [...(sites.get(site) ?? []), name]);
    reasons.set(reason, sites);
  }
  return reasons;
}

function reasonLine(reason: string, sites: ReadonlyMap<string, readonly string[]>): string {
  const classes = [...new Set([...sites.values()].flat())].join(', ');
  return `  left out: ${classes} of ${[...sites.keys()].join(', ')}: ${reason}`;
}

function constraintLines({ constraints }: LeftOut): string[] {
  const lines = constraints.map(({ sites, reason }) => `  not together: ${sites.join(' and ')}: ${reason}`);
  return [...new Set(lines)];
}

function beyondLines({ beyond }: Covering): string[] {
  const { sites, pairs } = beyond;
  return [
    ...(sites > 0 ? [`  ${sites} sites too many to vary: plain in every interaction`] : []),
    ...(pairs > 0 ? [`  ${pairs} sites too many to combine: each class of them occurs once`] : []),
  ];
}

/** Classes that are left out and sites that do not go together, each with the reason. */
export const leftOutOf = (covering: LeftOut): string[] => [
  ...[...byReason(covering)].map(([reason, sites]) => reasonLine(reason, sites)),
  ...constraintLines(covering),
];

/** What the interactions of a contract leave out, each with its reason. */
export function leftOutLines(
  { name }: Contract,
  { coverings, unsendable }: Pick<PactPlan, 'coverings' | 'unsendable'>,
): string[] {
  const operations = [...unsendable].map(([id, reason]) => `${name} ${id} is left out: ${reason}`);
  const rows = [...new Set(coverings.values())].flatMap((covering) => {
    const operations = [...coverings].flatMap(([operation, other]) => (other === covering ? [operation] : []));
    const lines = [...leftOutOf(covering), ...beyondLines(covering)];
    return lines.length === 0 ? [] : [`${name} ${operations.join(' and ')}:`, ...lines];
  });
  return [...operations, ...rows];
}
