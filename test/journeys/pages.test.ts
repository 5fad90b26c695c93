// A city of its own, so that this half runs beside the other; what is given here first stands in the book that the pages show.
import './bank.ts'
import './documented.ts'
import './office.ts'
import './every-page.ts'
