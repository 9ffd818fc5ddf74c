import { create } from 'zustand'
import type { NodeJson, Problem, TestLine } from '../../api/index.ts'
import type { Operation } from '../shared/component.ts'
import { lines } from '../shared/http.ts'
import { problemOf } from '../shared/nextStep.ts'
import { saveNow } from './autosave.ts'
import { advance, type Progress } from './runProgress.ts'
import { currentNode, selectWorkflowId, useNode } from './selectors.ts'
import { useEditor } from './store.ts'

/** A node that can be tested. */
interface TestableNode {
  readonly workflowId: string
  readonly name: string
  readonly operation: Operation
}

type Parameters = NodeJson['parameters']

/** The last test of a node in this tab. It goes on while its panel is closed. */
export interface NodeTest {
  /** What it was run with. */
  readonly parameters: Parameters
  /** Another input, in place of the parameters. */
  readonly input?: Parameters
  /** When it began. */
  readonly at: number
  readonly progress?: Progress | undefined
  readonly error?: Problem
  /** While it goes on. */
  readonly abort?: AbortController | undefined
}

type Tests = Readonly<Record<string, NodeTest>>

const useTests = create<Tests>()(() => ({}))

const keyOf = ({ workflowId, name }: TestableNode) => `${workflowId} ${name}`

const parametersOf = ({ name }: TestableNode) => currentNode(name)?.parameters ?? {}

/** The last test of a node on the canvas, if its parameters are still the same. */
export const useCurrentTest = (name: string): NodeTest | undefined => {
  const workflowId = useEditor(selectWorkflowId)
  const parameters = useNode(name)?.parameters
  const test = useTests(tests => tests[`${workflowId} ${name}`])
  return test?.parameters === parameters ? test : undefined
}

export const useTest = (tested: TestableNode): NodeTest | undefined =>
  useTests(tests => tests[keyOf(tested)])

const put = (tested: TestableNode, test: NodeTest) => useTests.setState({ [keyOf(tested)]: test })

/** A test that was not begun, because something is still missing. */
export const markAttempt = (tested: TestableNode) =>
  put(tested, { at: 0, ...useTests.getState()[keyOf(tested)], parameters: parametersOf(tested) })

export const cancelTest = (tested: TestableNode) =>
  useTests.getState()[keyOf(tested)]?.abort?.abort()

/** Tests the node as it is saved; what is unsaved is saved first. */
export const startTest = async (
  tested: TestableNode,
  { publicUrl, input }: { readonly publicUrl?: string; readonly input?: Parameters } = {},
) => {
  const { workflowId, name } = tested
  const abort = new AbortController()
  const { signal } = abort
  cancelTest(tested)
  let test: NodeTest = {
    parameters: parametersOf(tested),
    ...(input && { input }),
    at: Date.now(),
    abort,
  }
  const change = (to: Partial<NodeTest>) => {
    // A newer test has replaced this one.
    if (useTests.getState()[keyOf(tested)]?.abort !== abort) return
    test = { ...test, ...to }
    put(tested, test)
  }
  put(tested, test)
  try {
    if (!(await saveNow())) return change({ error: unsaved })
    const body = { node: name, ...(publicUrl && { publicUrl }), ...(input && { input }) }
    for await (const line of lines<TestLine>(`/api/workflows/${workflowId}/test`, body, signal)) {
      const { nodes, error } = advance({ nodes: { [name]: test.progress ?? begun } }, line)
      change({ progress: nodes[name], ...(error && { error }) })
      if (line.type === 'step' && line.step.state === 'done')
        useEditor.getState().setSamples({ [name]: line.step.output })
    }
  } catch (error) {
    change({ error: signal.aborted ? cancelled(tested) : problemOf(error) })
  } finally {
    change({ abort: undefined })
  }
}

const begun: Progress = { state: 'running', requests: 0 }

const unsaved: Problem = {
  name: 'Unsaved',
  message: 'The workflow could not be saved, so the step was not tested',
  recovery: 'retry',
  hint: 'See the notice on the canvas.',
}

/** A test that was cancelled is no failure. */
export const cancelledName = 'Cancelled'

/** The outcome of a cancelled write is unknown. */
const cancelled = ({ operation }: TestableNode): Problem => {
  const mayHaveWritten = 'metadata' in operation && !operation.metadata.readOnly
  return {
    name: cancelledName,
    message: 'The test was cancelled',
    recovery: mayHaveWritten ? 'check' : 'retry',
    ...(mayHaveWritten && {
      hint: 'It may still have been carried out: check Pipedrive before you test again.',
    }),
  }
}

/** What went wrong, wherever it was told. */
export const errorOf = (test: NodeTest | undefined): Problem | undefined =>
  test?.error ?? test?.progress?.step?.error

/** What the server found wrong with single fields. */
export const refusedFields = (test: NodeTest | undefined) => {
  const { problems, path, message = '' } = errorOf(test) ?? {}
  if (problems) return problems
  return path ? [{ path, problem: message.replace(`${path}: `, '') }] : []
}
