/** v1 paths that are out of support since 2026-08-01; here they are gone. */
export const retired = [
  'deals',
  'persons',
  'organizations',
  'activities',
  'products',
  'pipelines',
  'stages',
  'itemSearch',
]
