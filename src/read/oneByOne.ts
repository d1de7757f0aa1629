/**
 * The items of batches one by one. Written out, since `yield*` in an async generator costs two promises and
 * three turns an item: this one resolves from the batch at hand and waits only between batches.
 */
export function oneByOne<Item>(batches: () => AsyncIterable<readonly Item[]>): AsyncIterable<Item> {
  return {
    [Symbol.asyncIterator](): AsyncIterator<Item> {
      const source = batches()[Symbol.asyncIterator]()
      let batch: readonly Item[] = []
      let at = 0
      const refill = async (): Promise<IteratorResult<Item>> => {
        for (;;) {
          const next = await source.next()
          if (next.done) return { done: true, value: undefined }
          batch = next.value
          at = 1
          if (batch.length > 0) return { done: false, value: batch[0] as Item }
        }
      }
      return {
        next: () =>
          at < batch.length ? Promise.resolve({ done: false, value: batch[at++] as Item }) : refill(),
        async return() {
          batch = []
          await source.return?.()
          return { done: true, value: undefined }
        },
      }
    },
  }
}
