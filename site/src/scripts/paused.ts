import type { GivingSwitch } from '../../../functions/giving/switch.ts'

/** Shows or hides the notice that giving is closed; what was built stays if the answer fails. */
async function refresh(notice: HTMLElement): Promise<void> {
  const answer = await fetch('/api/giving')
  if (!answer.ok) return
  const giving = (await answer.json()) as GivingSwitch
  const why = notice.querySelector<HTMLElement>('[data-why]')!
  if (!giving.open) {
    const english = notice.dataset.paused === 'en' ? giving.reason.en : undefined
    why.textContent = `${english ?? giving.reason.vi}.`
    why.lang = english ? 'en' : 'vi'
  }
  notice.hidden = giving.open
}

for (const notice of document.querySelectorAll<HTMLElement>('[data-paused]')) refresh(notice).catch(() => undefined)
