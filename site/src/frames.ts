export const frames = ['give', 'return', 'receipt', 'problem', 'find', 'transfer', 'confirmation'] as const
export type FrameName = (typeof frames)[number]
