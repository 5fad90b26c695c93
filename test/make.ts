import type { Gift } from '../functions/donations/donation.ts'
import type { Entity } from '../functions/entities/entity.ts'
import type { Giving, Program } from '../functions/programs/program.ts'
import type { Question } from '../functions/questions/question.ts'

const both = (vi: string, en: string) => ({ vi, en })

/** What a program promises that takes gifts from 2026 on, for as long as anybody will run these tests. */
export const makeGiving = (over: Partial<Giving> = {}): Giving => ({
  purpose: [{ version: 1, from: '2026-01-01', text: both('Tập vở.', 'Notebooks.') }],
  plan: both('Chi mỗi học kỳ.', 'Paid out each term.'),
  period: { from: '2026-01-01', to: '2126-12-31' },
  goalVnd: 1_000_000,
  limits: { minVnd: 5_000, maxVnd: 499_999_999 },
  surplus: both('Để qua năm sau.', 'Kept for the next year.'),
  administrationPercent: 0,
  feesPaidBy: 'fund',
  reportDueOn: '2126-12-31',
  generalFundOnly: false,
  suggestedVnd: [10_000, 50_000],
  ...over,
})

export const makeProgram = (over: Partial<Program> = {}): Program => ({
  v: 1,
  version: 1,
  slug: 'heo',
  kind: 'piggy-bank',
  order: 1,
  name: both('Heo đất', 'Piggy bank'),
  summary: both('Bỏ heo.', 'Feed it.'),
  story: [both('Heo đặt ở trường.', 'It stands in a school.')],
  areas: [],
  audience: both('Mọi người', 'Everyone'),
  accessibility: both('Lối vào bằng phẳng', 'Step-free'),
  howToJoin: both('Tới nơi', 'Come'),
  contact: {
    office: both('Văn phòng', 'Office'),
    address: 'Số 0, đường Thử',
    phone: '028 0000 0000',
    hours: both('Sáng', 'Mornings'),
  },
  sources: [{ title: both('Sổ tay', 'Handbook'), asOf: '2026-01-01' }],
  entity: 'quy',
  giving: makeGiving(),
  demonstration: false,
  ...over,
})

export const makeEntity = (over: Partial<Entity> = {}): Entity => ({
  v: 1,
  version: 1,
  slug: 'quy',
  legalName: both('Quỹ thử', 'Test fund'),
  taxCode: '0300000001',
  license: { number: '00/QĐ-THU', on: '2026-01-01', by: both('Không ai', 'Nobody') },
  address: 'Số 0, đường Thử',
  phone: '028 0000 0000',
  hours: both('Sáng', 'Mornings'),
  accountingOfficer: 'Người phụ trách',
  accounts: [{ bank: 'Ngân hàng thử', number: '001', holder: 'QUY THU', from: '2026-01-01' }],
  demonstration: false,
  ...over,
})

export const makeQuestion = (over: Partial<Question> = {}): Question => ({
  v: 1,
  version: 1,
  slug: 'hoi',
  order: 1,
  topic: 'learning',
  question: both('Học ở đâu?', 'Where does one learn?'),
  answer: [both('Gần nhà.', 'Near home.')],
  ...over,
})

export const makeGift = (over: Partial<Gift> = {}): Gift => ({
  program: 'heo',
  purposeVersion: 1,
  entity: 'quy',
  amountVnd: 50_000,
  lang: 'vi',
  ...over,
})
