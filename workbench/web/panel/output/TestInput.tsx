import type { StepView } from '../../../api/index.ts'
import { resolvedInput } from '../../output/explainFailure.ts'
import { Json } from '../../shared/Json.tsx'
import { useTest } from '../../workflow/nodeTests.ts'
import { usePanelNode } from '../nodeContext.ts'
import classes from './output.module.css'

/** What a test was run with, references resolved. */
export const TestInput = ({ step }: { step: StepView }) => {
  const panel = usePanelNode()
  const { sources, isTrigger } = panel
  const parameters = useTest(panel)?.parameters
  if (isTrigger) return null
  const outputs = Object.fromEntries(sources.map(({ name, output }) => [name, output]))
  const input = step.input ?? resolvedInput(parameters, outputs)
  return (
    <details className={classes.requests}>
      <summary>Input, with references resolved</summary>
      <Json label="Input" value={input} />
    </details>
  )
}
