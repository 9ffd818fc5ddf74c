import type { Specification } from './facts.ts'

/** What API v2 says of its calls: cost and scope. Made from Pipedrive's OpenAPI files by `npm run specification`. */
export const v2: Specification = {
  scopes:
    'activities:full activities:read admin contact-fields:full contacts:full contacts:read deal-fields:full deals:full deals:read leads:full leads:read products:full products:read project-fields:full projects:full projects:read search:read users:read',
  calls: `activities G10b O5a
.{} D3a G1b A5a
activityFields G10c
.{} G1c
boards G10p O5o
.{} D3o G10p A5o
dealFields G10i O5g
.{} D3g G1i A5h
..options D3h A5h O5h
deals G10i O5h
.archived G20i
.installments G10i
.products G10m
.search G20i
.{} D3h G1i A5h
..convert/lead O40h
...status/{} G1i
..discounts G10i O5i
...{} D3i A5i
..followers G10i O5h
...changelog G10i
...{} D3h
..installments O5i
...{} D3i A5i
..products D15l G10m O5l
...bulk O25l
...{} D3h A5l
itemSearch G20q
.field G20q
leads/search G20k
.{}/convert/deal O40j
...status/{} G1k
organizationFields G10f O5d
.{} D3d G1f A5e
..options D3e A5e O5e
organizations G10f O5e
.search G20f
.{} D3e G1f A5e
..followers G10f O5e
...changelog G10f
...{} D3e
personFields G10f O5d
.{} D3d G1f A5e
..options D3e A5e O5e
persons G10f O5e
.search G20f
.{} D3e G1f A5e
..followers G10f O5e
...changelog G10f
...{} D3e
..picture G1f
phases G10p O5o
.{} D3o G10p A5o
pipelines G5i O5c
.{} D3c G1i A5c
productFields G10m O5l
.{} D3l G1m A5l
..options D3l A5l O5l
products G10m O5l
.search G20m
.{} D3l G1m A5l
..duplicate O5l
..followers G10m O5l
...changelog G10m
...{} D3l
..images D6l G10m O20l U20l
..variations G10m O5l
...{} D3l A5l
projectFields G10p O5n
.{} D3n G1p A5n
..options D3n A5n O5n
projectTemplates G10p
.{} G1p
projects G10p O5o
.archived G10p
.search G20p
.{} D3o G1p A5o
..archive O3o
..changelog G10p
..permittedUsers G5p
stages G5i O5c
.{} D3c G1i A5c
tasks G10p O5o
.{} D3o G1p A5o
users/{}/followers G10r`,
}
