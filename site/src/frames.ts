export const frames = ['give', 'return', 'receipt', 'problem', 'find', 'confirmation'] as const
export type FrameName = (typeof frames)[number]
