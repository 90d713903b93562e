/** Folders have names of 255 bytes at most, and pacts and reports say them in one line. */
const LONGEST = 100;

/** A name as a folder, a pact and a command line have it: `UserUpdateResp` is `user-update-resp`. */
export const kebabCase = (name: string): string =>
  name
    .replace(/(?<=[a-z0-9])[A-Z]|(?<!^)[A-Z](?=[a-z])/g, (capital) => `-${capital}`)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '')
    .toLowerCase();

/** A word as it names one of them: `users`, `boxes`, `companies`. */
export const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(?<=(?:[sxz]|ch|sh))es$/, '')
    .replace(/(?<!s)s$/, '');
