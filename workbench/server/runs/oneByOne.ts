/** Works with the same key one after the other, whatever becomes of each. */
export const oneByOne = () => {
  const last = new Map<string, Promise<unknown>>()
  return <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
    const next = (last.get(key) ?? Promise.resolve()).then(work)
    last.set(
      key,
      next.catch(() => {}),
    )
    return next
  }
}
