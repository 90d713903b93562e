import { CoveringError } from '../covering-error';
import type { Level, Model } from '../model';
import { levelOf, resolveModel, textsOf } from '../resolve';
import type { ResolvedFactor, ResolvedGoal, ResolvedModel, Term } from '../resolved-model';
import { weighed } from './parameters';
import { goalsOf } from './strengths';
import { numberOf, upper } from './syntax';

/** What PICT would read as something else within a name. */
const IN_PARAMETER = /[:[\]{}#\t\r\n]|^\s|\s$|^$|@\s*[-+.\d]/;
const IN_VALUE = /[,|\t\r\n]|^\s|\s$|^[~<]/;

function requireWritable(name: string, isReadBack: boolean, what: string): void {
  if (isReadBack) return;
  throw new CoveringError(`PICT's format cannot hold the ${what} ${JSON.stringify(name)}`, {
    where: name,
    next: 'Rename it: PICT has no way to quote a name.',
  });
}

const isSame = (left: string, right: string): boolean => upper(left) === upper(right);

function requireDistinct(names: readonly string[], what: string): void {
  names.forEach((name, index) => {
    if (!names.slice(0, index).some((other) => isSame(other, name))) return;
    throw new CoveringError(`PICT does not tell the ${what}s named ${JSON.stringify(name)} apart: it ignores case`, {
      where: name,
      next: 'Rename one of them.',
    });
  });
}

/** Values that stand twice are told apart by no constraint: that is what a name can say. */
function requireTold(levels: readonly Level[], factor: number, { forbidden }: ResolvedModel): void {
  const isNamed = (level: number): string =>
    forbidden.map((terms) => terms.some((term) => term.factor === factor && term.levels.includes(level))).join();
  const [first] = levels.flatMap((own, level) => {
    const other = levels.findIndex((candidate) => isSame(firstText(candidate), firstText(own)));
    const isMeant = textsOf(own)[0] !== own.name || textsOf(levels[other] as Level)[0] !== levels[other]?.name;
    return other === level || (isMeant && isNamed(other) === isNamed(level)) ? [] : [own];
  });
  if (first !== undefined) requireDistinct([firstText(first), firstText(first)], 'value');
}

const firstText = (level: Level): string => textsOf(level)[0] as string;

function valueText(level: Level): string {
  const texts = textsOf(level);
  for (const text of texts) requireWritable(text, !IN_VALUE.test(text) && weighed(text).rest === text, 'value');
  const { invalid, weight = 1 } = level;
  return `${invalid === true ? '~' : ''}${texts.join(' | ')}${weight === 1 ? '' : ` (${weight})`}`;
}

function parameterLine(model: Model, resolved: ResolvedModel, factor: number, strength: number | undefined): string {
  const { name, levels, result = false } = model.factors[factor] as Model['factors'][number];
  requireWritable(name, !IN_PARAMETER.test(name) && name.startsWith('$') === result, 'name');
  const own = levels.map(levelOf);
  requireTold(own, factor, resolved);
  return `${name}${strength === undefined ? '' : ` @ ${strength}`}: ${own.map(valueText).join(', ')}`;
}

const escaped = (text: string): string => text.replaceAll(/[\\"]/g, '\\$&');

function termText({ factors }: Model, { factor, levels }: Term): string {
  const { name, levels: own } = factors[factor] as Model['factors'][number];
  const texts = own.map((level) => firstText(levelOf(level)));
  const isNumeric = texts.every((text) => numberOf(text) !== undefined);
  const words = [...new Set(levels.map((level) => texts[level] as string))].map((text) =>
    isNumeric ? text : `"${escaped(text)}"`,
  );
  return words.length === 1 ? `[${escaped(name)}] = ${words[0]}` : `[${escaped(name)}] IN {${words.join(', ')}}`;
}

/** PICT takes a line for a constraint only where it begins with IF, or a bracket. */
function constraintLine(model: Model, terms: readonly Term[]): string {
  const words = terms.map((term) => termText(model, term));
  const last = words.pop() ?? '';
  return words.length === 0 ? `( NOT ${last} );` : `IF ${words.join(' AND ')} THEN NOT ${last};`;
}

/** The strength of the whole model, and of the factors that have another one. */
interface Strengths {
  readonly usual: number;
  readonly own: readonly (number | undefined)[];
}

const isOnLevels = ({ factors, on }: ResolvedGoal, all: readonly ResolvedFactor[]): boolean =>
  on === 'level' || factors.every((factor) => all[factor]?.levels.length === all[factor]?.classes.length);

/** What PICT can be asked for: a strength for each factor, or one for the units of sub-models. */
function strengthsOf({ goals, factors, subModels }: ResolvedModel, model: Model): Strengths {
  const [goal] = goals;
  if (subModels.length > 0 && goal !== undefined) return { usual: goal.strength, own: factors.map(() => undefined) };
  const strengths = factors.map((_, factor) =>
    Math.max(0, ...goals.filter((own) => own.factors.includes(factor)).map(({ strength }) => strength)),
  );
  const text = (own: readonly { readonly factors?: readonly unknown[]; readonly strength: number }[]): string =>
    JSON.stringify(own.map((one) => [one.factors ?? factors.map((_, factor) => factor), one.strength]).sort());
  if (goals.every((own) => isOnLevels(own, factors)) && text(goalsOf(strengths)) === text(goals)) {
    const inputs = strengths.filter((_, factor) => model.factors[factor]?.result !== true);
    const usual = Math.min(...inputs);
    return {
      usual,
      own: strengths.map((own, at) => (own === usual || model.factors[at]?.result === true ? undefined : own)),
    };
  }
  throw new CoveringError("PICT's format cannot hold these goals", {
    next: 'It knows a strength for all factors, or one for each: give the model such goals, or none.',
  });
}

/**
 * Writes a model in PICT's text format. The strength, which PICT takes as an option, stands in a comment.
 * @throws CoveringError where PICT could not read the model back: by its names, or by its goals.
 */
export function writePict(model: Model): string {
  const resolved = resolveModel(model);
  const { usual, own } = strengthsOf(resolved, model);
  const names = resolved.factors.map(({ name }) => name);
  requireDistinct(names, 'factor');
  const head = model.name === undefined ? [] : [`# ${model.name.replaceAll(/[\r\n]+/g, ' ')}`];
  const parts = [
    [...head, `# Combinations of ${usual}: pict <file> /o:${usual}`],
    names.map((_, factor) => parameterLine(model, resolved, factor, own[factor])),
    resolved.subModels.map(
      ({ factors, strength }) => `{ ${factors.map((factor) => names[factor]).join(', ')} } @ ${strength}`,
    ),
    resolved.forbidden.map((terms) => constraintLine(model, terms)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
