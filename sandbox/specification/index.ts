import { v1 } from './v1.ts'
import { v2 } from './v2.ts'

export type Version = 'v1' | 'v2'

/** Methods by path, as in `GET POST`, by version. Literal paths come first. */
export const specification: Readonly<Record<Version, Readonly<Record<string, string>>>> = { v1, v2 }

/** Paths of v1 that have left the specification; v2 has what they did. */
export const left: readonly string[] = [
  ...['activities', 'deals', 'organizations', 'persons'].flatMap(name => [
    ...[`/${name}`, `/${name}/collection`, `/${name}/{id}`],
  ]),
  ...['deals', 'organizations', 'persons', 'products'].map(name => `/${name}/search`),
  ...['/deals/{id}/activities', '/deals/{id}/persons', '/deals/{id}/products'],
  '/deals/{id}/products/{product_attachment_id}',
  ...['activities', 'deals', 'persons'].map(name => `/organizations/{id}/${name}`),
  ...['/persons/{id}/activities', '/persons/{id}/deals'],
  ...['pipelines', 'products', 'stages'].flatMap(name => [`/${name}`, `/${name}/{id}`]),
  ...['/itemSearch', '/itemSearch/field'],
]
