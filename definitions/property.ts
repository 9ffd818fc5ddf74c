import type { Exchange, Scalar } from './exchange.ts'
import type { MemberNames } from './memberNames.ts'
import type { Option, OptionsDataSource } from './options.ts'

export type PropertyType =
  | (
      | 'STRING'
      | 'INTEGER'
      | 'NUMBER'
      | 'BOOLEAN'
      | 'DATE'
      | 'DATE_TIME'
      | 'TIME'
      | 'OBJECT'
      | 'ARRAY'
    )
  /** An object whose members only the API knows; `propertiesDataSource` asks for them. */
  | 'DYNAMIC_PROPERTIES'

export type ControlType =
  | 'TEXT'
  | 'INTEGER'
  | 'NUMBER'
  | 'SELECT'
  | 'MULTI_SELECT'
  | 'TEXT_AREA'
  | 'PHONE'
  | 'DATE'
  | 'DATE_TIME'
  | 'TIME'
  | 'OBJECT_BUILDER'
  | 'ARRAY_BUILDER'

/** What may be said of any value. The terms are ByteChef's. */
export interface PropertyOptions<Value> {
  readonly label?: string
  readonly description?: string
  readonly placeholder?: string
  readonly required?: boolean
  /** Null is a value: it clears what is there, where a member that is missing leaves it alone. */
  readonly nullable?: boolean
  readonly defaultValue?: Value
  /** A choice whose value does not say what it means has a label of its own. */
  readonly options?: readonly (Value | Option<Value>)[]
  /** Other values than the options are taken too. */
  readonly openOptions?: boolean
  /** Several options may be given as one text, with this between them. */
  readonly optionsSeparator?: string
  readonly optionsDataSource?: OptionsDataSource<Value>
  /** `path == 'literal'` or `path != 'literal'`, joined by `&&`; paths start at the operation. */
  readonly displayCondition?: string
  readonly minLength?: number
  readonly maxLength?: number
  /** `minLength` does not apply while these siblings have these values. */
  readonly minLengthUnless?: Readonly<Record<string, Scalar>>
  readonly regex?: string
  /** What `regex` stands for, in messages: `a number`. */
  readonly patternMessage?: string
  readonly minValue?: number
  readonly maxValue?: number
  /** Keys that are not declared are allowed too. */
  readonly additionalProperties?: boolean
  /** Path of another property that this one says something about; a form draws it below that. */
  readonly belongsTo?: string
  /** The value is the name of a member of a dynamic property of the operation. */
  readonly isMemberName?: true
  /** Where the type alone does not say what to draw. */
  readonly controlType?: ControlType
}

/** A described value. The `~` members exist for the compiler alone: they carry the TypeScript types. */
export interface Property<In = unknown, Out = unknown> extends PropertyOptions<unknown> {
  readonly type: PropertyType
  readonly properties?: Properties
  readonly items?: Property
  readonly propertiesDataSource?: PropertiesDataSource
  readonly '~in'?: In
  readonly '~out'?: Out
}

export type Properties = Readonly<Record<string, Property>>

/** What a form knows when it asks for the members of a dynamic property. */
export interface PropertiesQuery {
  /** The operation's input so far, as far as it has been filled in. */
  readonly input: unknown
  /** Asks the API, even if the members are known from before. */
  readonly fresh?: boolean
}

/** Members that only the API knows, such as the fields that an account has made up itself. */
export interface PropertiesDataSource {
  /** None means that the account has none, and that there is nothing to draw. */
  properties(query: PropertiesQuery): Exchange<Properties>
  /** What the members are called; absent where nothing may be called by its name. */
  names?(query: Pick<PropertiesQuery, 'fresh'>): Exchange<MemberNames>
  /** Whether a member of a record may be one of these, by its key; so they all may where it is absent. */
  isKey?(key: string): boolean
  /** Paths of the properties whose change makes the members stale. */
  readonly propertiesLookupDependsOn?: readonly string[]
}

