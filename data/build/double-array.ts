/**
 * A double-array trie (Aoe 1989) whose check array holds only the label: every inner node has a base of its
 * own, so that label and place prove the parent. A node without children holds its value in place of a base.
 */
export interface DoubleArray {
  base: Int32Array
  check: Uint8Array
}

/** Label that ends a key inside a longer one. */
export const END = 0
/** Check value of a free slot. */
export const FREE = 255

interface Node {
  children: Map<number, Node>
  value: number
}

interface Placed {
  node: Node
  slot: number
  depth: number
}

function grow(keys: readonly (readonly number[])[], values: readonly number[]): Node {
  const root: Node = { children: new Map(), value: -1 }
  keys.forEach((key, index) => {
    let node = root
    for (const label of key) {
      let next = node.children.get(label)
      if (!next) {
        next = { children: new Map(), value: -1 }
        node.children.set(label, next)
      }
      node = next
    }
    node.value = values[index] ?? -1
  })
  return root
}

/** Levels laid out breadth first: their nodes are wide and met by every word. */
const topLevels = 2
/** How far from its parent a node's children are looked a place for. */
const nearby = 256

/**
 * Builds the trie; `keys` are label sequences (1-254), each with a value of its own, 0 or more. Below the first levels
 * the nodes of a branch lie near each other, so that following a word touches few lines of the processor's cache.
 */
export function buildDoubleArray(
  keys: readonly (readonly number[])[],
  values: readonly number[],
): DoubleArray {
  const root = grow(keys, values)
  let size = 1 << 16
  let base = new Int32Array(size)
  let check = new Uint8Array(size).fill(FREE)
  let usedBase = new Uint8Array(size)
  let scanFrom = 1
  let top = 1
  const ensure = (needed: number) => {
    if (needed + 300 < size) return
    while (needed + 300 >= size) size *= 2
    const grownBase = new Int32Array(size)
    grownBase.set(base)
    base = grownBase
    const grownCheck = new Uint8Array(size).fill(FREE)
    grownCheck.set(check)
    check = grownCheck
    const grownUsed = new Uint8Array(size)
    grownUsed.set(usedBase)
    usedBase = grownUsed
  }
  check[0] = 254
  const fits = (place: number, labels: readonly number[]) =>
    usedBase[place] === 0 && labels.every((label) => check[place + label] === FREE)
  const placeNear = (slot: number, labels: readonly number[]): number => {
    const from = Math.max(1, slot - (labels[0] ?? 0))
    ensure(from + nearby)
    for (let place = from; place < from + nearby; place++) if (fits(place, labels)) return place
    return 0
  }
  const placeAnywhere = (labels: readonly number[]): number => {
    const first = labels[0] ?? 0
    let place = Math.max(1, scanFrom - first)
    let seen = 0
    let taken = 0
    for (;;) {
      ensure(place)
      seen++
      if (check[place + first] !== FREE) taken++
      else if (fits(place, labels)) break
      place++
    }
    // A crowded stretch is not looked at again (the heuristic of Darts).
    if (seen > 16 && taken >= seen * 0.9) scanFrom = place + first
    return place
  }
  const put = ({ node, slot, depth }: Placed): Placed[] => {
    if (node.children.size === 0) {
      base[slot] = -node.value - 1
      return []
    }
    const labels = [...node.children.keys()].sort((a, b) => a - b)
    if (node.value >= 0) labels.unshift(END)
    const place = (depth > topLevels && placeNear(slot, labels)) || placeAnywhere(labels)
    usedBase[place] = 1
    base[slot] = place
    const children: Placed[] = []
    for (const label of labels) {
      check[place + label] = label
      top = Math.max(top, place + label)
      const child = node.children.get(label)
      if (child) children.push({ node: child, slot: place + label, depth: depth + 1 })
      else base[place] = -node.value - 1
    }
    return children
  }
  let level: Placed[] = [{ node: root, slot: 0, depth: 0 }]
  for (let depth = 0; depth < topLevels; depth++) level = level.flatMap(put)
  const branches = level.reverse()
  for (let branch = branches.pop(); branch; branch = branches.pop()) branches.push(...put(branch).reverse())
  const length = top + 256
  ensure(length)
  return { base: base.slice(0, length), check: check.slice(0, length) }
}
