import { member, type PropertyManifest } from '../../../definitions/index.ts'
import { byWanted } from './memberOrder.ts'
import type { Source } from './sources.ts'

/** A value of an earlier node that a field can refer to. */
export interface ValueNode {
  /** `getDeals_1.body.data[0].title` */
  readonly path: string
  readonly name: string
  readonly type: PropertyManifest['type'] | undefined
  /** Undefined where the schema declares it, but nothing is known of its value. */
  readonly value: unknown
  readonly children: readonly ValueNode[]
}

export const referenceTo = (path: string) => `\${${path}}`

/**
 * Everything in the output of a node: what the schema declares, and what else there is. Of a list
 * only the first items are shown; for references the first one stands for all.
 */
export const valueTreeOf = ({ name, label, output, schema }: Source, maxItems = 1): ValueNode =>
  valueNodeAt({ path: name, name: label || name, value: output, schema }, maxItems)

interface Place {
  readonly path: string
  readonly name: string
  readonly value: unknown
  readonly schema: PropertyManifest | undefined
}

const valueNodeAt = (place: Place, maxItems: number): ValueNode => ({
  path: place.path,
  name: place.name,
  type: place.schema?.type,
  value: place.value,
  children: placesIn(place, maxItems).map(child => valueNodeAt(child, maxItems)),
})

const placesIn = ({ path, value, schema }: Place, maxItems: number): readonly Place[] => {
  if (Array.isArray(value) || schema?.type === 'ARRAY') {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    const [declared] = schema?.items ?? []
    // Of an empty list there is nothing to refer to but what is declared.
    const shown = items.length > 0 || !declared ? items.slice(0, maxItems) : [undefined]
    return shown.map((item, index) => ({
      path: `${path}[${index}]`,
      name: `[${index}]`,
      value: item,
      schema: declared,
    }))
  }
  const declared = schema?.properties ?? []
  const names = declared.map(property => property.name ?? '')
  const found = typeof value === 'object' && value !== null ? Object.keys(value) : []
  return byWanted([...new Set([...names, ...found])]).flatMap(name => {
    const step = accessorOf(name)
    const child = { name, value: member(value, name), schema: declared[names.indexOf(name)] }
    return step === undefined ? [] : [{ ...child, path: path + step }]
  })
}

/** The way to a member; undefined where its name has both kinds of quotes and can't be written. */
export const accessorOf = (name: string): string | undefined => {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return `.${name}`
  if (!name.includes("'")) return `['${name}']`
  return name.includes('"') ? undefined : `["${name}"]`
}

/** The value itself has the text in it. */
const isValue = ({ value, children }: ValueNode, wanted: string) =>
  children.length === 0 && shortText(value).toLowerCase().includes(wanted)

/** The nodes whose own name, value or path has the text in it, with the way to them. */
export const filterValues = (nodes: readonly ValueNode[], text: string): readonly ValueNode[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return nodes
  return nodes.flatMap(node => {
    if (node.name.toLowerCase().includes(wanted) || isValue(node, wanted)) return [node]
    const children = filterValues(node.children, wanted)
    return children.length > 0 ? [{ ...node, children }] : []
  })
}

const maxParts = 3

/** What people call a record, or the parts of a value; nothing where it has no name. */
const titleOf = (record: object): string => {
  const names = ['title', 'name', 'subject'].map(key => member(record, key))
  const name = names.find((name): name is string => typeof name === 'string')
  if (name !== undefined || !isScalar(member(record, 'value'))) return name ?? ''
  return Object.values(record).filter(isScalar).slice(0, maxParts).join(' · ')
}

const isScalar = (value: unknown) => typeof value === 'string' || typeof value === 'number'

/** Values that are made of several, such as an amount with its currency, are read at a glance. */
const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  if (!Array.isArray(value)) return titleOf(value)
  if (value.length > 0 && value.every(isScalar)) return value.join(', ')
  return value.length === 1 ? '1 item' : `${value.length} items`
}

/** A value in one short line. */
export const shortText = (value: unknown): string => {
  const text = textOf(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
