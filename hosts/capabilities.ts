/** What a host may be able to do; cases of the conformance suite name what they need of it. */
export const abilities = {
  actions: 'runs actions',
  customAction: 'makes any other call by Custom Action',
  exactOutput: 'hands on the output of an action whole',
  exactLimit: 'asks for no more rows than are wanted',
  lists: 'loads live lists',
  listSearch: 'searches live lists',
  shortListSearch: 'narrows live lists that come whole',
  listLabels: 'shows the label of a value that was chosen earlier',
  listPages: 'loads further pages of live lists',
  dependentLists: 'loads live lists that follow what else has been chosen',
  triggers: 'receives events',
  ignoredEvents: 'tells events that are not for a trigger from those that are',
  renewal: 'renews an access token that is no longer accepted',
  retries: 'repeats a read that has failed in passing',
  rateLimit: 'keeps within the rate limit',
  dailyBudget: 'sends nothing more once the budget of the day is used up',
  findExisting: 'looks for the record of a write of unknown outcome',
  timeout: 'gives up after a time',
  inputCheck: 'names what is wrong with an input before anything is sent',
} as const

export type Ability = keyof typeof abilities

/** One host: what it can't do, each with the reason. Nothing else may be left out of its tests. */
export interface HostCapabilities {
  /** The name of its folder in `hosts/`. */
  readonly name: string
  readonly title: string
  /** The reason for each ability that it lacks. */
  readonly lacks: Partial<Readonly<Record<Ability, string>>>
  /** Single cases of the conformance suite that do not hold, by `kind: name`, with the reason. */
  readonly exceptions?: Readonly<Record<string, string>>
  /** What is less than on Node though no case shows it, with the reason. */
  readonly differs?: Readonly<Record<string, string>>
}
