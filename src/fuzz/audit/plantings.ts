import { type Case, type Model, type Site, sitesOf } from '../../contract';
import { serialiserOf } from '../serialise/serialise';
import { changeAt } from './change';
import { CONTAINER_MISTAKES } from './mistakes/containers';
import { inputMistakes } from './mistakes/inputs';
import { LEAF_MISTAKES } from './mistakes/leaves';
import { MEMBER_MISTAKES } from './mistakes/members';
import { MOMENT_MISTAKES } from './mistakes/moments';
import type { OnWire } from './mistakes/read-values';
import { spellingMistakes } from './mistakes/spellings';
import { timeMistakes } from './mistakes/times';
import { channelMistakes, refusals, spoiling, takings } from './mistakes/verdicts';
import type { Planting } from './planting';
import type { SiteMistake } from './site-mistake';

const SITE_MISTAKES: readonly SiteMistake[] = [
  ...MEMBER_MISTAKES,
  ...LEAF_MISTAKES,
  ...CONTAINER_MISTAKES,
  ...MOMENT_MISTAKES,
];

function atSite({ name, says, plant }: SiteMistake, site: Site, onWire: OnWire): Planting[] {
  const spot = plant(site);
  if (spot === undefined) return [];
  return [
    spoiling(`${name} ${site.pointer || 'body'}`, `${says}: ${site.pointer || 'the body'}`, (answer, testCase) => {
      if (answer.kind !== 'value' || testCase.verdict !== 'accept') return answer;
      const wire = onWire(answer.value);
      const changed = changeAt(wire, spot.at, spot.change);
      return changed === wire ? answer : { ...answer, value: changed };
    }),
  ];
}

/** What the plantings of a parser depend on. */
export interface Ground {
  readonly model: Model;
  /** With the verdicts that the policy gives. */
  readonly pool: readonly Case[];
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly declared: readonly string[];
  readonly toWire?: ((value: unknown) => unknown) | undefined;
}

/** The usual mistakes of parsers, each at every site at which it can be made. */
export function plantingsFor({ model, pool, declared, toWire }: Ground): Planting[] {
  const serialise = serialiserOf(model);
  const onWire: OnWire = (value) => serialise(toWire === undefined ? value : toWire(value));
  const sites = sitesOf(model);
  return [
    ...SITE_MISTAKES.flatMap((mistake) => sites.flatMap((site) => atSite(mistake, site, onWire))),
    ...refusals(pool, declared),
    ...takings(pool, declared),
    ...channelMistakes(declared),
    ...spellingMistakes(model, onWire),
    ...timeMistakes(onWire),
    ...inputMistakes(onWire),
  ];
}
