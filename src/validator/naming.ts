import {
  type Contract,
  fromPointer,
  isJsonObject,
  type JsonValue,
  type Model,
  nameOnWire,
  type Schema,
  valueAt,
  WIRE_NAMES,
  type WireNames,
} from '../contract';
import { Engine } from './engine';
import type { Problem } from './problem';

/** The same models under the other naming. */
interface Renamed {
  readonly naming: WireNames;
  readonly engine: Engine;
  readonly definitions: Model['definitions'];
}

const missing = (problems: readonly Problem[]): Problem[] => problems.filter(({ check }) => check === 'required');

const spelling = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Whether a member that is missing is there under another spelling of its name. */
function isSpeltOtherwise({ pointer }: Problem, body: JsonValue): boolean {
  const cut = pointer.lastIndexOf('/');
  const [name] = fromPointer(pointer.slice(cut));
  const holder = valueAt(body, pointer.slice(0, cut));
  if (name === undefined || holder === undefined || !isJsonObject(holder)) return false;
  return Object.keys(holder).some((other) => other !== name && spelling(other) === spelling(name));
}

/** Tells a body in the wrong naming from a body that is wrong. */
export class NamingDetector {
  private renamed: Renamed | undefined;
  private readonly schemas = new Map<Schema, Schema>();

  constructor(private readonly contract: Contract) {}

  /**
   * The one problem to tell in place of many, where members are missing and the other naming has them; with what is
   * wrong beside the names.
   */
  explain(schema: Schema, value: JsonValue, problems: readonly Problem[]): readonly Problem[] | undefined {
    const lacking = missing(problems);
    if (!lacking.some((problem) => isSpeltOtherwise(problem, value))) return undefined;
    const { naming, engine } = this.other();
    const rest = engine.problems(this.rename(schema, naming), value);
    if (missing(rest).length >= lacking.length) return undefined;
    return [this.problem(naming, lacking), ...rest];
  }

  private problem(naming: WireNames, lacking: readonly Problem[]): Problem {
    const names = lacking.map(({ pointer }) => pointer).join(', ');
    const agreed = this.contract.wireNames;
    return {
      check: 'wire-names',
      pointer: '',
      sentence: `is named in ${naming}, and the contract says ${agreed}: ${names} would be found under its other name. Give --wire-names ${naming} if this is how the service is meant to answer`,
      expected: `names as in ${agreed}`,
      actual: `names as in ${naming}`,
    };
  }

  private other(): Renamed {
    if (this.renamed !== undefined) return this.renamed;
    const naming = WIRE_NAMES.find((candidate) => candidate !== this.contract.wireNames) ?? 'documented';
    const definitions = Object.fromEntries(
      Object.entries(this.contract.definitions).map(([name, schema]) => [name, this.inNaming(schema, naming)]),
    );
    this.renamed = { naming, definitions, engine: new Engine(definitions, 'response') };
    return this.renamed;
  }

  private rename(schema: Schema, naming: WireNames): Schema {
    const known = this.schemas.get(schema) ?? this.inNaming(schema, naming);
    this.schemas.set(schema, known);
    return known;
  }

  /** Own names are the same in every naming. */
  private inNaming(schema: Schema, wireNames: WireNames): Schema {
    return nameOnWire(schema, { ...this.contract, wireNames });
  }
}
