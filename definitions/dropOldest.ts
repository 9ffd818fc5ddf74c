/** Removes the entries that were put in first until no more than `maxEntries` are left. */
export const dropOldest = (map: Map<unknown, unknown>, maxEntries: number): void => {
  for (const oldest of map.keys()) {
    if (map.size <= maxEntries) break
    map.delete(oldest)
  }
}
