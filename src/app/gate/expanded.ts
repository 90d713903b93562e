type Env = Readonly<Record<string, string | undefined>>;

/** Returns a text with `$NAME` and `${NAME}` taken from the environment; nothing where one of them is not set. */
export function expanded(text: string, env: Env): string | undefined {
  let complete = true;
  const filled = text.replace(/\$\{?(\w+)\}?/g, (_match, name: string) => {
    complete &&= env[name] !== undefined && env[name] !== '';
    return env[name] ?? '';
  });
  return complete ? filled : undefined;
}
