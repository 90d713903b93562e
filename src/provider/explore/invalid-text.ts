import { type JsonObject, type Operation, stringifyJson } from '../../contract';
import type { ExploreOptions } from './family';

/** How many valid updates are looked at for a text. */
const LOOKED_AT = 40;

/** What lenient decoders put in place of bytes that are no UTF-8. */
const REPLACEMENT = '\ufffd';

/** A request that is valid but for one text, which is no UTF-8. */
export interface InvalidText {
  readonly body: Buffer;
  /** Whether it is valid when read with U+FFFD in place of what is no UTF-8, as many a parser reads it. */
  readonly mayPass: boolean;
}

/** An object with a member in front whose text is a byte that UTF-8 does not have. */
function spoilt(name: string, others: JsonObject): Buffer {
  const rest = stringifyJson(others).slice(1);
  const start = `{${stringifyJson(name)}:"`;
  return Buffer.concat([Buffer.from(start), Buffer.of(0xff), Buffer.from(rest === '}' ? '"}' : `",${rest}`)]);
}

/** The requests with one text of an update spoilt: alone, where the contract takes it alone. */
function textsIn(update: JsonObject, operation: Operation, { isUpdate }: ExploreOptions): InvalidText[] {
  const texts = Object.entries(update).filter(([, value]) => typeof value === 'string');
  return texts.map(([name, value]) => {
    const { [name]: _text, ...rest } = update;
    const others = isUpdate(operation, { [name]: value }) ? {} : rest;
    return { body: spoilt(name, others), mayPass: isUpdate(operation, { ...others, [name]: REPLACEMENT }) };
  });
}

/**
 * A request with a text that is no UTF-8: a text that its schema narrows, where there is one, since no reading makes
 * that valid; `undefined` where the requests have no texts.
 */
export function invalidText(operation: Operation, options: ExploreOptions): InvalidText | undefined {
  let first: InvalidText | undefined;
  let left = LOOKED_AT;
  for (const update of options.updatesOf(operation)) {
    const texts = textsIn(update, operation, options);
    const narrow = texts.find(({ mayPass }) => !mayPass);
    if (narrow !== undefined) return narrow;
    first ??= texts[0];
    left -= 1;
    if (left === 0) break;
  }
  return first;
}
