// Before anything is drawn: is there script, and does the address ask for something? So that nothing jumps later.
document.documentElement.className = location.search.length > 1 ? 'js asks' : 'js'
