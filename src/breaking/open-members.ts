import { isJsonObject, type JsonValue, type Model, resolve, type Schema } from '../contract';
import { alternativesOf, type MembersShape, type Shape } from './schema/shape';

/** All shapes that some schemas allow. */
function shapesOf(schemas: readonly Schema[], { definitions }: Model): readonly Shape[] {
  const follow = (schema: Schema): Schema => resolve(schema, definitions);
  return schemas.flatMap((schema) => alternativesOf(schema, follow, () => true).shapes);
}

const objectsAmong = (shapes: readonly Shape[]): MembersShape[] =>
  shapes.flatMap((shape) => (shape.family === 'object' ? [shape] : []));

const declares = (name: string) => (shape: MembersShape) => shape.properties.some((property) => property.name === name);

const isOpen = ({ additional, isMap }: MembersShape): boolean =>
  !isMap && additional !== false && additional.kind === 'any';

const membersNamed = (name: string, shapes: readonly MembersShape[]): Schema[] =>
  shapes.flatMap(({ properties, additional }) => {
    const own = properties.find((property) => property.name === name);
    return own === undefined ? (additional === false ? [] : [additional]) : [own.schema];
  });

/**
 * Tells whether a value holds a member that only the second model declares, and the first one only puts up with: nobody
 * sends such a one, and nobody is held to one.
 */
export class OpenMembers {
  constructor(
    private readonly wider: Model,
    private readonly narrower: Model,
  ) {}

  isIn(value: JsonValue): boolean {
    return this.within(value, [this.wider.schema], [this.narrower.schema]);
  }

  private within(value: JsonValue, wide: readonly Schema[], narrow: readonly Schema[]): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const [wider, narrower] = [shapesOf(wide, this.wider), shapesOf(narrow, this.narrower)];
    if (Array.isArray(value)) {
      const [left, right] = [wider, narrower].map((shapes) =>
        shapes.flatMap((shape) => (shape.family === 'array' ? [shape.schema.items] : [])),
      ) as [Schema[], Schema[]];
      return (value as readonly JsonValue[]).some((item) => this.within(item, left, right));
    }
    return isJsonObject(value) && this.inMembers(value, objectsAmong(wider), objectsAmong(narrower));
  }

  private inMembers(
    value: { readonly [name: string]: JsonValue },
    wider: readonly MembersShape[],
    narrower: readonly MembersShape[],
  ): boolean {
    return Object.entries(value).some(([name, member]) => {
      const isPutUpWith = wider.length > 0 && wider.every((shape) => isOpen(shape) && !declares(name)(shape));
      if (isPutUpWith && narrower.some(declares(name))) return true;
      return this.within(member, membersNamed(name, wider), membersNamed(name, narrower));
    });
  }
}
