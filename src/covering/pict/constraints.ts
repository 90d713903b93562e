import { CoveringError } from '../covering-error';
import type { Forbidden } from '../model';
import type { Line } from './lines';
import type { PictParameter } from './parameters';
import { conjunctionsOf, not, type Predicate } from './predicate';
import { Scanner } from './scanner';
import type { Syntax } from './syntax';
import { type Literal, RELATIONS, type Relation, type TermOf, Terms } from './terms';

/** A constraint that forbids more combinations of level sets than this is not one that somebody meant. */
const MOST_CONJUNCTIONS = 200_000;

/** Terms joined, as they were written. */
type Clause =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Clause[] }
  | { readonly kind: 'not'; readonly part: Clause }
  | TermOf;

/** What no row may do, and where it was written. */
interface Violation {
  readonly clause: Clause;
  readonly where: string;
}

/** Reads constraints by PICT's grammar; AND binds closer than OR, NOT closest. */
class Parser {
  private readonly scanner: Scanner;
  private readonly terms: Terms;

  constructor(
    lines: readonly Line[],
    private readonly parameters: readonly PictParameter[],
    syntax: Syntax,
  ) {
    this.scanner = new Scanner(lines);
    this.terms = new Terms(parameters, syntax);
  }

  /** What no row may do, constraint by constraint. */
  *violations(): Generator<Violation> {
    while (!this.scanner.isAtEnd) {
      const { where } = this.scanner;
      for (const clause of this.constraint()) yield { clause, where };
      this.scanner.expect(';', 'AND, OR or ;');
    }
  }

  /** THEN and ELSE forbid each by itself: what is wrong with one leaves the other. */
  private constraint(): Clause[] {
    if (!this.scanner.takes('IF')) return [negated(this.clause())];
    const condition = this.clause();
    this.scanner.expect('THEN', 'AND, OR or THEN');
    const broken = both(condition, negated(this.clause()));
    if (!this.scanner.takes('ELSE')) return [broken];
    return [broken, both(negated(condition), negated(this.clause()))];
  }

  private clause(): Clause {
    const parts = [this.conjunction()];
    while (this.scanner.takes('OR')) parts.push(this.conjunction());
    return { kind: 'or', parts };
  }

  private conjunction(): Clause {
    const parts = [this.condition()];
    while (this.scanner.takes('AND')) parts.push(this.condition());
    return { kind: 'and', parts };
  }

  private condition(): Clause {
    if (this.scanner.takes('NOT')) return negated(this.condition());
    if (!this.scanner.takes('(')) return this.term();
    const inner = this.clause();
    this.scanner.expect(')', 'AND, OR or )');
    return inner;
  }

  private term(): Clause {
    const { scanner, terms } = this;
    const { where } = scanner;
    for (const [name, isInvalid] of FUNCTIONS) if (scanner.takes(name)) return this.validity(isInvalid, where);
    scanner.expect('[', 'a parameter in [ ]');
    const name = scanner.textUpTo(']');
    const isNegated = scanner.takes('NOT');
    const term = scanner.takes('IN') ? terms.among(name, this.values(), where) : this.compared(name, isNegated, where);
    return isNegated ? negated(term) : term;
  }

  /** `IsNegative(A)`; with no name, that some parameter is, and for `IsPositive()` that all are. */
  private validity(isInvalid: boolean, where: string): Clause {
    this.scanner.expect('(', '(');
    const name = this.scanner.isAtEnd ? '' : this.scanner.textUpTo(')');
    if (name !== '') return this.terms.validity(name, isInvalid, where);
    const parts = this.parameters.map((parameter) => this.terms.validity(parameter.name, isInvalid, where));
    return { kind: isInvalid ? 'or' : 'and', parts };
  }

  private compared(name: string, isNegated: boolean, where: string): Clause {
    const relation = this.relation(isNegated);
    if (this.scanner.takes('[')) return this.terms.pair(name, relation, this.scanner.textUpTo(']'), where);
    return this.terms.value(name, relation, this.literal(), where);
  }

