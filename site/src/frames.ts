export const frames = ['give', 'return', 'receipt', 'problem', 'find', 'transfer'] as const
export type FrameName = (typeof frames)[number]
