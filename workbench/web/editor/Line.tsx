import { BaseEdge, getStraightPath, type EdgeProps } from '@xyflow/react'
import type { FlowEdge } from './flow.ts'
import { useView } from './view.ts'

/** Lights up while something is dragged that would land here. */
export const Line = ({ data, ...ends }: EdgeProps<FlowEdge>) => {
  const gap = data?.gap
  const chosen = useView(view => gap !== undefined && (view.dropGap ?? view.gap) === gap)
  const [path] = getStraightPath(ends)
  return (
    <BaseEdge
      path={path}
      style={{
        stroke: chosen ? 'var(--mantine-color-green-outline)' : 'var(--app-line)',
        strokeWidth: chosen ? 4 : 2,
      }}
    />
  )
}
