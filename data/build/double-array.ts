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

/** Builds the trie; `keys` are label sequences (1-254), each with a value of its own, 0 or more. */
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
  // Breadth first, widest nodes are met early, while there is room.
  const queue: { node: Node; slot: number }[] = [{ node: root, slot: 0 }]
  for (let at = 0; at < queue.length; at++) {
    const item = queue[at]
    if (!item) break
    const { node, slot } = item
    if (node.children.size === 0) {
      base[slot] = -node.value - 1
      continue
    }
    const labels = [...node.children.keys()].sort((a, b) => a - b)
    if (node.value >= 0) labels.unshift(END)
    const first = labels[0] ?? 0
    let place = Math.max(1, scanFrom - first)
    let seen = 0
    let taken = 0
    for (;;) {
      ensure(place)
      seen++
      if (check[place + first] !== FREE) taken++
      else if (usedBase[place] === 0 && labels.every((label) => check[place + label] === FREE)) break
      place++
    }
    // A crowded stretch is not looked at again (the heuristic of Darts).
    if (seen > 16 && taken >= seen * 0.9) scanFrom = place + first
    usedBase[place] = 1
    base[slot] = place
    for (const label of labels) {
      check[place + label] = label
      top = Math.max(top, place + label)
      if (label === END) base[place] = -node.value - 1
      else {
        const child = node.children.get(label)
        if (child) queue.push({ node: child, slot: place + label })
      }
    }
  }
  const length = top + 256
  ensure(length)
  return { base: base.slice(0, length), check: check.slice(0, length) }
}
