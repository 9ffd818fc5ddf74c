const vague =
  /\b(who|whom|whoever|nobody|no one|somebody|someone|anybody|anyone|so many|so much|so long|meanwhile)\b/i

/**
 * Refuses words in comments that leave the subject, the number or the time open.
 * @type {import('eslint').Rule.RuleModule}
 */
export const plainComments = {
  meta: {
    type: 'suggestion',
    messages: {
      vague:
        'Begin with a noun or a verb in the third person, and name what “{{word}}” stands for.',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context
    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          const [word] = vague.exec(comment.value.replaceAll(/\s*\n\s*\*?\s*/g, ' ')) ?? []
          if (word && comment.loc)
            context.report({ loc: comment.loc, messageId: 'vague', data: { word } })
        }
      },
    }
  },
}
