import { type Site, siteSegment } from '../../contract';

/** The pointers of sites in documented names, by their pointers on the wire. */
export function documentedPointers(sites: readonly Site[]): Map<string, string> {
  const known = new Map<string, string>();
  for (const { pointer, parent, property } of sites) {
    const outer = parent === undefined ? '' : (known.get(parent) ?? parent);
    const own = parent === undefined ? '' : pointer.slice(parent.length + 1);
    const name = property?.documentedName;
    known.set(pointer, parent === undefined ? '' : `${outer}/${name === undefined ? own : siteSegment(name)}`);
  }
  return known;
}
