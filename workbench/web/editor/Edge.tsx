import { BaseEdge, getStraightPath, type EdgeProps } from '@xyflow/react'
import type { FlowEdge } from './flow.ts'
import { useUiState } from './uiState.ts'

/** Lights up while something is dragged that would land here. */
export const Edge = ({ data, ...ends }: EdgeProps<FlowEdge>) => {
  const gap = data?.gap
  const chosen = useUiState(ui => gap !== undefined && (ui.dropGap ?? ui.gap) === gap)
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
