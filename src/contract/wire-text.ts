import { isJsonObject, type JsonValue, stringifyJson } from './json';
import { type ParameterPlace, type ParameterStyle, type WrittenForm, wireFormOf } from './wire-form';

/** The name and the text of what is sent: of a query several, of all other places one. */
export type WireText = readonly [name: string, text: string];

/** A parameter as far as writing its value goes. */
export type WrittenParameter = WrittenForm & { readonly name: string; readonly in: ParameterPlace };

type Separators = Readonly<Partial<Record<ParameterStyle, string>>>;

/** What stands between the items of a list that is not exploded. */
const SEPARATORS: Separators = { spaceDelimited: ' ', pipeDelimited: '|', tabDelimited: '\t' };

/** What texts may be in each place: a header and a cookie hold no more than RFC 9110 and RFC 6265 let them. */
const LEGAL: Readonly<Record<ParameterPlace, RegExp>> = {
  path: /^(?!\.{1,2}$)[^\p{Cc}]+$/u,
  query: /^[\s\S]*$/,
  header: /^[!-~](?:[ -~]*[!-~])?$/,
  cookie: /^[!#-+\--:<-[\]-~]+$/,
};

/** A scalar as text; `undefined` of null, for which OpenAPI has none, and of what is no scalar. */
function scalarText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return /\p{Cs}/u.test(value) ? undefined : value;
  const isScalar = typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
  return isScalar ? stringifyJson(value) : undefined;
}

/** Texts of which none has a mark that separates them; `undefined` where one has, or is none. */
function separable(values: readonly JsonValue[], marks: string): readonly string[] | undefined {
  const texts = values.map(scalarText);
  const isPlain = texts.every(
    (text) => text !== undefined && text !== '' && ![...marks].some((mark) => text.includes(mark)),
  );
  return isPlain && texts.length > 0 ? (texts as string[]) : undefined;
}

/** The members of an object as pairs of texts. */
function membersText(value: JsonValue, marks: string): readonly WireText[] | undefined {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  const [names, texts] = [
    separable(
      entries.map(([name]) => name),
      marks,
    ),
    separable(
      entries.map(([, inner]) => inner),
      marks,
    ),
  ];
  return names && texts?.map((text, index) => [names[index] as string, text] as const);
}

/** A list or an object in one text, with a separator between its items. */
function joined(value: JsonValue, separator: string, explode: boolean): string | undefined {
  if (Array.isArray(value)) return separable(value, separator)?.join(separator);
  const marks = explode ? `${separator}=` : separator;
  return membersText(value, marks)
    ?.map((member) => member.join(explode ? '=' : separator))
    .join(separator);
}

const isContainer = (value: JsonValue): boolean => Array.isArray(value) || isJsonObject(value);

/** `;name=a,b`, and exploded `;name=a;name=b` and `;key=value` (RFC 6570, path-style). */
function matrix(name: string, value: JsonValue, explode: boolean): string | undefined {
  if (!isContainer(value) || !explode) {
    const text = isContainer(value) ? joined(value, ',', false) : scalarText(value);
    return text === undefined || text.includes(';') ? undefined : `;${name}=${text}`;
  }
  const members = Array.isArray(value)
    ? separable(value, ';')?.map((text): WireText => [name, text])
    : membersText(value, ';=');
  return members?.map(([key, text]) => `;${key}=${text}`).join('');
}

/** What goes into a path or a header. */
function oneText(
  { name }: WrittenParameter,
  style: ParameterStyle,
  explode: boolean,
  value: JsonValue,
): string | undefined {
  if (style === 'matrix') return matrix(name, value, explode);
  const separator = style === 'label' && explode ? '.' : ',';
  const text = isContainer(value) ? joined(value, separator, explode) : scalarText(value);
  return style === 'label' ? text && `.${text}` : text;
}

function queryTexts(
  { name }: WrittenParameter,
  style: ParameterStyle,
  explode: boolean,
  value: JsonValue,
): readonly WireText[] | undefined {
  const one = (text: string | undefined): readonly WireText[] | undefined =>
    text === undefined ? undefined : [[name, text]];
  if (style === 'deepObject')
    return membersText(value, '')?.map(([member, text]): WireText => [`${name}[${member}]`, text]);
  if (!isContainer(value)) return one(scalarText(value));
  if (!explode) return one(joined(value, SEPARATORS[style] ?? ',', false));
  return Array.isArray(value) ? separable(value, '')?.map((text): WireText => [name, text]) : membersText(value, '');
}

/**
 * Writes the value of a parameter in its form on the wire, not percent-encoded. `undefined` where the form has no text
 * for it that can be read back: null, a list in a list, an item with the separator in it, nothing at all.
 */
export function wireTexts(parameter: WrittenParameter, value: JsonValue): readonly WireText[] | undefined {
  const { name, in: place } = parameter;
  const form = wireFormOf(parameter);
  const written =
    'mediaType' in form ? jsonText(name, form.mediaType, value) : styled(parameter, form.style, form.explode, value);
  return written?.every(([, text]) => LEGAL[place].test(text)) === true ? written : undefined;
}

const jsonText = (name: string, mediaType: string, value: JsonValue): readonly WireText[] | undefined =>
  /\bjson$/i.test(mediaType) ? [[name, stringifyJson(value)]] : undefined;

function styled(
  parameter: WrittenParameter,
  style: ParameterStyle,
  explode: boolean,
  value: JsonValue,
): readonly WireText[] | undefined {
  if (parameter.in === 'query') return queryTexts(parameter, style, explode, value);
  // Exploded lists are several cookies of one name, which servers read as one.
  if (parameter.in === 'cookie' && explode && isContainer(value)) return undefined;
  const text = oneText(parameter, style, explode, value);
  return text === undefined ? undefined : [[parameter.name, text]];
}
