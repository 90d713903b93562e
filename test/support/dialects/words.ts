import { type ApiProperty, type ApiType, modelIn } from './api';

/** What a language calls the simple types. */
export type Words = Readonly<
  Record<'string' | 'integer' | 'long' | 'number' | 'boolean' | 'moment' | 'anything', string>
>;

/** A language's types from its words; an enum is a text where the language has no name for it. */
export const typesFrom =
  (
    words: Words,
    list: (item: string) => string,
    map: (value: string) => string,
    model = (name: string): string => name,
  ) =>
  (type: ApiType): string => {
    const read = (inner: ApiType): string => {
      if (inner.kind === 'list') return list(read(inner.of));
      if (inner.kind === 'map') return map(read(inner.of));
      if (inner.kind === 'model') return model(inner.name);
      return inner.kind === 'enum' ? words.string : words[inner.kind];
    };
    return read(type);
  };

/** `name` as `Name`. */
export const capital = (name: string): string => `${name[0]?.toUpperCase()}${name.slice(1)}`;
/** The name as the document has it. */
export const same = (name: string): string => name;
/** A cell: the type in bold, a link where it names a model. */
export const bold = (text: string, type: ApiType, target = (name: string): string => `${name}.md`): string => {
  const model = modelIn(type);
  return model === undefined ? `**${text}**` : `[**${text}**](${target(model)})`;
};

/** The name that a generator gives to the enum of a property. */
export const enumName = ({ name }: ApiProperty): string => `${capital(name)}Enum`;
