/** Stands for `markdown-to-jsx`, which @rjsf/core brings along for templates that we replace. */
export const Markdown = ({ children }: { children: string }) => children
