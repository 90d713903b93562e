/** Every subset of `size` of the items, each in the items' order, in lexicographic order of positions. */
export function* subsets<Item>(items: readonly Item[], size: number): Generator<Item[]> {
  if (size > items.length) return;
  const positions = Array.from({ length: size }, (_, index) => index);
  for (;;) {
    yield positions.map((position) => items[position] as Item);
    let last = size - 1;
    while (last >= 0 && positions[last] === items.length - size + last) last--;
    if (last < 0) return;
    positions[last] = (positions[last] as number) + 1;
    for (let next = last + 1; next < size; next++) positions[next] = (positions[next - 1] as number) + 1;
  }
}

/** How many subsets of `size` there are of so many items; `Infinity` where a number cannot hold it. */
export function subsetCount(items: number, size: number): number {
  let count = 1;
  for (let taken = 0; taken < size; taken++) count = (count * (items - taken)) / (taken + 1);
  return count;
}
