import type { ProviderName } from '../../../functions/donations/way.ts'
import type { Both } from './words.ts'

/** Who brought money, as a day's statement names them: few letters, and light enough for its script. */
export const providerNames: Readonly<Record<ProviderName, Both>> = {
  bank: { vi: 'Chuyển khoản', en: 'Bank transfer' },
  momo: { vi: 'MoMo', en: 'MoMo' },
  zalopay: { vi: 'ZaloPay', en: 'ZaloPay' },
  vnpay: { vi: 'VNPAY', en: 'VNPAY' },
  stripe: { vi: 'Thẻ nước ngoài', en: 'Cards abroad' },
}
