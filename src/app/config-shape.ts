/** Says what is wrong with a value at a place, or nothing. */
export type Shape = (value: unknown, where: string) => Problem | undefined;

/** What is wrong, and what would be right. */
export interface Problem {
  readonly message: string;
  readonly next: string;
}

/** A place as a sentence has it; the whole has no name. */
const told = (where: string): string => where || 'it';

const memberOf = (where: string, name: string): string => (where === '' ? name : `${where}.${name}`);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const wrong = (where: string, should: string): Problem => ({
  message: `${told(where)} is not ${should}`,
  next: `Make it ${should}.`,
});

const when =
  (isRight: (value: unknown) => boolean, should: string): Shape =>
  (value, where) =>
    isRight(value) ? undefined : wrong(where, should);

/** A text that is not empty. */
export const text: Shape = when((value) => typeof value === 'string' && value !== '', 'a text');

/** A whole number from `least` up. */
export const whole = (least: number): Shape =>
  when((value) => Number.isSafeInteger(value) && (value as number) >= least, `a whole number, at least ${least}`);

/** A number from 0 to 100. */
export const percent: Shape = when(
  (value) => typeof value === 'number' && value >= 0 && value <= 100,
  'a percentage, from 0 to 100',
);

/** One of these values. */
export const oneOfThese = (values: readonly unknown[]): Shape =>
  when((value) => values.includes(value), `one of ${values.join(', ')}`);

/** The first of these shapes that fits decides; where none does, the last one says why. */
export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value, where) => {
    const problems = shapes.map((shape) => shape(value, where));
    return problems.includes(undefined) ? undefined : problems.at(-1);
  };

/** A list of items of a shape, `least` of them or more. */
export const listOf =
  (item: Shape, least = 0): Shape =>
  (value, where) => {
    if (!Array.isArray(value)) return wrong(where, 'a list');
    if (value.length < least) return { message: `${where} is empty`, next: 'Name at least one.' };
    return firstOf(value.map((each, index) => () => item(each, `${where}[${index}]`)));
  };

/** Any keys, values of one shape. */
export const mapOf =
  (member: Shape): Shape =>
  (value, where) =>
    isRecord(value)
      ? firstOf(
          Object.entries(value).map(
            ([name, each]) =>
              () =>
                member(each, memberOf(where, name)),
          ),
        )
      : wrong(where, 'an object');

/** An object of these members and no others; a member that is `undefined` is not there. */
export const objectOf =
  (members: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape =>
  (value, where) => {
    if (!isRecord(value)) return wrong(where, 'an object');
    const unknown = Object.keys(value).find((name) => !Object.hasOwn(members, name));
    const names = Object.keys(members).join(', ');
    if (unknown !== undefined)
      return { message: `${told(where)} has no setting ${unknown}`, next: `There are ${names}.` };
    const missing = required.find((name) => value[name] === undefined);
    if (missing !== undefined) return { message: `${told(where)} has no ${missing}`, next: `Add ${missing}.` };
    const given = Object.entries(value).filter(([, each]) => each !== undefined);
    return firstOf(
      given.map(
        ([name, each]) =>
          () =>
            members[name]?.(each, memberOf(where, name)),
      ),
    );
  };

const firstOf = (checks: readonly (() => Problem | undefined)[]): Problem | undefined => {
  for (const check of checks) {
    const problem = check();
    if (problem !== undefined) return problem;
  }
  return undefined;
};
