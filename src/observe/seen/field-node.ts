import {
  type Definitions,
  fromPointer,
  type Interpreter,
  interpret,
  isJsonObject,
  type JsonValue,
  type Property,
  resolve,
  type Schema,
  siteSegment,
} from '../../contract';

/** What a schema has within it, its references and alternatives taken together. */
interface Parts {
  readonly members: readonly Property[];
  readonly items: readonly Schema[];
  /** What the members of any other name are; none where nothing is said of them. */
  readonly values: readonly Schema[];
  /** Whether members of any name are what it is about. */
  readonly isMap: boolean;
  readonly isInt64: boolean;
}

const NOTHING: Parts = { members: [], items: [], values: [], isMap: false, isInt64: false };

const none = (): Parts => NOTHING;

const joined = (all: readonly Parts[]): Parts => ({
  members: all.flatMap(({ members }) => members),
  items: all.flatMap(({ items }) => items),
  values: all.flatMap(({ values }) => values),
  isMap: all.some(({ isMap }) => isMap),
  isInt64: all.some(({ isInt64 }) => isInt64),
});

const partsOf = (definitions: Definitions): Interpreter<Parts> => ({
  string: none,
  integer: ({ format }) => ({ ...NOTHING, isInt64: format === 'int64' }),
  number: none,
  boolean: none,
  null: none,
  enum: none,
  any: none,
  reference: (schema, recur) => recur(resolve(schema, definitions)),
  array: ({ items }) => ({ ...NOTHING, items: [items] }),
  map: ({ values }) => ({ ...NOTHING, values: [values], isMap: true }),
  union: ({ branches }, recur) => joined(branches.map(recur)),
  object: ({ properties, additional }) => ({
    ...NOTHING,
    members: properties,
    values: additional === false ? [] : [additional],
    isMap: properties.length === 0 && additional !== false,
  }),
});

/** A member of answers, and how often it was seen. */
export interface SeenField {
  /** With `[]` for any index and `{}` for any key. */
  readonly site: string;
  readonly seen: number;
  readonly isDocumented: boolean;
}

/** So many undocumented names of one place are told apart. */
const MOST_NAMES = 100;

/** One place of a schema, and what was seen there. Made as values are seen, so that recursion costs nothing. */
export class FieldNode {
  seen = 0;
  private readonly known = new Map<string, FieldNode>();
  private readonly undocumented = new Map<string, number>();
  private ownParts: Parts | undefined;
  private ownMembers: ReadonlyMap<string, readonly Schema[]> | undefined;

  constructor(
    private readonly schemas: readonly Schema[],
    private readonly definitions: Definitions,
  ) {}

  /** Whether the document says that integers here may have 64 bits. */
  get isInt64(): boolean {
    return this.parts.isInt64;
  }

  /** Counts a value, and all within it. */
  see(value: JsonValue): void {
    this.seen += 1;
    if (Array.isArray(value)) {
      if (value.length === 0) return;
      const items = this.child('[]', this.parts.items);
      for (const item of value as readonly JsonValue[]) items.see(item);
    } else if (isJsonObject(value))
      for (const name of Object.keys(value)) this.seeMember(name, value[name] as JsonValue);
  }

  /** The site of a place in a value, as fingerprints have it. */
  siteOf(pointer: string): string {
    return this.along(pointer).site;
  }

  /** The node of a place in a value. */
  nodeAt(pointer: string): FieldNode {
    return this.along(pointer).node;
  }

  /** Every member that is documented or was seen, outer before inner. */
  fields(site = ''): SeenField[] {
    const documented = [...this.members.keys()].flatMap((name): SeenField[] => {
      const own = `${site}/${siteSegment(name)}`;
      const node = this.known.get(`.${name}`);
      return [{ site: own, seen: node?.seen ?? 0, isDocumented: true }, ...(node?.fields(own) ?? [])];
    });
    const inner = ['[]', '{}'].flatMap((mark) => this.known.get(mark)?.fields(`${site}/${mark}`) ?? []);
    const others = [...this.undocumented].map(([name, seen]): SeenField => {
      return { site: `${site}/${siteSegment(name)}`, seen, isDocumented: false };
    });
    return [...documented, ...inner, ...others];
  }

  private get parts(): Parts {
    this.ownParts ??= joined(this.schemas.map((schema) => interpret(partsOf(this.definitions), schema)));
    return this.ownParts;
  }

  private get members(): ReadonlyMap<string, readonly Schema[]> {
    if (this.ownMembers !== undefined) return this.ownMembers;
    const members = new Map<string, Schema[]>();
    for (const { name, schema } of this.parts.members) members.set(name, [...(members.get(name) ?? []), schema]);
    this.ownMembers = members;
    return members;
  }

  private child(key: string, schemas: readonly Schema[]): FieldNode {
    const before = this.known.get(key);
    if (before !== undefined) return before;
    const fresh = new FieldNode(schemas, this.definitions);
    this.known.set(key, fresh);
    return fresh;
  }

  private memberNode(name: string): FieldNode | undefined {
    const schemas = this.members.get(name);
    if (schemas !== undefined) return this.child(`.${name}`, schemas);
    return this.parts.isMap ? this.child('{}', this.parts.values) : undefined;
  }

  private seeMember(name: string, value: JsonValue): void {
    const node = this.memberNode(name);
    if (node !== undefined) node.see(value);
    else if (this.schemas.length > 0 && (this.undocumented.has(name) || this.undocumented.size < MOST_NAMES))
      this.undocumented.set(name, (this.undocumented.get(name) ?? 0) + 1);
  }

  private along(pointer: string): { site: string; node: FieldNode } {
    let [site, node]: [string, FieldNode] = ['', this];
    for (const segment of fromPointer(pointer)) {
      const isItem = node.parts.items.length > 0 && /^\d+$/.test(segment);
      const isKey = !isItem && !node.members.has(segment) && node.parts.isMap;
      site += isItem ? '/[]' : isKey ? '/{}' : `/${siteSegment(segment)}`;
      node = isItem
        ? node.child('[]', node.parts.items)
        : (node.memberNode(segment) ?? new FieldNode([], this.definitions));
    }
    return { site, node };
  }
}
