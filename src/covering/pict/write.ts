import { CoveringError } from '../covering-error';
import type { Model } from '../model';
import { resolveModel } from '../resolve';
import type { ResolvedFactor, ResolvedLevel, ResolvedModel, Term } from '../resolved-model';
import { isNumber, sameText } from './parameters';

/** What PICT would read as something else within a name. */
const IN_PARAMETER = /[:[\]{}#\t\r\n]|^\s|\s$|^$/;
const IN_VALUE = /[,|"\t\r\n]|^\s|\s$|^[~<]|\(\s*\d+\s*\)$/;

function requireWritable(name: string, pattern: RegExp, what: string): void {
  if (!pattern.test(name)) return;
  throw new CoveringError(`PICT's format cannot hold the ${what} ${JSON.stringify(name)}`, {
    where: name,
    next: 'Rename it: PICT has no way to quote a name.',
  });
}

function requireDistinct(names: readonly string[], what: string): void {
  names.forEach((name, index) => {
    if (!names.slice(0, index).some((other) => sameText(other, name))) return;
    throw new CoveringError(`PICT does not tell the ${what}s named ${JSON.stringify(name)} apart: it ignores case`, {
      where: name,
      next: 'Rename one of them.',
    });
  });
}

function parameterLine({ name, levels }: ResolvedFactor): string {
  requireWritable(name, IN_PARAMETER, 'name');
  for (const level of levels) requireWritable(level.name, IN_VALUE, 'value');
  requireDistinct(
    levels.map((level) => level.name),
    'value',
  );
  return `${name}: ${levels.map((level) => (level.invalid ? `~${level.name}` : level.name)).join(', ')}`;
}

function termText({ factors }: ResolvedModel, { factor, levels }: Term): string {
  const { name, levels: own } = factors[factor] as ResolvedFactor;
  const isNumeric = own.every((level) => isNumber(level.name));
  const words = levels.map((level) => {
    const text = (own[level] as ResolvedLevel).name;
    return isNumeric ? text : `"${text}"`;
  });
  return words.length === 1 ? `[${name}] = ${words[0]}` : `[${name}] IN {${words.join(', ')}}`;
}

/** PICT takes a line for a constraint only where it begins with IF, or a bracket. */
function constraintLine(model: ResolvedModel, terms: readonly Term[]): string {
  const words = terms.map((term) => termText(model, term));
  const last = words.pop() ?? '';
  return words.length === 0 ? `( NOT ${last} );` : `IF ${words.join(' AND ')} THEN NOT ${last};`;
}

/** The strength of a model that asks for all combinations of some strength, which is all that PICT can be asked for. */
function strengthOf({ goals, factors }: ResolvedModel): number {
  const [goal, ...others] = goals;
  const isPlain = goal !== undefined && others.length === 0 && goal.factors.length === factors.length;
  if (isPlain && (goal.on === 'level' || factors.every(({ levels, classes }) => levels.length === classes.length)))
    return goal.strength;
  throw new CoveringError("PICT's format cannot hold these goals", {
    next: 'It knows one strength for all factors: give the model that one, or none.',
  });
}

/**
 * Writes a model in PICT's text format. The strength, which PICT takes as an option, stands in a comment.
 * @throws CoveringError where PICT could not read the model back: by its names, or by its goals.
 */
export function writePict(model: Model): string {
  const resolved = resolveModel(model);
  const strength = strengthOf(resolved);
  requireDistinct(
    resolved.factors.map(({ name }) => name),
    'factor',
  );
  const head = model.name === undefined ? [] : [`# ${model.name.replaceAll(/[\r\n]+/g, ' ')}`];
  const parameters = resolved.factors.map(parameterLine);
  const constraints = resolved.forbidden.map((terms) => constraintLine(resolved, terms));
  const parts = [
    [...head, `# Combinations of ${strength}: pict <file> /o:${strength}`],
    parameters,
    ...(constraints.length === 0 ? [] : [constraints]),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
