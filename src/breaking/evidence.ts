import { canonicalJson, type JsonValue, type Model } from '../contract';
import type { Compared } from './contract/place';
import { readingsOf } from './contract/text-values';
import { type Change, effectOf, type SchemaChange, type SchemaChangeName } from './rules';
import type { Tools } from './tools';
import { type Shown, type Unexplained, type Witness, WitnessFinder } from './witness';

/** A change with the payload that shows it, where one was looked for and found. */
export interface Proven {
  readonly change: Change;
  readonly witness: Witness | undefined;
  /** Whether somebody is harmed by it, so that a payload was looked for. */
  readonly isHarm: boolean;
}

/** Of so many kinds of payloads at one place each is told that no change explains. */
const MOST_UNEXPLAINED = 5;

type Side = 'before' | 'after';

/** Where values are bare texts, one is allowed if what is read of it is. */
const asText = ({ accepts, refusals, ...tools }: Tools): Tools => {
  const isAllowed = (model: Model, value: JsonValue): boolean =>
    readingsOf(value).some((reading) => accepts(model, reading));
  return {
    ...tools,
    accepts: isAllowed,
    refusals: (model, value) => (isAllowed(model, value) ? [] : refusals(model, value)),
  };
};

/** Shortens a value for a sentence. */
const inShort = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}...` : text);

/** The changes that only payloads show: found where no other change explains them. */
function changeOf(found: Unexplained, name: 'payload-allowed' | 'payload-refused', origin: object): SchemaChange {
  const [value, refused] = [inShort(found.shown), 'refused'];
  const [before, after] = name === 'payload-allowed' ? [refused, value] : [value, refused];
  return { name, pointer: found.pointer, before, after, origin };
}

/** Looks for payloads that show what changed: a verdict is what the validators of both sides say of them. */
export class Evidence {
  private readonly finders = new Map<string, WitnessFinder>();
  private readonly shown = new WeakMap<object, Witness>();
  private readonly texts: Tools;

  constructor(private readonly tools: Tools) {
    this.texts = asText(tools);
  }

  /** All that changed at a place, with what shows it, and what only payloads show. */
  of(compared: Compared): Proven[] {
    if (compared.direction === 'contract' || compared.models === undefined)
      return compared.changes.map((change) => ({ change, witness: undefined, isHarm: false }));
    const harmful: Side = compared.direction === 'response' ? 'before' : 'after';
    const proven = compared.changes.map((change) => this.prove(change, compared, harmful));
    if (compared.hasOtherChoices !== true) return proven;
    const harmless: Side = harmful === 'before' ? 'after' : 'before';
    return [...proven, ...this.unexplained(compared, proven, harmful), ...this.unexplained(compared, proven, harmless)];
  }

  /** One payload shows a change for all places that share it. */
  private prove(change: Change, compared: Compared, narrower: Side): Proven {
    const { widens, narrows } = effectOf(change.name as SchemaChangeName);
    const isHarm = narrower === 'before' ? widens : narrows;
    if (!isHarm) return { change, witness: undefined, isHarm };
    const known = change.origin === undefined ? undefined : this.shown.get(change.origin);
    const witness = known ?? this.finderOf(compared, narrower)?.find(change);
    if (witness !== undefined && change.origin !== undefined) this.shown.set(change.origin, witness);
    return { change, witness, isHarm };
  }

  private unexplained(compared: Compared, proven: readonly Proven[], narrower: Side): Proven[] {
    const finder = this.finderOf(compared, narrower);
    const isHarm = narrower === (compared.direction === 'response' ? 'before' : 'after');
    const name = narrower === 'before' ? 'payload-allowed' : 'payload-refused';
    const shown: Shown[] = isHarm ? proven.flatMap(shownBy) : this.shownOtherwise(finder, compared, narrower);
    const found: Proven[] = [];
    for (let next = finder?.unexplained(shown); next !== undefined; next = finder?.unexplained(shown)) {
      const change = changeOf(next, name, finder as object);
      found.push({ change, witness: isHarm ? next : undefined, isHarm });
      shown.push({ change: { pointer: next.site }, witness: next });
      if (found.length === MOST_UNEXPLAINED) break;
    }
    return found;
  }

  /** What the changes that harm nobody here explain. */
  private shownOtherwise(finder: WitnessFinder | undefined, { changes }: Compared, narrower: Side): Shown[] {
    return changes.flatMap((change) => {
      const { widens, narrows } = effectOf(change.name as SchemaChangeName);
      const witness = (narrower === 'before' ? widens : narrows) ? finder?.find(change) : undefined;
      return witness === undefined ? [] : [{ change, witness }];
    });
  }

  /** Operations that share their models share what is found of them. */
  private finderOf(
    { models, isText = false, hasOtherChoices = false }: Compared,
    narrower: Side,
  ): WitnessFinder | undefined {
    if (models === undefined) return undefined;
    const key = canonicalJson([narrower, isText, models.before.schema, models.after.schema] as unknown as JsonValue);
    const tools = isText ? this.texts : this.tools;
    const finder = this.finders.get(key) ?? new WitnessFinder(models, narrower, tools, hasOtherChoices);
    this.finders.set(key, finder);
    return finder;
  }
}

const shownBy = ({ change, witness }: Proven): Shown[] => (witness === undefined ? [] : [{ change, witness }]);
