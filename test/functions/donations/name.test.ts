import { describe, expect, it } from 'vitest'
import { readDonor } from '../../../functions/donations/donor.ts'
import { readName, readPublicName } from '../../../functions/donations/name.ts'
import { readOrganization } from '../../../functions/donations/organization.ts'

const refused = { wrong: { field: 'name', code: 'name-contact' } }

describe('a name that everyone may read', () => {
  it.each([
    ...[
      'http://evil.vn nhận quà',
      'Quà ở EVIL.VN',
      'www.evil',
      'bit.ly/qua',
      't.me/qua',
      'evil。vn',
      'ｅｖｉｌ．ｃｏｍ',
    ],
    ...['x.y@evil.test', 'Lan (lan@gmail)', 'shop-hang-re.com.vn'],
    ...['Nguyễn Văn A 0901234567', '+84 901 234 567', '090-123-4567', '(028) 3822.1234', 'Zalo ０９０１２３４５６７'],
    ...['09.01.23.45.67', '090 2005-2009', '٠٩٠١٢٣٤٥٦٧', '0901 – 234 – 567'],
  ])('is not "%s"', (name) => expect(readPublicName(name)).toEqual(refused))
  it.each([
    ...['Lớp 9A2', 'Nhóm 5 anh em', 'Công ty 3T', 'Khóa 2005–2009', 'Niên khóa 2005-2009, 2010 – 2014', '20-11-2026'],
    ...['Tập thể lớp 12A1 khóa 1998.2001', 'Ông Ba 12/05/1950', 'TP.HCM', 'Q.Tân Bình', 'ThS.BS Lan', 'A.Me'],
    ...['Cty TNHH MTV A.B.C', 'Hẻm 47/12/3', 'Bông & Co.', 'Lan @ Sài Gòn', 'Chị Vn.', '123456', '🐷 Heo 2026'],
  ])('is "%s"', (name) => expect(readPublicName(name)).toEqual({ name }))
  it('is asked no more of a name that only the paper shows', () => {
    const typed = { legalName: 'Công ty Cổ phần Sách.vn', taxCode: '0300588569' }
    expect(readName(typed.legalName)).toEqual({ name: typed.legalName })
    const organization = readOrganization(typed)
    expect(readDonor({ name: undefined, email: undefined, organization }).wrong).toEqual([])
    expect(readDonor({ name: typed.legalName, email: undefined, organization }).wrong).toEqual([refused.wrong])
  })
})
