import type { Entity } from '../../functions/entities/entity.ts'

/** Demonstration entities: legal names, numbers and accounts are made up and say so. */
const demonstrationEntity = (slug: string, place: string, taxCode: string, account: string): Entity => ({
  v: 1,
  version: 1,
  slug,
  legalName: { vi: `Quỹ Khuyến học ${place} (dữ liệu thử)`, en: `${place} Learning Promotion Fund (demonstration)` },
  taxCode,
  license: {
    number: '00/QĐ-THU',
    on: '2026-01-01',
    by: { vi: 'Dữ liệu thử, không phải giấy phép thật', en: 'Demonstration data, not a real license' },
  },
  address: `Địa chỉ thử, ${place}, Thành phố Hồ Chí Minh`,
  phone: '028 0000 0000',
  hours: { vi: 'Thứ Hai đến thứ Sáu, 8:00–11:30 và 13:30–16:30', en: 'Monday to Friday, 8:00–11:30 and 13:30–16:30' },
  accountingOfficer: 'Người phụ trách kế toán (dữ liệu thử)',
  accounts: [
    {
      bank: 'Ngân hàng thử',
      number: account,
      holder: `QUY KHUYEN HOC ${slug.slice('quy-khuyen-hoc-'.length).replaceAll('-', ' ').toUpperCase()} (THU)`,
      from: '2026-01-01',
    },
  ],
  demonstration: true,
})

export const entities: Entity[] = [
  demonstrationEntity('quy-khuyen-hoc-binh-tan', 'Bình Tân', '0300000001', '0000000000777'),
  demonstrationEntity('quy-khuyen-hoc-tan-phu', 'Tân Phú', '0300000002', '0000000000767'),
  demonstrationEntity('quy-khuyen-hoc-cu-chi', 'Củ Chi', '0300000003', '0000000000783'),
  demonstrationEntity('hoi-khuyen-hoc-thanh-pho', 'Thành phố Hồ Chí Minh', '0300000004', '0000000000079'),
]
