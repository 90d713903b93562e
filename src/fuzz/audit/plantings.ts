import { type Case, type Model, type Site, sitesOf } from '../../contract';
import { changeAt } from './change';
import { CONTAINER_MISTAKES } from './mistakes/containers';
import { inputMistakes } from './mistakes/inputs';
import { LEAF_MISTAKES } from './mistakes/leaves';
import { MEMBER_MISTAKES } from './mistakes/members';
import { MOMENT_MISTAKES } from './mistakes/moments';
import { misreading, misreadingAlone } from './mistakes/read-values';
import { slownessMistakes } from './mistakes/slowness';
import { spellingMistakes } from './mistakes/spellings';
import { timeMistakes } from './mistakes/times';
import { channelMistakes, refusals, takings } from './mistakes/verdicts';
import type { Planting } from './planting';
import type { SiteMistake } from './site-mistake';

const SITE_MISTAKES: readonly SiteMistake[] = [
  ...MEMBER_MISTAKES,
  ...LEAF_MISTAKES,
  ...CONTAINER_MISTAKES,
  ...MOMENT_MISTAKES,
];

function atSite({ name, says, remembers, plant }: SiteMistake, site: Site): Planting[] {
  const spot = plant(site);
  if (spot === undefined) return [];
  const place = site.pointer || 'body';
  const planted = remembers === true ? misreading : misreadingAlone;
  return [planted(`${name} ${place}`, `${says}: ${place}`, (value) => changeAt(value, spot.at, spot.change))];
}

/** What the plantings of a parser depend on. */
export interface Ground {
  readonly model: Model;
  /** With the verdicts that the policy gives. */
  readonly pool: readonly Case[];
  /** The names of the errors that count as a refusal; none where any error does. */
  readonly declared: readonly string[];
}

/** The usual mistakes of parsers, each at every site at which it can be made. */
export function plantingsFor({ model, pool, declared }: Ground): Planting[] {
  const sites = sitesOf(model);
  return [
    ...SITE_MISTAKES.flatMap((mistake) => sites.flatMap((site) => atSite(mistake, site))),
    ...refusals(pool, declared),
    ...takings(pool, declared),
    ...channelMistakes(declared),
    ...spellingMistakes(model),
    ...timeMistakes(),
    ...inputMistakes,
    ...slownessMistakes,
  ];
}
