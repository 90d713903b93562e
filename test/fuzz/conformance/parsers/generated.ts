import source from '../../../../contracts/user-update-resp/contract';
import { defineContract, type Model, resolve, type Schema, successfulResponses } from '../../../../src/contract';
import { readJson } from './events';
import { isMoment, Refused } from './facts';

const camelCase = (name: string): string => name.replace(/_(\w)/g, (_, next: string) => next.toUpperCase());

/** What a generator knows of each kind: how to write the code that reads it from `v` into `r`. */
class Generator {
  private readonly lines: string[] = [];
  private count = 0;

  constructor(private readonly model: Model) {}

  /** The source of a function body that reads `v`. */
  source(): string {
    const result = this.read(this.model.schema, 'v');
    return `'use strict';\n${this.lines.join('\n')}\nreturn ${result};`;
  }

  private fresh(): string {
    this.count += 1;
    return `x${this.count}`;
  }

  private require(condition: string): void {
    this.lines.push(`if (!(${condition})) throw new Refused(${JSON.stringify(condition)});`);
  }

  private read(schema: Schema, from: string): string {
    const here = resolve(schema, this.model.definitions);
    switch (here.kind) {
      case 'boolean':
        this.require(`typeof ${from} === 'boolean'`);
        return from;
      case 'integer':
        this.require(
          `typeof ${from} === 'bigint' ? BigInt.asIntN(64, ${from}) === ${from} : Number.isInteger(${from}) && Math.abs(${from}) < 2 ** 63`,
        );
        return `BigInt(${from})`;
      case 'enum':
        this.require(`${JSON.stringify(here.values)}.includes(${from})`);
        return from;
      case 'string': {
        this.require(`typeof ${from} === 'string'`);
        if (here.minLength !== undefined) this.require(`[...${from}].length >= ${here.minLength}`);
        if (here.maxLength !== undefined) this.require(`[...${from}].length <= ${here.maxLength}`);
        if (here.pattern !== undefined) this.require(`new RegExp(${JSON.stringify(here.pattern)}, 'u').test(${from})`);
        if (here.format !== 'date-time') return from;
        this.require(`isMoment(${from})`);
        return `new Date(${from})`;
      }
      case 'array': {
        this.require(`Array.isArray(${from})`);
        if (here.maxItems !== undefined) this.require(`${from}.length <= ${here.maxItems}`);
        return this.each(
          `for (const item of ${from})`,
          '[]',
          (list, item) => `${list}.push(${this.read(here.items, item)});`,
          'item',
        );
      }
      case 'map':
        this.require(`${from} instanceof Map`);
        return this.each(
          `for (const [name, item] of ${from})`,
          'new Map()',
          (map, item) => `${map}.set(name, ${this.read(here.values, item)});`,
          'item',
        );
      case 'object': {
        this.require(`${from} instanceof Map`);
        const object = this.fresh();
        this.lines.push(`const ${object} = {};`);
        for (const { name, required, schema: inner } of here.properties) {
          const value = this.fresh();
          const key = JSON.stringify(name);
          if (required) this.require(`${from}.has(${key})`);
          this.lines.push(`if (${from}.has(${key})) { const ${value} = ${from}.get(${key});`);
          const result = this.read(inner, value);
          this.lines.push(`${object}.${camelCase(name)} = ${result}; }`);
        }
        return object;
      }
      default:
        throw new Error(`no code for a ${here.kind}`);
    }
  }

  private each(loop: string, empty: string, add: (to: string, item: string) => string, name: string): string {
    const holder = this.fresh();
    const item = this.fresh();
    this.lines.push(`const ${holder} = ${empty};`, `${loop} { const ${item} = ${name};`);
    this.lines.push(`${add(holder, item)} }`);
    return holder;
  }
}

const contract = defineContract(source, { wireNames: 'snake_case' });
const response = successfulResponses(contract)[0];
if (response === undefined) throw new Error('the contract has no answer');
const code = new Generator(response.model).source();
const read = new Function('v', 'Refused', 'isMoment', code) as (value: unknown, ...rest: unknown[]) => unknown;

/** Reads a user by code that is written from the contract: names in snake_case on the wire, documented ones within. */
export const parseGenerated = (body: string): unknown => read(readJson(body), Refused, isMoment);
