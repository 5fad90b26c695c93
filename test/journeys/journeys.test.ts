// One file, so that these journeys share one city and one browser; the other half is in pages.test.ts.
import './giving.ts'
import './gateway.ts'
import './mail.ts'
import './odd-ways.ts'
import './momo.ts'
import './operate.ts'
import './wards.ts'
import './weather.ts'
import './zalopay.ts'
// Last: from here on the city has an account at Stripe.
import './abroad.ts'
// It needs that account, and a day to be over.
import './statement.ts'
