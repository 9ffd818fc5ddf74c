import { Fragment, type ReactNode } from 'react'
import { Anchor, Code } from '@mantine/core'
import { htmlToDOM } from 'html-react-parser'

/** A description of the manifest: its `code`, and the few tags that descriptions may have. */
export const Help = ({ children }: { children: string }) =>
  children
    .split('`')
    .map((part, index) =>
      index % 2 === 1 ? (
        <Code key={index}>{part}</Code>
      ) : (
        <Fragment key={index}>{htmlToDOM(part).map(allowed)}</Fragment>
      ),
    )

const silent = new Set(['script', 'style', 'template', 'iframe', 'object', 'svg', 'math'])

interface Html {
  readonly type: string
  readonly data?: string
  readonly name?: string
  readonly attribs?: Readonly<Record<string, string>>
  readonly children?: readonly Html[]
}

/** Of a tag that is not allowed only the text stays. */
const allowed = (
  { type, data, name = '', attribs = {}, children = [] }: Html,
  key: number,
): ReactNode => {
  if (type === 'text') return data
  if (type !== 'tag' || silent.has(name)) return null
  const inner = children.map(allowed)
  switch (name) {
    case 'br':
      return <br key={key} />
    case 'b':
    case 'strong':
      return <strong key={key}>{inner}</strong>
    case 'i':
    case 'em':
      return <em key={key}>{inner}</em>
    case 'code':
      return <Code key={key}>{inner}</Code>
    case 'a':
      return <Link key={key} href={attribs['href'] ?? ''} text={inner} />
    default:
      return <Fragment key={key}>{inner}</Fragment>
  }
}

const Link = ({ href, text }: { href: string; text: ReactNode }) =>
  /^https:\/\//.test(href) ? (
    <Anchor href={href} target="_blank" rel="noopener noreferrer" inherit>
      {text}
    </Anchor>
  ) : (
    text
  )
