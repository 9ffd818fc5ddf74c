import { Fragment, type ReactNode } from 'react'
import { Anchor, Code } from '@mantine/core'
import { Element, htmlToDOM, Text } from 'html-react-parser'

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

/** Of a tag that is not allowed only the text stays. */
const allowed = (node: unknown, key: number): ReactNode => {
  if (node instanceof Text) return node.data
  if (!(node instanceof Element) || silent.has(node.name)) return null
  if (node.name === 'br') return <br key={key} />
  const inner = node.children.map(allowed)
  switch (node.name) {
    case 'b':
    case 'strong':
      return <strong key={key}>{inner}</strong>
    case 'i':
    case 'em':
      return <em key={key}>{inner}</em>
    case 'code':
      return <Code key={key}>{inner}</Code>
    case 'a':
      return <Link key={key} href={node.attribs['href'] ?? ''} text={inner} />
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
