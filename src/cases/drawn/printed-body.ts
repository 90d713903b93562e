import { childPointer, isJsonObject, type JsonValue, siteSegment, stringifyJson } from '../../contract';
import type { CaseTable, SiteClasses } from '../case-table';

/** Where in a text the value of a site stands. */
export interface Span {
  readonly site: string;
  /** The place in the body. */
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  /** Of a member, where its name begins. */
  readonly name: number | undefined;
}

/** A body as JSON text, and where in it the values of which sites stand. */
export interface PrintedBody {
  readonly text: string;
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

/** Writes one body. */
class Printer {
  text = '';
  readonly spans = new Map<string, Span[]>();

  constructor(private readonly table: CaseTable) {}

  value(sites: readonly SiteClasses[], pointer: string, value: JsonValue, name?: number): void {
    const here = this.withBranches(sites, value);
    const start = this.text.length;
    if (Array.isArray(value)) this.items(here, pointer, value);
    else if (isJsonObject(value)) this.members(here, pointer, Object.entries(value));
    else this.text += stringifyJson(value);
    for (const { site } of here) {
      const span = { site: site.pointer, pointer, start, end: this.text.length, name };
      this.spans.set(site.pointer, [...(this.spans.get(site.pointer) ?? []), span]);
    }
  }

  private items(sites: readonly SiteClasses[], pointer: string, items: readonly JsonValue[]): void {
    this.text += '[';
    for (const [index, item] of items.entries()) {
      if (index > 0) this.text += ',';
      this.value(this.inner(sites, '[]'), childPointer(pointer, index), item);
    }
    this.text += ']';
  }

  private members(
    sites: readonly SiteClasses[],
    pointer: string,
    members: readonly (readonly [string, JsonValue])[],
  ): void {
    this.text += '{';
    for (const [index, [name, member]] of members.entries()) {
      if (index > 0) this.text += ',';
      const start = this.text.length;
      this.text += `${JSON.stringify(name)}:`;
      const inner = [...this.inner(sites, siteSegment(name)), ...this.inner(sites, '{}')];
      this.value(inner, childPointer(pointer, name), member, start);
    }
    this.text += '}';
  }

  private inner(sites: readonly SiteClasses[], segment: string): SiteClasses[] {
    return sites.flatMap(({ site }) => this.table.bySite.get(`${site.pointer}/${segment}`) ?? []);
  }

  /** A union and those of its branches that allow a value are at the same place. */
  private withBranches(sites: readonly SiteClasses[], value: JsonValue): SiteClasses[] {
    return sites.flatMap((classes) => {
      if (classes.site.schema.kind !== 'union') return [classes];
      const branches = classes.site.schema.branches.flatMap(
        (_, index) => this.table.bySite.get(`${classes.site.pointer}/|${index}`) ?? [],
      );
      const own = branches.filter(({ site }) => this.table.making.allows(site.schema, value));
      return [classes, ...this.withBranches(own, value)];
    });
  }
}

/** Writes a body, and notes where the values of the table's sites stand. */
export function printBody(table: CaseTable, body: JsonValue): PrintedBody {
  const printer = new Printer(table);
  printer.value(table.sites.slice(0, 1), '', body);
  return printer;
}
