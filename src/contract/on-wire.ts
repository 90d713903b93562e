import type { StateTemplate, StateValues, Template, UpdateSemantics } from './contract';
import { type Naming, wireName, wirePointer } from './naming';
import type { Predicate, Rule } from './rule';

/** What an update means, its pointers on wire names; what is left out is empty. */
export function updateOnWire(update: Partial<UpdateSemantics>, naming: Naming): UpdateSemantics {
  const onWire = (pointers: readonly string[] = []): string[] =>
    pointers.map((pointer) => wirePointer(pointer, naming));
  return {
    identity: onWire(update.identity),
    ...(update.version === undefined ? {} : { version: wirePointer(update.version, naming) }),
    managed: onWire(update.managed),
    order: (update.order ?? []).map((pair) => onWire(pair) as [string, string]),
    shownSometimes: onWire(update.shownSometimes),
    sideEffects: Object.fromEntries(
      Object.entries(update.sideEffects ?? {}).map(([written, changed]) => [
        wirePointer(written, naming),
        onWire(changed),
      ]),
    ),
  };
}

const predicateOnWire = (predicate: Predicate, naming: Naming): Predicate => ({
  ...predicate,
  pointer: wirePointer(predicate.pointer, naming),
});

/** A rule between fields, its pointers on wire names. */
export const ruleOnWire = (rule: Rule, naming: Naming): Rule => ({
  ...rule,
  ...(rule.when === undefined ? {} : { when: rule.when.map((predicate) => predicateOnWire(predicate, naming)) }),
  must: rule.must.map((predicate) => predicateOnWire(predicate, naming)),
});

/** A template of which only the pointers into bodies are renamed: the rest is literal. */
export function templateOnWire(template: Template, naming: Naming): Template {
  if (typeof template !== 'object' || template === null) return template;
  if (Array.isArray(template)) return template.map((item: Template) => templateOnWire(item, naming));
  const { $from, pointer } = template as { $from?: Template; pointer?: Template };
  // Parameters keep the name that the path has for them, and values of states that of their setup.
  if ($from === 'path' || $from === 'state') return template;
  if ($from !== undefined && typeof pointer === 'string') return { ...template, pointer: wirePointer(pointer, naming) };
  return Object.fromEntries(
    Object.entries(template as { [name: string]: Template }).map(([name, inner]) => [
      name,
      templateOnWire(inner, naming),
    ]),
  );
}

/** Places of a body that hold values of states, on wire names. */
export const stateValuesOnWire = (values: StateValues | undefined, naming: Naming): { values?: StateValues } =>
  values === undefined
    ? {}
    : { values: Object.fromEntries(Object.entries(values).map(([at, one]) => [wirePointer(at, naming), one])) };

/** A state on wire names throughout: parameters such as `userId` are renamed too. */
export const stateOnWire = (state: StateTemplate, naming: Naming): StateTemplate => ({
  ...state,
  ...(state.params === undefined
    ? {}
    : {
        params: Object.fromEntries(
          Object.entries(state.params).map(([name, inner]) => [wireName(name, naming), templateOnWire(inner, naming)]),
        ),
      }),
});
