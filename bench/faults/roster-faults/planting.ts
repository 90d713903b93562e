import { type Answer, Roster, type Row, type Update } from '../roster';

/** A defect of the roster: what kind it is, and the class that has it. */
export interface RosterFault {
  readonly kind: string;
  readonly name: string;
  readonly make: () => Roster;
}

/** A fault by the class that has it. */
export const fault = (kind: string, name: string, Class: new () => Roster): RosterFault => ({
  kind,
  name,
  make: () => new Class(),
});

type Change = (row: Row, update: Update) => unknown;

/** What an answer shows is changed. */
export const shows = (kind: string, name: string, change: Change): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override show(row: Row, update: Update): unknown {
        return change(super.show(row, update) as Row, update);
      }
    },
  );

/** What is stored is changed. */
export const stores = (kind: string, name: string, change: (row: Row, update: Update) => Row): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override apply(update: Update): Row {
        return change(super.apply(update), update);
      }
    },
  );

/** Members are not checked, or otherwise. */
export const accepts = (name: string, isAccepted: (member: string, value: unknown) => boolean): RosterFault =>
  fault(
    'validation',
    name,
    class extends Roster {
      override problemsIn(body: Row): { name: string; message: string }[] {
        return super.problemsIn(body).filter((problem) => !isAccepted(problem.name, body[problem.name]));
      }
    },
  );

/** Answers are changed as they are sent. */
export const sends = (kind: string, name: string, change: (answer: Answer) => Answer): RosterFault =>
  fault(
    kind,
    name,
    class extends Roster {
      override finish(answer: Answer): Answer {
        return change(answer);
      }
    },
  );

/** Without some members. */
export const without = (row: Row, ...names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));

/** With a member changed, where it is there. */
export const member = (row: Row, name: string, change: (value: never) => unknown): Row =>
  row[name] === undefined ? row : { ...row, [name]: change(row[name] as never) };

/** With every text within changed. */
export const texts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => texts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, texts(inner, change)]));
};
