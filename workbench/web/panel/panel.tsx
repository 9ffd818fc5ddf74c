import { useEffect, useState } from 'react'
import { Tabs } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { NodeJson } from '../../api/index.ts'
import { useComponent } from '../shared/component.ts'
import { ErrorNotice } from '../shared/ErrorNotice.tsx'
import { Loading } from '../shared/Loading.tsx'
import { problemOf } from '../shared/nextStep.ts'
import { onceDrawn } from '../shared/onceDrawn.ts'
import { usePublicUrl } from '../shared/PublicUrl.tsx'
import { inputsOf } from '../validation/inputs.ts'
import { validateNode } from '../validation/validators.ts'
import { useWantedField } from '../workflow/editStep.ts'
import { markAttempt, startTest } from '../workflow/nodeTests.ts'
import { currentNode } from '../workflow/selectors.ts'
import { ConnectionTab } from './ConnectionTab.tsx'
import { DataDock } from './data/DataDock.tsx'
import { DescriptionTab } from './DescriptionTab.tsx'
import { PropertiesForm } from './form/PropertiesForm.tsx'
import { PanelNodeProvider, useNodeNamed, type PanelNode } from './nodeContext.ts'
import { OutputTab } from './output/OutputTab.tsx'
import classes from './panel.module.css'
import { usePanelSize } from './panelSize.ts'
import { PanelHeader } from './PanelHeader.tsx'
import { TestConfirm } from './TestConfirm.tsx'
import { testEffect } from './testEffect.ts'
import { UnknownNode } from './UnknownNode.tsx'

/** Everything about one node: what it is, what it is given, what comes out. */
export const NodePanel = ({ node: name }: { node: string }) => {
  const panel = useNodeNamed(name)
  const component = useComponent()
  if (panel)
    return (
      <PanelNodeProvider value={panel}>
        <Panel key={name} panel={panel} />
      </PanelNodeProvider>
    )
  if (component.error)
    return (
      <ErrorNotice problem={problemOf(component.error)} onRetry={() => void component.refetch()} />
    )
  return component.data ? <UnknownNode name={name} /> : <Loading />
}

type Parameters = NodeJson['parameters']

/** A test that waits for a yes. */
interface Attempt {
  readonly parameters: Parameters
  readonly input: Parameters | undefined
}

const Panel = ({ panel }: { panel: PanelNode }) => {
  const { operation, connection } = panel
  const hasProperties = inputsOf(operation).properties.length > 0
  const [tab, setTab] = useState<string | null>(hasProperties ? 'properties' : 'output')
  const [asking, setAsking] = useState<Attempt>()
  const [publicUrl] = usePublicUrl()
  const isFull = usePanelSize(size => size.isFull)
  const queries = useQueryClient()

  const wanted = useWantedField(({ wanted }) => wanted)
  useEffect(() => {
    if (wanted?.node !== panel.name) return
    setTab(hasProperties ? 'properties' : 'output')
    focusField(panel.name, wanted.path)
    useWantedField.setState({ wanted: undefined })
  }, [wanted, panel.name, hasProperties])

  const showErrors = () => {
    setTab('properties')
    focusFirstError()
  }
  const run = (input: Parameters | undefined) => {
    if (!isFull || !hasProperties) setTab('output')
    const isReal = panel.isTrigger && connection && !connection.sandbox
    void startTest(panel, { ...(isReal && { publicUrl }), ...(input && { input }) })
  }
  const runOrAsk = (parameters: Parameters, input?: Parameters) =>
    mustAsk(panel, parameters) ? setAsking({ parameters, input }) : run(input)
  const test = async () => {
    const node = currentNode(panel.name)
    if (!node) return
    const errors = await validateNode(queries, { node, operation })
    if (errors.length > 0) {
      markAttempt(panel)
      showErrors()
    } else runOrAsk(node.parameters)
  }
  const output = (
    <OutputTab
      onTest={() => void test()}
      onTestWith={input => runOrAsk(input, input)}
      onShowFields={showErrors}
    />
  )
  return (
    <div className={classes.panel}>
      <PanelHeader onTest={() => void test()} />
      <Tabs
        value={tab}
        onChange={setTab}
        className={classes.tabs}
        classNames={{ tab: classes.tab ?? '' }}
        keepMounted={false}
      >
        <Tabs.List px="xs">
          <Tabs.Tab value="description">Description</Tabs.Tab>
          <Tabs.Tab value="connection">Connection</Tabs.Tab>
          {hasProperties && <Tabs.Tab value="properties">Properties</Tabs.Tab>}
          <Tabs.Tab value="output">Output</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="description" className={classes.page}>
          <DescriptionTab />
        </Tabs.Panel>
        <Tabs.Panel value="connection" className={classes.page}>
          <ConnectionTab />
        </Tabs.Panel>
        {hasProperties && (
          <Tabs.Panel value="properties" className={classes.split} data-full={isFull || undefined}>
            <div className={classes.page}>
              <PropertiesForm />
            </div>
            <DataDock />
            {isFull && (
              <section className={classes.page} aria-label="Output">
                {output}
              </section>
            )}
          </Tabs.Panel>
        )}
        <Tabs.Panel value="output" className={classes.page}>
          {output}
        </Tabs.Panel>
      </Tabs>
      <TestConfirm
        parameters={asking?.parameters}
        onConfirm={() => run(asking?.input)}
        onClose={() => setAsking(undefined)}
      />
    </div>
  )
}

/** A button called Test must not write into a real account, or delete anything, without asking. */
const mustAsk = ({ operation, connection }: PanelNode, parameters: Parameters): boolean => {
  const effect = testEffect(operation, parameters)
  return effect === 'destroy' || (effect === 'write' && connection?.sandbox === false)
}

/** Once it has been drawn: the field with this path, or the first one there is to fill in. */
const focusField = (node: string, path: string | undefined) =>
  onceDrawn(() => {
    const id = ['field-' + node, ...(path?.match(/[^.[\]]+/g) ?? [])].join('_')
    const field = path === undefined ? firstField() : document.getElementById(id)
    if (field instanceof HTMLElement) field.focus()
  })

const firstField = () =>
  document.querySelector('[role=tabpanel] :is(input, textarea)') ??
  document.querySelector('[data-test-button]')

/** Once it has been drawn: brings the first invalid field into view. */
const focusFirstError = () =>
  onceDrawn(() => {
    const first = document.querySelector('[role=tabpanel] [aria-invalid=true]')
    if (first instanceof HTMLElement) first.focus()
  })
