import { withoutTags } from './inline-html';
import { withoutLinks } from './links';
import { unescapeText, unmarked } from './text';

/** What the first cell of a row says. */
export interface PropertyName {
  readonly name: string;
  /** What stands beside the name says that the member may be absent. */
  readonly optional: boolean;
  /** The cell holds more than a name, which is taken as it is most likely meant. */
  readonly isDoubtful: boolean;
  /** It is a member of a member, as indented rows are. */
  readonly isNested: boolean;
}

/** Characters that are not seen. */
const UNSEEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const INDENT = /^(?:[»→↳>├└]|&gt;|&nbsp;|[-–—.]\s)+\s*/;

/** The name in marks, and what stands behind it. */
const MARKED = /^(\*{1,3}|`)(.+?)\1(.*)$/s;

const OPTIONAL = /^[([_*]*optional[\])_*]*$/i;

/** A name without marks is the first word, where one that tells of absence follows. */
function parted(text: string): [name: string, rest: string] {
  const [, , marked, behind] = MARKED.exec(text) ?? [];
  if (marked !== undefined) return [marked, behind as string];
  const [, word, rest] = /^(\S+)\s+([([_*]*(?:optional|required)[\])_*]*)$/i.exec(text) ?? [];
  return word === undefined ? [text, ''] : [word, rest as string];
}

/** Rust's raw identifiers are `r#type`. */
const plainName = (text: string): string =>
  unescapeText(unmarked(text))
    .replace(UNSEEN, '')
    .replace(/^r#(?=\w)/, '')
    .trim();

/** Reads the first cell of a row: a name, and what some pages put beside it. */
export function nameOf(cell: string): PropertyName {
  const text = withoutLinks(withoutTags(cell)).replaceAll('~~', '').trim();
  const isNested = INDENT.test(text);
  const [written, behind] = parted(text.replace(INDENT, ''));
  const [, name = '', mark = ''] = /^(.*?)([?*]?)$/s.exec(plainName(written)) ?? [];
  const rest = `${mark}${plainName(behind)}`.trim();
  if (name === '') return { name: '', optional: false, isDoubtful: false, isNested };
  const isDoubtful = rest !== '' || /[<>*`]|\s[([]/.test(name);
  return { name, optional: rest === '?' || OPTIONAL.test(rest), isDoubtful, isNested };
}
