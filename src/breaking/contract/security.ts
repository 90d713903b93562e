import { type Alternative, credentialName, credentialsOf, type Demand, type Operation } from '../../contract';
import type { Change } from '../rules';
import { contractChange } from './place';

/** Who is admitted: by `admits`, or by what pactcheck itself would show. */
const alternativesOf = ({ admits, security }: Operation): readonly Alternative[] => {
  if (admits !== undefined) return admits.length === 0 ? [[]] : admits;
  return [credentialsOf(security).map((credential) => ({ credential: credentialName(credential) }))];
};

const scopesOf = ({ scopes = [] }: Demand): readonly string[] => scopes;

/** Whether a caller who meets one alternative meets another one, too. */
const meets = (caller: Alternative, wanted: Alternative): boolean =>
  wanted.every((demand) =>
    caller.some(
      (shown) =>
        shown.credential === demand.credential && scopesOf(demand).every((scope) => scopesOf(shown).includes(scope)),
    ),
  );

/** Without those that ask for more than another one: they admit nobody else. */
const fewest = (all: readonly Alternative[]): Alternative[] =>
  all.filter(
    (one, index) => !all.some((other, at) => at !== index && meets(one, other) && (!meets(other, one) || at < index)),
  );

const inWords = (alternative: Alternative): string =>
  alternative
    .map((demand) => {
      const scopes = scopesOf(demand);
      return scopes.length === 0 ? demand.credential : `${demand.credential} with ${scopes.join(', ')}`;
    })
    .sort()
    .join(' and ') || 'no credentials';

const all = (alternatives: readonly Alternative[]): string => alternatives.map(inWords).sort().join(', or ');

const sameCredentials = (left: Alternative, right: Alternative): boolean =>
  left.length === right.length &&
  left.every(({ credential }) => right.some((other) => other.credential === credential));

const scopesBeyond = (more: Alternative, less: Alternative): string[] =>
  more.flatMap((demand) => {
    const known = less.filter(({ credential }) => credential === demand.credential).flatMap(scopesOf);
    return scopesOf(demand).filter((scope) => !known.includes(scope));
  });

/** Alternatives that now ask for other scopes of the same credentials. */
function compareScopes(before: Alternative, after: Alternative): Change[] {
  const change = (name: 'security-scope-added' | 'security-scope-removed', scope: string): Change =>
    contractChange(name, inWords(before), inWords(after), scope);
  return [
    ...scopesBeyond(after, before).map((scope) => change('security-scope-added', scope)),
    ...scopesBeyond(before, after).map((scope) => change('security-scope-removed', scope)),
  ];
}

interface Lists {
  readonly old: readonly Alternative[];
  readonly now: readonly Alternative[];
}

/** Alternatives of the same credentials that ask for other scopes than before. */
function rescoped({ old, now }: Lists): Map<Alternative, Alternative> {
  const isIn = (all: readonly Alternative[], one: Alternative): boolean =>
    all.some((other) => inWords(other) === inWords(one));
  const fresh = now.filter((is) => !isIn(old, is));
  const pairs = old
    .filter((was) => !isIn(now, was))
    .map((was) => [was, fresh.find((is) => sameCredentials(was, is))] as const);
  return new Map(pairs.flatMap(([was, is]) => (is === undefined ? [] : [[was, is] as const])));
}

/** Alternatives that only one side has, those that changed their scopes put together. */
function compareLists({ old, now }: Lists, told: readonly [string, string]): Change[] {
  const partners = rescoped({ old, now });
  const paired = new Set(partners.values());
  const removed = old.filter((was) => !partners.has(was) && !now.some((wanted) => meets(was, wanted)));
  const added = now.filter((is) => !paired.has(is) && !old.some((asked) => meets(is, asked)));
  if (removed.length === 1 && added.length === 1 && old.length === 1 && now.length === 1)
    return [contractChange('security-changed', ...told)];
  return [
    ...removed.map((was) => contractChange('security-alternative-removed', ...told, inWords(was))),
    ...added.map((is) => contractChange('security-alternative-added', ...told, inWords(is))),
    ...[...partners].flatMap(([was, is]) => compareScopes(was, is)),
  ];
}

const isOpen = (alternatives: readonly Alternative[]): boolean => alternatives.some(({ length }) => length === 0);

/** Whether other callers are admitted than before. The order of alternatives says nothing. */
export function compareSecurity(before: Operation, after: Operation): Change[] {
  const [old, now] = [fewest(alternativesOf(before)), fewest(alternativesOf(after))];
  const told = [all(old), all(now)] as const;
  if (isOpen(old)) return isOpen(now) ? [] : [contractChange('security-added', ...told)];
  if (isOpen(now)) return [contractChange('security-removed', ...told)];
  return compareLists({ old, now }, told);
}
