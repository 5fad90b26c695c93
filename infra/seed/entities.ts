import type { Entity } from '../../functions/entities/entity.ts'
import { type Both, office } from './demonstration.ts'

/** Demonstration entities: legal names, numbers and accounts are made up and say so. The check digits of the tax codes are wrong on purpose, so that they are nobody's. */
const demonstrationEntity = (
  { slug, place, address }: { slug: string; place: Both; address: string },
  taxCode: string,
  account: string,
): Entity => ({
  v: 1,
  version: 2,
  slug,
  legalName: {
    vi: `Quỹ Khuyến học ${place.vi} (dữ liệu thử)`,
    en: `${place.en} Learning Promotion Fund (demonstration)`,
  },
  taxCode,
  license: {
    number: '00/QĐ-THU',
    on: '2026-01-01',
    by: { vi: 'Dữ liệu thử, không phải giấy phép thật', en: 'Demonstration data, not a real license' },
  },
  address: `Số 0, đường Thử, ${address}`,
  ...office,
  accountingOfficer: 'Người phụ trách kế toán (dữ liệu thử)',
  accounts: [
    {
      bank: 'Ngân hàng thử',
      // No bank has this number.
      bin: '970000',
      number: account,
      holder: `${slug.replaceAll('-', ' ').toUpperCase()} (THU)`,
      from: '2026-01-01',
    },
  ],
  demonstration: true,
})

const city = 'Thành phố Hồ Chí Minh'
const district = (slug: string, vi: string, en: string) => ({ slug, place: { vi, en }, address: `${vi}, ${city}` })

export const entities: Entity[] = [
  demonstrationEntity(district('quy-khuyen-hoc-binh-tan', 'Bình Tân', 'Binh Tan'), '0300000001', '0000000000777'),
  demonstrationEntity(district('quy-khuyen-hoc-tan-phu', 'Tân Phú', 'Tan Phu'), '0300000002', '0000000000767'),
  demonstrationEntity(district('quy-khuyen-hoc-cu-chi', 'Củ Chi', 'Cu Chi'), '0300000003', '0000000000783'),
  demonstrationEntity(
    { slug: 'quy-khuyen-hoc-thanh-pho', place: { vi: city, en: 'Ho Chi Minh City' }, address: city },
    '0300000004',
    '0000000000079',
  ),
]
