import { member, type PropertyManifest } from '../../../../definitions/index.ts'
import type { Source } from './sources.ts'

/** A value of an earlier node that a field can refer to. */
export interface Pill {
  /** `getDeals_1.body.data[0].title` */
  readonly path: string
  readonly name: string
  readonly type: PropertyManifest['type'] | undefined
  /** Undefined where the schema declares it, but nothing is known of its value. */
  readonly value: unknown
  readonly children: readonly Pill[]
}

export const referenceTo = (path: string) => `\${${path}}`

/**
 * Everything in the output of a node: what the schema declares, and what else there is. Of a list
 * only the first items are shown; for references the first one stands for all.
 */
export const pillOf = ({ name, output, schema }: Source, mostItems = 1): Pill =>
  pillAt({ path: name, name, value: output, schema }, mostItems)

interface Place {
  readonly path: string
  readonly name: string
  readonly value: unknown
  readonly schema: PropertyManifest | undefined
}

const pillAt = (place: Place, mostItems: number): Pill => ({
  path: place.path,
  name: place.name,
  type: place.schema?.type,
  value: place.value,
  children: placesIn(place, mostItems).map(child => pillAt(child, mostItems)),
})

const placesIn = ({ path, value, schema }: Place, mostItems: number): readonly Place[] => {
  if (Array.isArray(value) || schema?.type === 'ARRAY') {
    const items: readonly unknown[] = Array.isArray(value) ? value : []
    const [declared] = schema?.items ?? []
    // Of an empty list there is nothing to refer to but what is declared.
    const shown = items.length > 0 || !declared ? items.slice(0, mostItems) : [undefined]
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
  return [...new Set([...names, ...found])].flatMap(name => {
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

/** The pills whose own name or path has the text in it, with the way to them. */
export const filterPills = (pills: readonly Pill[], text: string): readonly Pill[] => {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return pills
  return pills.flatMap(pill => {
    if (pill.name.toLowerCase().includes(wanted)) return [pill]
    const children = filterPills(pill.children, wanted)
    return children.length > 0 ? [{ ...pill, children }] : []
  })
}

/** A value in one short line. */
export const shortly = (value: unknown): string => {
  if (Array.isArray(value)) return value.length === 1 ? '1 item' : `${value.length} items`
  if (typeof value === 'object' && value !== null) return ''
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
