import { type EnumSchema, equalJson, type JsonValue, stringifyJson } from '../../contract';
import { acceptAsItself, type KindClasses, type Row, reject } from './row';
import { wrongTypes } from './wrong-types';

const nameOf = (value: JsonValue): string => (typeof value === 'string' && value !== '' ? value : stringifyJson(value));

const swapCase = (text: string): string => (text === text.toUpperCase() ? text.toLowerCase() : text.toUpperCase());
const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1).toLowerCase()}`;

function textRows(texts: readonly string[]): Row[] {
  const first = texts[0] as string;
  const list = texts.slice(0, 12).join(', ');
  return [
    reject('unknown', [`${first}_UNKNOWN`, 'UNKNOWN'], `it is none of ${list}`),
    reject('wrong case', texts.flatMap((text) => [swapCase(text), capitalised(text)]).slice(0, 4), 'case counts'),
    reject('with blanks', [`${first} `, ` ${first}`, `${first}\n`], 'blanks count'),
    reject('empty', [''], `it is none of ${list}`),
    reject('two at once', [texts.slice(0, 2).join(',')], 'it is two values in one'),
  ];
}

/** Classes of enums: each value, and what is none. */
export const enumClasses: KindClasses<EnumSchema> = {
  typical: ({ values }, _make, n) => values[n % values.length],
  rows: ({ values }) => {
    const texts = values.filter((value) => typeof value === 'string');
    return [
      ...values.map((value) => acceptAsItself(nameOf(value), [value], (candidate) => equalJson(candidate, value))),
      ...wrongTypes('one of the values', texts.length > 0 ? 'text' : undefined),
      ...(texts.length > 0
        ? textRows(texts)
        : [reject('unknown', ['unknown', -987654321], 'it is none of the values')]),
    ];
  },
};
