export const card = { width: 300, height: 84 } as const
const distance = card.height + 64

/** Where nodes stand: one below the other, the trigger (or its place) on top, + at the end. */
export interface Placed {
  /** Unique also where a file has two nodes of one name. */
  readonly id: string
  /** Undefined for the place of a missing trigger, and for the end. */
  readonly name: string | undefined
  readonly kind: 'start' | 'trigger' | 'task' | 'end'
  /** Within the tasks: -1 on top, and at the end as many as there are. */
  readonly index: number
  readonly y: number
}

/** Names of nodes in the order in which they run. */
export interface Names {
  readonly triggers: readonly string[]
  readonly tasks: readonly string[]
}

export const layout = ({ triggers, tasks }: Names): readonly Placed[] => {
  const top: readonly Omit<Placed, 'y'>[] =
    triggers.length > 0
      ? triggers.map((name, at) => ({ id: `trigger ${at}`, name, kind: 'trigger', index: -1 }))
      : [{ id: 'start', name: undefined, kind: 'start', index: -1 }]
  const seen = new Map<string, number>()
  const below = tasks.map((name, index) => {
    const times = seen.get(name) ?? 0
    seen.set(name, times + 1)
    return {
      id: `task ${name}${times === 0 ? '' : ` ${times}`}`,
      name,
      kind: 'task',
      index,
    } as const
  })
  const end = { id: 'end', name: undefined, kind: 'end', index: tasks.length } as const
  return [...top, ...below, end].map((each, at) => ({ ...each, y: at * distance }))
}

export interface Line {
  readonly id: string
  readonly source: string
  readonly target: string
  /** Where a task that is dropped on this line goes. */
  readonly gap: number
}

export const linesBetween = (placed: readonly Placed[]): readonly Line[] =>
  placed.slice(1).map(({ id, index }, at) => {
    const source = placed[at]?.id ?? ''
    return { id: `${source} → ${id}`, source, target: id, gap: Math.max(index, 0) }
  })

/** The gap between tasks that is nearest to a height: 0 is above the first of them. */
export const gapAt = (placed: readonly Placed[], y: number): number =>
  placed.filter(each => each.kind === 'task' && each.y + card.height / 2 < y).length

interface Size {
  readonly width: number
  readonly height: number
}

/** All of it where that can be read; else the upper part, at a size that can be. */
export const startingView = (placed: readonly Placed[], { width, height }: Size) => {
  const margin = 40
  const content = (placed.at(-1)?.y ?? 0) + card.height
  const zoom = Math.min(1, Math.max(0.75, (height - 2 * margin) / content))
  return {
    x: (width - card.width * zoom) / 2,
    y: Math.max(margin, (height - content * zoom) / 2),
    zoom,
  }
}
