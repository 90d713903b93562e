/** Returns the words of an option; none where it has no value. */
export const option = (name: string, value: string | number | undefined): string[] =>
  value === undefined ? [] : [name, String(value)];
