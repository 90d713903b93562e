import type { Ajv2020, ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { childPointer, type Definitions, interpret, isExact, type JsonValue, type Schema } from '../contract';
import { ajvFor, type Judgement, type Mode } from './ajv';
import { exactAt, type Subject, subjectOf } from './exact';
import type { BranchJudges, Judge, Place } from './judges';
import type { Problem } from './problem';
import { type AjvSchema, type Direction, translator } from './translate';
import { inWords } from './words';

/** Judges values against schemas that share their definitions. Each schema is compiled when it is first needed. */
export class Engine {
  private readonly judges: Judge[] = [];
  private readonly translations = new Map<Schema, AjvSchema>();
  private readonly ids: ReadonlyMap<string, string>;
  private readonly ajvs: Partial<Record<Mode, Ajv2020>> = {};
  private readonly functions = {
    quick: new Map<Schema, ValidateFunction>(),
    thorough: new Map<Schema, ValidateFunction>(),
  };
  private readonly branches: BranchJudges = {
    accepts: (branch, place) => this.run('quick', branch, place.subject, place),
    problems: (branch, place) => this.explain(branch, place.subject, place),
    isExact: (branch) => isExact(branch, this.definitions),
  };

  constructor(
    private readonly definitions: Definitions,
    private readonly direction: Direction,
  ) {
    this.ids = new Map(Object.keys(definitions).map((name, index) => [name, `definition-${index}`]));
    for (const schema of Object.values(definitions)) this.translate(schema);
  }

  /** Whether a value is allowed. */
  accepts(schema: Schema, value: JsonValue): boolean {
    return this.run('quick', schema, subjectOf(value));
  }

  /** What is wrong with a value, in the order of the schema; empty just where it is accepted. */
  problems(schema: Schema, value: JsonValue): Problem[] {
    const subject = subjectOf(value);
    return this.run('quick', schema, subject) ? [] : this.explain(schema, subject);
  }

  /** Makes ready to judge by a schema. @throws ContractError where it cannot be judged by. */
  translate(schema: Schema): AjvSchema {
    const known = this.translations.get(schema);
    if (known !== undefined) return known;
    const around = {
      ...this.branches,
      direction: this.direction,
      keep: (judge: Judge): number => this.judges.push(judge) - 1,
      idOf: (name: string): string => this.ids.get(name) ?? `undefined-${name}`,
    };
    const fresh = interpret(translator(around), schema);
    this.translations.set(schema, fresh);
    return fresh;
  }

  private ajv(mode: Mode): Ajv2020 {
    const known = this.ajvs[mode];
    if (known !== undefined) return known;
    const ajv = ajvFor(mode, this.judges);
    for (const [name, schema] of Object.entries(this.definitions)) {
      ajv.addSchema(this.translate(schema), this.ids.get(name) ?? name);
    }
    this.ajvs[mode] = ajv;
    return ajv;
  }

  private functionFor(mode: Mode, schema: Schema): ValidateFunction {
    const known = this.functions[mode].get(schema);
    if (known !== undefined) return known;
    const fresh = this.ajv(mode).compile(this.translate(schema));
    this.functions[mode].set(schema, fresh);
    return fresh;
  }

  private run(mode: Mode, schema: Schema, subject: Subject, place?: Place): boolean {
    const validate = this.functionFor(mode, schema);
    if (place === undefined) return validate.call(subject, subject.rounded);
    const around = { parentData: {}, parentDataProperty: '', rootData: [], dynamicAnchors: {} };
    return validate.call(subject, place.data, { instancePath: place.pointer, ...around });
  }

  private explain(schema: Schema, subject: Subject, place?: Place): Problem[] {
    if (this.run('thorough', schema, subject, place)) return [];
    return (this.functionFor('thorough', schema).errors ?? []).flatMap((error) => problemsOf(error, subject));
  }
}

/** The problems that one error of ajv stands for. */
function problemsOf(error: ErrorObject, subject: Subject): readonly Problem[] {
  const { keyword, instancePath, params, propertyName, parentSchema = {} } = error;
  if (keyword === 'judge') return (params as Judgement).problems;
  // The errors about the name itself, or of what must hold for the type, stand beside this one.
  if (keyword === 'propertyNames' || keyword === 'if') return [];
  const data = error.data as JsonValue;
  if (propertyName === undefined) {
    const value = exactAt(subject, instancePath, data);
    return [inWords({ keyword, pointer: instancePath, params, parent: parentSchema, value })];
  }
  const pointer = childPointer(instancePath, propertyName);
  const problem = inWords({ keyword, pointer, params, parent: parentSchema, value: data });
  return [{ ...problem, sentence: `has a name that is not allowed: it ${problem.sentence}` }];
}