/** Fixed options narrow a value to their union, unless they are open. */
type Narrowed<Value, D> = D extends { readonly openOptions: true }
  ? Value
  : D extends { readonly options: readonly (infer One extends Value)[] }
    ? One
    : Value

const scalar =
  <T extends PropertyType, Value>(type: T) =>
  <const D extends PropertyOptions<Value> = {}>(
    details?: D & { readonly defaultValue?: Narrowed<Value, D> },
  ): Property<Narrowed<Value, D>, Narrowed<Value, D>> & D & { readonly type: T } =>
    Object.assign({ type }, details)

export const string = scalar<'STRING', string>('STRING')
export const integer = scalar<'INTEGER', number>('INTEGER')
export const number = scalar<'NUMBER', number>('NUMBER')
export const boolean = scalar<'BOOLEAN', boolean>('BOOLEAN')
/** Text of the form 2026-12-31. */
export const date = scalar<'DATE', string>('DATE')
/** Text of the form 2026-12-31T23:59:59Z. */
export const dateTime = scalar<'DATE_TIME', string>('DATE_TIME')
/** Text of the form 23:59:59. */
export const time = scalar<'TIME', string>('TIME')

export const object = <const P extends Properties, const D extends PropertyOptions<never> = {}>(
  details: D & { readonly properties: P },
): Property<Input<P>, Output<P>> & D & { readonly type: 'OBJECT'; readonly properties: P } => ({
  type: 'OBJECT',
  ...details,
})

type Anything = Readonly<Record<string, unknown>>

/** An object whose keys only the user or the API knows. */
export const record = <const D extends PropertyOptions<never> = {}>(
  details?: D,
): Property<Anything, Anything> & D & { readonly type: 'OBJECT' } =>
  Object.assign({ type: 'OBJECT' as const, additionalProperties: true }, details)

/** A group of members that are asked of the API when a form is drawn; input may hold any. */
export const dynamicProperties = <const D extends PropertyOptions<never> = {}>(
  details: D & { readonly propertiesDataSource: PropertiesDataSource },
): Property<Anything, Anything> &
  D & {
    readonly type: 'DYNAMIC_PROPERTIES'
    readonly propertiesDataSource: PropertiesDataSource
  } => ({ type: 'DYNAMIC_PROPERTIES', ...details })

export const array = <const Items extends Property, const D extends PropertyOptions<never> = {}>(
  details: D & { readonly items: Items },
): Property<readonly InputOf<Items>[], readonly OutputOf<Items>[]> &
  D & { readonly type: 'ARRAY'; readonly items: Items } => ({ type: 'ARRAY', ...details })

export const required = <const P extends Property>(
  property: P,
): P & { readonly required: true } => ({ ...property, required: true })

/** Null clears; see `PropertyOptions`. */
export const nullable = <const P extends Property>(
  property: P,
): P & { readonly nullable: true } => ({ ...property, nullable: true })

export type InputOf<P> =
  | (P extends { readonly '~in'?: infer In } ? In : never)
  | (P extends { readonly nullable: true } ? null : never)
export type OutputOf<P> = P extends { readonly '~out'?: infer Out } ? Out : never

type Required = { readonly required: true }
type Present = Required | { readonly defaultValue: {} }
type Flat<T> = { [K in keyof T]: T[K] } & {}

/** What an executor is handed: required and defaulted members are there, others may be missing. */
export type Input<P extends Properties> = Flat<
  { readonly [K in keyof P as P[K] extends Present ? K : never]: InputOf<P[K]> } & {
    readonly [K in keyof P as P[K] extends Present ? never : K]?: InputOf<P[K]>
  }
>

/** What an API or an executor gives: only required members are sure to be there and not null. */
export type Output<P extends Properties> = Flat<
  { readonly [K in keyof P as P[K] extends Required ? K : never]: OutputOf<P[K]> } & {
    readonly [K in keyof P as P[K] extends Required ? never : K]?: OutputOf<P[K]> | null
  }
>
