import type { Specification } from './facts.ts'

/** What API v1 says of its calls: cost and scope. Made from Pipedrive's OpenAPI files by `npm run specification`. */
export const v1: Specification = {
  scopes:
    'activities:read admin base contact-fields:full contacts:full contacts:read deal-fields:full deals:full deals:read goals:full goals:read leads:full leads:read mail:full mail:read messengers-integration phone-integration product-fields:full products:full products:read projects:full projects:read recents:read users:read video-calls',
  calls: `activityFields G20a
activityTypes G20a O10b
.{} D6b U10b
billing/subscriptions/addons G20x
callLogs G20q O10q
.{} D6q G2q
..recordings O10q
channels O10p
.messages/receive O10p
.{} D6p
..conversations/{} D6p
currencies G20c
dealFields D10g G20i O10g
.{} D6g G2i U10g
deals/archived G40i
.summary G40i
..archived G80i
.timeline G20i
..archived G40i
.{}/changelog G20w
..duplicate O10h
..files G20i
..flow G40w
..followers G20i O10h
...{} D6h
..mailMessages G20o
..merge U40h
..participants G10i O10h
...{} D6h
..participantsChangelog G10i
..permittedUsers G10i
files G20i O10h
.remote O10h
.remoteLink O10h
.{} D6h G2i U10h
..download G20i
filters D10h G20i O10h
.helpers G20i
.{} D6h G2i U10h
goals O10j
.find G20k
.{} D6j U10j
..results G20k
leadFields G20m
leadLabels G10m O10l
.{} D6l A10l
leadSources G2m
leads G20m O10l
.archived G40m
.search G40m
.{} D6l G2m A10l
..permittedUsers G10m
legacyTeams G20x O10b
.user/{} G20x
.{} G2x U10b
..users D10b G20x O10b
mailbox/mailMessages/{} G2o
.mailThreads G20o
..{} D6n G20o U10n
...mailMessages G20o
meetings/userProviderLinks O10y
..{} D6y
noteFields G20i
notes G20i O10h
.{} D6h G2i U10h
..comments G20i O10h
...{} D6h G2i U10h
organizationFields D10d G20f O10d
.{} D6d G2f U10d
organizationRelationships G20f O10e
.{} D6e G2f U10e
organizations/{}/changelog G20w
..files G20f
..flow G40w
..followers G20f O10e
...{} D6e
..mailMessages G20o
..merge U40e
..permittedUsers G10f
permissionSets G20b
.{} G2b
..assignments G20b
personFields D10d G20f O10d
.{} D6d G2f U10d
persons/{}/changelog G20w
..files G20f
..flow G40w
..followers G20f O10e
...{} D6e
..mailMessages G20o
..merge U40e
..permittedUsers G10f
..picture D6e O10e
..products G20f
pipelines/{}/conversion_statistics G40i
..deals G20i
..movement_statistics G40i
productFields D10r G20t O10r
.{} D6r G2t U10r
products/{}/deals G20i
..files G20t
..followers G20t O10s
...{} D6s
..permittedUsers G10t
projectTemplates G20v
.{} G2v
projects G20v O10u
.boards G20v
..{} G2v
.phases G20v
..{} G2v
.{} D6u G2v U10u
..activities G20v
..archive O10u
..groups G20v
..plan G20v
...activities/{} U10u
...tasks/{} U10u
..tasks G20v
recents G20w
roles G20b O10b
.{} D6b G2b U10b
..assignments D6b G10b O10b
..pipelines G20b U10b
..settings G20b O10b
stages/{}/deals G20i
tasks G20v O10u
.{} D6u G2v U10u
userConnections G20c
userSettings G2c
users G20x O10b
.find G40x
.me G2c
.{} G2x U10b
..followers G20x
..permissions G10x
..roleAssignments G10x
..roleSettings G10x
webhooks G10b O10b
.{} D6b`,
}
