/** Names chosen to hurt: other scripts, quotes, and what breaks addresses and templates. */
export const firstNames = [
  ...['Ada', 'Björn', 'Chloé', 'Dmitri', 'Elif', 'Fatima', 'Grace', 'Håkon', 'Inês', 'José'],
  ...['Kübra', 'Liam', 'María', 'Noor', 'Oğuz', 'Priya', 'Quentin', 'Róisín', 'Søren', 'Tõnu'],
  ...['Ulrike', 'Věra', 'Wei', 'Ximena', 'Yūki', 'Zoë', 'Anna-Lena', 'Jean-Luc', 'Nguyễn', 'Łucja'],
  ...[
    'Aoife',
    'Bashir',
    'Catarina',
    'Dušan',
    'Eszter',
    'Florian',
    'Giulia',
    'Hana',
    'Ivo',
    'Jelena',
  ],
] as const

export const lastNames = [
  ...["O'Brien", 'Šťastný', 'García Márquez', 'Müller', 'Nakamura', 'van der Berg', 'Kowalski'],
  ...['Lovelace', 'Hopper', 'Åkesson', 'Nuñez', 'D’Angelo', 'Öztürk', 'Smith', 'Papadópoulos'],
  ...['Ivanov', 'Kim', 'Tamm', 'Dupont', 'Rossi', 'Silva', 'Haddad', 'Singh', 'Larsen', 'Weiß'],
  ...['Varga', 'Novák', 'Jensen', 'Moreau', 'Castro'],
] as const

export const oddPersons = [
  '李小龍',
  'محمد علي',
  '${person.name}',
  'Robert "Bob" O\'Neil & Co',
  '🦊 Fox',
]

export const companyFirst = [
  ...[
    'Nordic',
    'Blue',
    'Alpine',
    'Harbour',
    'Quantum',
    'Green',
    'Silver',
    'Baltic',
    'Rapid',
    'Iron',
  ],
  ...[
    'Crystal',
    'Summit',
    'Amber',
    'Cobalt',
    'Delta',
    'Echo',
    'Falcon',
    'Golden',
    'Horizon',
    'Ivory',
  ],
] as const
export const companySecond = [
  ...['Foods', 'Logistics', 'Software', 'Energy', 'Textiles', 'Motors', 'Labs', 'Media', 'Timber'],
  ...['Pharma', 'Systems', 'Consulting', 'Airways', 'Optics', 'Robotics', 'Books'],
] as const
export const companyThird = ['GmbH', 'Ltd', 'OÜ', 'S.A.', 'AB', 'Inc.', 'B.V.', 'Kft.'] as const

export const oddCompanies = [
  'Smith & Sons / Partners',
  '50% "Off" Ltd',
  "L'Été & Cie",
  '${org.name} GmbH',
  '株式会社 山田',
  'A/B Test #1 + More?',
  'Back\\slash <b>Bold</b>',
]

export const dealSubjects = [
  ...['Renewal', 'New licence', 'Pilot', 'Upgrade', 'Framework contract', 'Training', 'Support'],
  ...['Relocation', 'Audit', 'Extension'],
] as const
export const oddDeals = [
  'Spring & Summer / 50% off',
  'The "big" one',
  '${deal.title} stays as it is',
  'Größe > 100 € – año 2025',
  '契約更新 #1',
]

export const streets = ['Main Street', 'Rue de la Paix', 'Königsallee', 'Pärnu mnt', 'Calle Mayor']
export const cities = [
  { locality: 'Tallinn', country: 'Estonia', postal_code: '10119' },
  { locality: 'Köln', country: 'Germany', postal_code: '50667' },
  { locality: 'São Paulo', country: 'Brazil', postal_code: '01000-000' },
  { locality: 'New York', country: 'United States', postal_code: '10001' },
] as const

/** The n-th of all combinations; each comes once before numbers are added. */
export const combine = (index: number, ...lists: readonly (readonly string[])[]) => {
  let rest = index
  const parts = lists.map(list => {
    const part = list[rest % list.length] ?? ''
    rest = Math.floor(rest / list.length)
    return part
  })
  return rest === 0 ? parts : [...parts, String(rest + 1)]
}
