/** Where the definition departs from the facts of the contract on purpose. */
export interface Difference {
  /** The facts concerned. */
  readonly where: RegExp
  /** What the contract says; absent where it is silent. */
  readonly seed?: string
  /** Absent where ours is silent. */
  readonly ours?: string
  readonly reason: string
}

export const differences: readonly Difference[] = [
  {
    where: /^component icon$/,
    seed: 'path:assets/pipedrive.svg',
    ours: 'path:component/icon.svg',
    reason: 'The icon stands next to the component.',
  },
  {
    where: /^connection scopes$/,
    seed: '["deals:read","deals:full","goals:read","goals:full","leads:read","leads:full","activities:read","activities:full","contacts:read","contacts:full","admin","recents:read","search:read","mail:read","mail:full","products:read","products:full","users:read","base","phone-integration"]',
    ours: '["base","deals:full","contacts:full","leads:full","activities:read","users:read","webhooks:full"]',
    reason: 'The fewest scopes that the operations need; webhooks have one of their own now.',
  },
  {
    where: /^(add|get|search)Deals?(Details)? output \S+(data|\[\])\.value$/,
    seed: 'INTEGER',
    ours: 'NUMBER',
    reason: 'Money has decimals: a deal of 99.50 must not lose its cents.',
  },
  {
    where: /^(add|get|search)Leads?(Details)? output \S+\.value\.amount$/,
    seed: 'INTEGER',
    ours: 'NUMBER',
    reason: 'Money has decimals here too.',
  },
  {
    where: /^searchLeads output \S+\.expected_close_date$/,
    seed: 'DATE',
    reason: 'Hits do not tell it, and a call for each of them would cost more than the search.',
  },
  {
    where: /^(new|updated)Deal output value$/,
    seed: 'INTEGER',
    ours: 'NUMBER',
    reason: 'Money has decimals in events too.',
  },
  {
    where: /^add\w+ input (deal|lead|organization|person) required$/,
    ours: 'true',
    reason: 'Without it there is nothing to add.',
  },
  {
    where: /^add\w+ input \S+\.currency value$/,
    seed: 'symbol',
    ours: 'code',
    reason: 'Pipedrive takes the code; several currencies share a symbol.',
  },
  {
    where: /^addDeal input deal\.status options$/,
    seed: '["open","won","lost","deleted"]',
    ours: '["open","won","lost"]',
    reason: 'Pipedrive refuses to add a deal that is deleted.',
  },
  {
    where: /^addDeal input deal\.lost_reason shownIf$/,
    seed: "status == 'lost'",
    ours: "deal.status == 'lost'",
    reason: 'Paths start at the operation, where there is no `status`.',
  },
  {
    where: /^addLead input lead\.organization_id control$/,
    seed: 'INTEGER',
    ours: 'SELECT',
    reason: 'It is chosen from the organizations, as everywhere else.',
  },
  {
    where: /^addLead input lead\.organization_id list$/,
    ours: '/organizations',
    reason: 'It is chosen from the organizations, as everywhere else.',
  },
  {
    where: /^addLead input lead\.organization_id value$/,
    ours: 'id',
    reason: 'It is chosen from the organizations, as everywhere else.',
  },
  {
    where: /^addLead input lead\.organization_id text$/,
    ours: 'name',
    reason: 'It is chosen from the organizations, as everywhere else.',
  },
  {
    where: /^(delete|get)Lead(Details)? input id text$/,
    seed: 'name',
    ours: 'title',
    reason: 'Leads have a title and no name.',
  },
  {
    where: /^addLead input lead\.label_ids label$/,
    seed: 'Lead   Labels',
    ours: 'Lead Labels',
    reason: 'Spacing.',
  },
  {
    where: /^get(Organizations|Persons) input first_char label$/,
    seed: 'First   Characters',
    ours: 'First Characters',
    reason: 'Spacing.',
  },
  {
    where: /^addPerson input person\.email\[\]\.value label$/,
    seed: 'Email   Address',
    ours: 'Email Address',
    reason: 'Spacing.',
  },
  {
    where: /^addPerson input person\.phone\[\]\.value label$/,
    seed: 'Phone   Number',
    ours: 'Phone Number',
    reason: 'Spacing.',
  },
  {
    where: /^getOrganizationDetails input id label$/,
    seed: 'Organizaton',
    ours: 'Organization',
    reason: 'Spelling.',
  },
  {
    where: /^addOrganization input organization\.owner_id label$/,
    seed: 'Owner Id',
    ours: 'Owner',
    reason: 'A person chooses a name from a list, as in the other actions.',
  },
]
