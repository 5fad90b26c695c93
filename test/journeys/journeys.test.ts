// One file, so that all journeys share one city and one browser.
import './giving.ts'
import './bank.ts'
import './documented.ts'
import './gateway.ts'
import './mail.ts'
import './odd-ways.ts'
import './momo.ts'
import './office.ts'
import './operate.ts'
import './pages.ts'
import './wards.ts'
import './weather.ts'
import './zalopay.ts'
// Last: from here on the city has an account at Stripe.
import './abroad.ts'
// It needs that account, and a day to be over.
import './statement.ts'
