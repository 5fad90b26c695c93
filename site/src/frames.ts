export const frames = ['give', 'return', 'receipt', 'problem', 'find'] as const
export type FrameName = (typeof frames)[number]
