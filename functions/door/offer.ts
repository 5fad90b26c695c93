/** Does this stage send letters? Where it does not, no address is asked for. */
export const offersMail = (): boolean => (process.env.MAIL_FROM ?? '') !== ''
