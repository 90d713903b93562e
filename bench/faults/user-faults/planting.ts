import type { Call, Hooks, User } from '../user';

/** A defect as services have them: where it belongs, what it is, and how it is planted. */
export interface Fault {
  readonly kind: string;
  readonly name: string;
  readonly hooks: Hooks;
}

/** What is done to a user when it is shown. */
export type Change = (shown: User, call: Call) => unknown;

/** A defect of what is shown. */
export const shown = (kind: string, name: string, show: Change): Fault => ({ kind, name, hooks: { show } });

/** A user without these members. */
export const without = (user: User, ...names: readonly string[]): User =>
  Object.fromEntries(Object.entries(user).filter(([name]) => !names.includes(name)));

/** Changes a member where it is there. */
export const member =
  (name: string, change: (value: never) => unknown): Change =>
  (user) =>
    user[name] === undefined ? user : { ...user, [name]: change(user[name] as never) };

/** Changes a user where this holds. */
export const when =
  (holds: (user: User) => boolean, change: Change): Change =>
  (user, call) =>
    holds(user) ? change(user, call) : user;

/** Whether all of these members are there. */
export const has =
  (...names: readonly string[]) =>
  (user: User): boolean =>
    names.every((name) => user[name] !== undefined);

/** Whether none of these members is there. */
export const lacks =
  (...names: readonly string[]) =>
  (user: User): boolean =>
    names.every((name) => user[name] === undefined);

/** Changes each item of a list. */
export const eachItem = (name: string, change: (item: User) => unknown): Change =>
  member(name, (items: readonly User[]) => items.map(change));
