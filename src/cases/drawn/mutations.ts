import { isJsonObject, type JsonValue, stringifyJson, type Verdict } from '../../contract';
import type { CaseTable, SiteClasses } from '../case-table';
import type { EitherRow, RejectRow } from '../classes';
import type { PrintedBody, Span } from './printed-body';

/** A departure that can be made in any body that has its site. */
export interface Mutation {
  readonly site: string;
  /** The class of what it puts there, by the site: made once, since a mutant takes little more than this. */
  readonly classes: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Whether only the whole body tells what is allowed: where branches, or items beside each other, limit it. */
  readonly isUncertain: boolean;
  /** The body's text with the departure at a place. */
  readonly apply: (text: string, span: Span) => string;
}

const instead =
  (text: string): Mutation['apply'] =>
  (body, { start, end }) =>
    body.slice(0, start) + text + body.slice(end);

/** Members at the end of an object. */
const beside =
  (members: string): Mutation['apply'] =>
  (body, { start, end }) =>
    `${body.slice(0, end - 1)}${end - start > 2 ? ',' : ''}${members}${body.slice(end - 1)}`;

/** Without the member, and one of the commas around it. */
const without: Mutation['apply'] = (body, { name = 0, end }) => {
  if (body[end] === ',') return body.slice(0, name) + body.slice(end + 1);
  return body.slice(0, body[name - 1] === ',' ? name - 1 : name) + body.slice(end);
};

/** Of an object that is only special by members that are not declared: those members, so that the others vary. */
function strangersIn({ site: { schema } }: SiteClasses, value: JsonValue): string | undefined {
  if (schema.kind !== 'object' || !isJsonObject(value)) return undefined;
  const declared = new Set(schema.properties.map(({ name }) => name));
  const strangers = Object.entries(value).filter(([name]) => !declared.has(name));
  if (strangers.length === 0) return undefined;
  return stringifyJson(Object.fromEntries(strangers)).slice(1, -1);
}

function mutationsAt(classes: SiteClasses, row: RejectRow | EitherRow, isUncertain: boolean): Mutation[] {
  return row.values.map((value) => {
    const strangers = strangersIn(classes, value);
    const apply = strangers === undefined ? instead(stringifyJson(value)) : beside(strangers);
    const site = classes.site.pointer;
    return { site, classes: { [site]: row.name }, reason: row.reason, isUncertain, apply };
  });
}

function missing({ site: { pointer, property } }: SiteClasses, isUncertain: boolean): Mutation[] {
  if (property?.required !== true) return [];
  const classes = { [pointer]: 'missing' };
  return [{ site: pointer, classes, reason: 'it is required', isUncertain, apply: without }];
}

/** Whether what stands at a site alone does not tell whether the body is allowed. */
function isUncertainAt(table: CaseTable, { site }: SiteClasses): boolean {
  for (let here: string | undefined = site.pointer; here !== undefined; ) {
    const outer: SiteClasses | undefined = table.bySite.get(here);
    const schema = outer?.site.schema;
    if (schema === undefined || schema.kind === 'union' || (schema.kind === 'array' && schema.uniqueItems === true))
      return true;
    here = outer?.site.parent;
  }
  return false;
}

/** All departures of a verdict, in the order of the table. */
export const mutationsOf = (table: CaseTable, verdict: Exclude<Verdict, 'accept'>): Mutation[] =>
  table.sites.flatMap((classes) => {
    const isUncertain = isUncertainAt(table, classes);
    const rows = classes[verdict].flatMap((row) => mutationsAt(classes, row, isUncertain));
    return verdict === 'reject' ? [...rows, ...missing(classes, isUncertain)] : rows;
  });

/** A body with a departure in it. */
export interface Mutant {
  readonly text: string;
  readonly pointer: string;
}

/** Makes a departure at one of the places of its site; `undefined` where the body has none. */
export function mutate({ text, spans }: PrintedBody, mutation: Mutation, turn: number): Mutant | undefined {
  const places = spans.get(mutation.site);
  if (places === undefined) return undefined;
  const span = places[turn % places.length] as Span;
  return { text: mutation.apply(text, span), pointer: span.pointer };
}
