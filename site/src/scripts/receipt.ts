for (const each of document.querySelectorAll<HTMLElement>('[data-needs-script]')) each.hidden = false
document.querySelector('[data-print]')?.addEventListener('click', () => window.print())
