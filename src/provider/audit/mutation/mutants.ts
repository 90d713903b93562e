import {
  childPointer,
  generalPointer,
  isJsonObject,
  type JsonValue,
  type Model,
  replaceAt,
  sitesOf,
  stringifyJson,
} from '../../../contract';
import { Random } from '../../../random';
import { jsonIn } from '../../body';
import type { ReceivedResponse } from '../../exchange';
import type { Passed } from '../../passed';
import { type AnswerOperator, GONE, type Operator, type ValueOperator } from './operator';
import { OPERATORS } from './operators';

/** One answer that passed, changed in one thing. */
export interface Mutant {
  readonly operator: Operator;
  readonly passed: Passed;
  /** The field: a site of the body, `status`, or a header. */
  readonly field: string;
  readonly answer: ReceivedResponse;
  /** The body before and after, where the body was changed. */
  readonly bodies?: { readonly before: JsonValue; readonly after: JsonValue };
}

/** A value of an answer. */
interface Place {
  readonly pointer: string;
  readonly value: JsonValue;
  readonly isMember: boolean;
}

interface Host {
  readonly passed: Passed;
  readonly answer: ReceivedResponse;
  readonly body: JsonValue | undefined;
  readonly places: readonly Place[];
}

function placesOf(value: JsonValue, pointer = '', isMember = false): Place[] {
  const here = { pointer, value, isMember };
  if (Array.isArray(value))
    return [here, ...value.flatMap((item: JsonValue, index) => placesOf(item, childPointer(pointer, index)))];
  if (!isJsonObject(value)) return [here];
  return [
    here,
    ...Object.entries(value).flatMap(([name, member]) => placesOf(member, childPointer(pointer, name), true)),
  ];
}

function hostOf(passed: Passed): Host[] {
  const answer = passed.exchange.response;
  if (answer === undefined) return [];
  const body = jsonIn(answer.body);
  return [{ passed, answer, body, places: body === undefined ? [] : placesOf(body) }];
}

const isOnValue = (operator: Operator): operator is ValueOperator => operator.on === 'value';
const isOnAnswer = (operator: Operator): operator is AnswerOperator => operator.on === 'answer';

const withoutBranches = (site: string): string => site.replace(/\/\|\d+/g, '');

/** The values that a model lists, by the place. */
function listedIn(model: Model | undefined): (site: string) => readonly JsonValue[] {
  const listed = new Map<string, readonly JsonValue[]>();
  for (const { pointer, schema } of model === undefined ? [] : sitesOf(model))
    if (schema.kind === 'enum') listed.set(withoutBranches(pointer), schema.values);
  return (site) => listed.get(site) ?? [];
}

/** Draws mutants of the answers of one operation. */
export class MutantSource {
  private readonly hosts: readonly Host[];
  private readonly random: Random;
  private readonly listed: (site: string) => readonly JsonValue[];

  /** @param model of the body, where it has a schema. */
  constructor(
    passed: readonly Passed[],
    private readonly model: Model | undefined,
    seed: number,
  ) {
    this.hosts = passed.flatMap(hostOf);
    this.random = new Random(seed);
    this.listed = listedIn(model);
  }

  /** Different mutants, so many or as many as are found soon; each place and each operator that fits it is as likely. */
  *draw(count: number): Generator<Mutant> {
    const seen = new Set<string>();
    for (let tries = this.hosts.length === 0 ? 0 : count * 4 + 100; tries > 0 && seen.size < count; tries -= 1) {
      const host = this.random.below(this.hosts.length);
      const mutant = this.mutantOf(this.hosts[host] as Host);
      if (mutant === undefined) continue;
      const key = `${host} ${mutant.answer.status} ${JSON.stringify(mutant.answer.headers)} ${mutant.answer.body}`;
      if (!seen.has(key)) yield mutant;
      seen.add(key);
    }
  }

  private mutantOf(host: Host): Mutant | undefined {
    const place = host.places[this.random.below(host.places.length + 1)];
    return place === undefined ? this.around(host) : this.within(host, place);
  }

  private shuffled<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.map(() => left.splice(this.random.below(left.length), 1)[0] as T);
  }

  private around({ passed, answer }: Host): Mutant | undefined {
    for (const operator of this.shuffled(OPERATORS.filter(isOnAnswer))) {
      const changed = operator.apply(answer, this.random);
      if (changed !== undefined) return { operator, passed, field: operator.place, answer: changed };
    }
    return undefined;
  }

  private within({ passed, answer, body }: Host, { pointer, value, isMember }: Place): Mutant | undefined {
    const field = this.model === undefined ? pointer : withoutBranches(generalPointer(this.model, pointer));
    const spot = { value, isMember, listed: this.listed(field), random: this.random };
    for (const operator of this.shuffled(OPERATORS.filter(isOnValue))) {
      const changed = operator.apply(spot);
      if (changed === undefined || body === undefined) continue;
      const after =
        pointer === '' ? (changed as JsonValue) : replaceAt(body, pointer, changed === GONE ? undefined : changed);
      const bytes = Buffer.from(stringifyJson(after), 'utf8');
      return { operator, passed, field, answer: { ...answer, body: bytes }, bodies: { before: body, after } };
    }
    return undefined;
  }
}
