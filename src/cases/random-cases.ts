import type { Case, JsonValue, Verdict } from '../contract';
import type { Row } from '../covering';
import type { Level, Levels } from './compose';
import { type Bench, caseOf, type Draft } from './draft';
import type { Composer } from './factors/compose-row';
import type { FactorModel, SiteFactor, SiteLevel } from './factors/factor';
import { type Place, placesOf } from './factors/structure';
import { planted } from './planted';
import { Random } from './random';
import { siteDrafts } from './site-drafts';

/** How often one case is drawn anew where what was drawn is not allowed. */
const MOST_DRAWS = 50;

/** A plain value as often as not: a body of edges alone is like none that a service sends. */
const SHARE_OF_PLAIN = 0.5;
/** How often what is optional is left out. */
const SHARE_OF_ABSENT = 0.3;

/** How answers vary, and how to make them. */
export interface Varied {
  readonly model: FactorModel;
  readonly composer: Composer;
}

/** What rows are drawn from: by factor, where it stands, and the levels that nothing excludes by themselves. */
interface Urn {
  readonly factors: readonly SiteFactor[];
  readonly places: readonly (Place | undefined)[];
  readonly open: readonly (readonly number[])[];
}

function urnOf(bench: Bench, { factors, clauses }: FactorModel): Urn {
  const alone = clauses.flatMap(({ terms }) => (terms.length === 1 && terms[0] !== undefined ? [terms[0]] : []));
  const open = factors.map(({ site, levels }, factor) => {
    const excluded = new Set(alone.flatMap(([other, indexes]) => (other === factor ? indexes : [])));
    return levels.flatMap(({ level }, index) =>
      excluded.has(index) || (level === 'absent' && !site.optional) ? [] : [index],
    );
  });
  return { factors, places: placesOf(bench.table, factors), open };
}

function drawLevel(random: Random, levels: readonly SiteLevel[], open: readonly number[], share: number): number {
  const away = open.findIndex((index) => levels[index]?.level === 'absent');
  if (away >= 0 && (open.length === 1 || random.next() < SHARE_OF_ABSENT)) return open[away] as number;
  const there = open.filter((_, index) => index !== away);
  const isPlain = levels[0]?.name === 'typical' && there.includes(0) && random.next() < share;
  return isPlain ? 0 : random.pick(there);
}

function drawRow(random: Random, { factors, places, open }: Urn, share: number): Row {
  const row: number[] = [];
  for (const [index, { levels }] of factors.entries()) {
    const place = places[index];
    const choice = open[index] ?? [];
    const hasPlace = place === undefined || place.levels.includes(row[place.outer] ?? 0);
    const away = levels.findIndex(({ level }) => level === 'absent');
    row.push(hasPlace && choice.length > 0 ? drawLevel(random, levels, choice, share) : Math.max(0, away));
  }
  return row;
}

/** The levels of a row with any of the values of their classes. */
function drawValues(random: Random, bench: Bench, { model, composer }: Varied, row: Row): Levels {
  const names = new Map(
    model.factors.map(({ site, levels }, factor) => [site.pointer, levels[row[factor] ?? 0]?.name]),
  );
  const draw = (pointer: string, level: Level): Level => {
    const own = bench.table.bySite.get(pointer)?.accept.find(({ name }) => name === names.get(pointer));
    return level === 'absent' || own === undefined ? level : { value: random.pick<JsonValue>(own.values) };
  };
  return new Map([...composer.levels(row)].map(([pointer, level]) => [pointer, draw(pointer, level)]));
}

const classesOf = ({ factors }: FactorModel, row: Row): Record<string, string> =>
  Object.fromEntries(factors.map(({ site, levels }, factor) => [site.pointer, levels[row[factor] ?? 0]?.name ?? '']));

/** Cases without end, drawn by the seed: any classes together that are allowed, any of their values. */
export function* randomCases(bench: Bench, varied: Varied, verdict: Verdict): Generator<Case> {
  const random = new Random(bench.seed);
  const urn = urnOf(bench, varied.model);
  const drafts = verdict === 'accept' ? [] : [...siteDrafts(bench.table, verdict)];
  if (verdict !== 'accept' && drafts.length === 0) return;
  const drawn = (id: string, share: number): Case | undefined => {
    const row = drawRow(random, urn, share);
    const [levels, classes] = [drawValues(random, bench, varied, row), classesOf(varied.model, row)];
    if (verdict === 'accept') return caseOf(bench, { id, verdict, levels, classes });
    const draft = random.pick(drafts);
    return caseOf(bench, planted({ ...draft, id: `${id}: ${draft.id}` }, levels, classes));
  };
  const alone = (id: string): Case | undefined => {
    const plain: Draft = { id, verdict, levels: new Map(), classes: {} };
    return caseOf(bench, drafts.length === 0 ? plain : { ...random.pick(drafts), id });
  };
  for (let number = 1; ; number += 1) {
    let made: Case | undefined;
    for (let draw = 0; draw < MOST_DRAWS && made?.verdict !== verdict; draw += 1)
      made = drawn(`random ${number}`, draw < MOST_DRAWS / 2 ? SHARE_OF_PLAIN : 1);
    if (made?.verdict !== verdict) made = alone(`random ${number}`);
    if (made === undefined) return;
    yield made;
  }
}
