/** Sum of numbers, or of what `of` gives for each item. */
export function sumOf<Item = number>(
  items: readonly Item[],
  of: (item: Item, at: number) => number = (item) => Number(item),
): number {
  return items.reduce((sum, item, at) => sum + of(item, at), 0)
}
