for (const block of document.querySelectorAll<HTMLElement>('[data-share]')) {
  const says = block.querySelector('[role=status]')
  const url = new URL(block.dataset.share ?? '', location.href).href
  block.querySelector('button')?.addEventListener('click', async () => {
    try {
      // The older browsers inside Zalo and Facebook have no share sheet.
      if (typeof navigator.share === 'function') return await navigator.share({ title: block.dataset.title ?? '', url })
      await navigator.clipboard.writeText(url)
      if (says) says.textContent = block.dataset.said ?? ''
    } catch (error) {
      // Whoever closed the sheet meant it; where nothing may be copied, the address is shown to be copied by hand.
      if (says && (error as Error).name !== 'AbortError') says.textContent = url
    }
  })
}
