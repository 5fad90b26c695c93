export const frames = ['give', 'return', 'receipt', 'problem'] as const
export type FrameName = (typeof frames)[number]
