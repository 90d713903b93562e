import type { JsonSchema } from '../contract';
import type { Models } from './print-module';

/** Something that a document says now and did not say before, or the other way round. */
export interface ModelChange {
  readonly sign: '+' | '-' | '~';
  /** `Pet`, or `Pet.name`. */
  readonly where: string;
  readonly what: string;
}

type Member = JsonSchema | boolean;

/** What is allowed, without prose. */
const limits = (schema: Member): string =>
  JSON.stringify(schema, (name, value) => (name === 'description' || name === 'title' ? undefined : value));

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const presence = (schema: JsonSchema, name: string): string =>
  schema.required?.includes(name) ? 'required' : 'optional';

const has = (record: object, name: string): boolean => Object.hasOwn(record, name);

function memberChanges(name: string, before: JsonSchema, after: JsonSchema): ModelChange[] {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}];
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])];
  return names.flatMap((member): ModelChange[] => {
    const where = `${name}.${member}`;
    if (!has(old, member))
      return [{ sign: '+', where, what: `${presence(after, member)} ${shortened(limits(now[member] as Member))}` }];
    if (!has(now, member)) return [{ sign: '-', where, what: shortened(limits(old[member] as Member)) }];
    const [was, is] = [limits(old[member] as Member), limits(now[member] as Member)];
    const [wasThere, isThere] = [presence(before, member), presence(after, member)];
    return [
      ...(wasThere === isThere ? [] : [{ sign: '~' as const, where, what: `was ${wasThere}, is ${isThere}` }]),
      ...(was === is ? [] : [{ sign: '~' as const, where, what: `was ${shortened(was)}, is ${shortened(is)}` }]),
    ];
  });
}

/** The model without its members: what else it says. */
const frame = ({ properties: _, required: __, ...rest }: JsonSchema): string => limits(rest);

/** What changed between two imports of a document, model by model; prose is no change. */
export function modelChanges(before: Models, after: Models): ModelChange[] {
  const names = [...new Set([...Object.keys(after), ...Object.keys(before)])];
  return names.flatMap((name): ModelChange[] => {
    if (!has(before, name)) return [{ sign: '+', where: name, what: 'a model that was not there' }];
    if (!has(after, name)) return [{ sign: '-', where: name, what: 'the model is gone' }];
    const [old, now] = [before[name] as JsonSchema, after[name] as JsonSchema];
    const [was, is] = [frame(old), frame(now)];
    const own: ModelChange[] =
      was === is ? [] : [{ sign: '~', where: name, what: `was ${shortened(was)}, is ${shortened(is)}` }];
    return [...own, ...memberChanges(name, old, now)];
  });
}
