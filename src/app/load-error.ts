import { relative } from 'node:path';

/** A place in a file, in a message or a stack: `/a/b.ts:2:44`. */
const PLACE = /(?:file:\/\/)?((?:\/|[A-Za-z]:[\\/])[^\n():]+):(\d+):(\d+)/g;

/** The first place in a text that is in a file of the user's, relative to a folder, as `b.ts:2`. */
function placeIn(text: string, cwd: string): string | undefined {
  for (const [, file = '', line = ''] of text.matchAll(PLACE))
    if (!/[\\/]node_modules[\\/]/.test(file) && line !== '0') return `${relative(cwd, file)}:${line}`;
  return undefined;
}

/** The first module that was looked for in vain is required by the file that Node lists first. */
const requirerIn = (message: string, cwd: string): string | undefined => {
  const [, file] = /Require stack:\n- ([^\n]+)/.exec(message) ?? [];
  return file === undefined ? undefined : relative(cwd, file);
};

/** An error, of whatever realm it comes from. */
const isError = (thrown: unknown): thrown is Error => Object.prototype.toString.call(thrown) === '[object Error]';

/** Returns why a module does not load: the cause, and in which file and line it is, where that is known. */
export function loadErrorText(error: unknown, cwd: string): string {
  if (!isError(error)) return String(error);
  const [first = ''] = error.message.split('\n');
  const cause = first.replace(/^(?:ParseError|TRANSFORM_ERROR): /, '').trim();
  const place = placeIn(error.message, cwd) ?? requirerIn(error.message, cwd) ?? placeIn(error.stack ?? '', cwd);
  return place === undefined ? cause : `${cause} (${place})`;
}
