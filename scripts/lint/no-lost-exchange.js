import { ESLintUtils } from '@typescript-eslint/utils'

/** A generator that is called and not used does nothing at all: its requests are never made. */
export const noLostExchange = {
  meta: {
    type: 'problem',
    messages: { lost: 'This exchange is never sent: write yield* in front of it.' },
    schema: [],
  },
  create(context) {
    const services = ESLintUtils.getParserServices(context)
    return {
      'ExpressionStatement > CallExpression'(node) {
        const type = services.getTypeAtLocation(node)
        if (type.getSymbol()?.getName() === 'Generator') context.report({ node, messageId: 'lost' })
      },
    }
  },
}