  private relation(isNegated: boolean): Relation {
    const words: readonly Relation[] = isNegated ? ['LIKE'] : ['=', '<>', '<=', '>=', '>', '<', 'LIKE'];
    const relation = words.find((word) => this.scanner.takes(word));
    if (relation !== undefined) return relation;
    throw this.scanner.unexpected(
      isNegated ? 'IN or LIKE' : `a relation (${Object.keys(RELATIONS).join(', ')}, IN, LIKE, NOT IN, NOT LIKE)`,
    );
  }

  private literal(): Literal {
    if (this.scanner.takes('"')) return this.scanner.textUpTo('"');
    const number = this.scanner.number();
    if (number !== undefined) return number;
    throw this.scanner.unexpected('a number, a text in " " or a parameter in [ ]');
  }

  private values(): Literal[] {
    this.scanner.expect('{', '{');
    const values: Literal[] = [];
    do values.push(this.literal());
    while (this.scanner.takes(','));
    this.scanner.expect('}', ', or }');
    return values;
  }
}

const FUNCTIONS = [
  ['ISNEGATIVE', true],
  ['ISPOSITIVE', false],
] as const;

const negated = (part: Clause): Clause => ({ kind: 'not', part });

const both = (one: Clause, other: Clause): Clause => ({ kind: 'and', parts: [one, other] });

/** The first term of a clause of which something is wrong, in the order in which they stand. */
function firstFault(clause: Clause): Exclude<TermOf, Predicate> | undefined {
  if (clause.kind === 'unknown' || clause.kind === 'wrong') return clause;
  if (clause.kind === 'not') return firstFault(clause.part);
  if (clause.kind !== 'and' && clause.kind !== 'or') return undefined;
  for (const part of clause.parts) {
    const fault = firstFault(part);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** A clause without fault as a predicate. */
function predicateOf(clause: Clause): Predicate {
  switch (clause.kind) {
    case 'and':
      return { kind: 'all', parts: clause.parts.map(predicateOf) };
    case 'or':
      return { kind: 'any', parts: clause.parts.map(predicateOf) };
    case 'not':
      return not(predicateOf(clause.part));
    default:
      return clause as Predicate;
  }
}

function forbiddenBy({ clause, where }: Violation): Forbidden[] {
  try {
    return conjunctionsOf(predicateOf(clause), MOST_CONJUNCTIONS);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CoveringError(`${where}: the constraint forbids ${error.message}`, {
      where,
      next: 'Write it as several constraints.',
    });
  }
}

/** What constraints forbid, as conjunctions of level sets, and what of them was passed over. */
export interface ReadConstraints {
  readonly forbidden: readonly Forbidden[];
  readonly warnings: readonly string[];
}

/**
 * Reads constraints. One that names an unknown parameter is passed over, as PICT does.
 * @throws CoveringError where they are not by the grammar, or compare numbers with texts.
 */
export function readConstraints(
  lines: readonly Line[],
  parameters: readonly PictParameter[],
  syntax: Syntax,
): ReadConstraints {
  const forbidden: Forbidden[] = [];
  const warnings: string[] = [];
  for (const violation of [...new Parser(lines, parameters, syntax).violations()]) {
    const fault = firstFault(violation.clause);
    if (fault === undefined) forbidden.push(...forbiddenBy(violation));
    else if (fault.kind === 'unknown') warnings.push(unknownText(fault, parameters));
    else throw new CoveringError(`${fault.where}: ${fault.message}`, { where: fault.where, next: fault.next });
  }
  return { forbidden, warnings: [...new Set(warnings)] };
}

function unknownText({ name, where }: { name: string; where: string }, parameters: readonly PictParameter[]): string {
  const known = parameters.map((parameter) => parameter.name).join(', ');
  return `${where}: the constraint names an unknown parameter, [${name}], and is passed over, as PICT does. The parameters are ${known}.`;
}
