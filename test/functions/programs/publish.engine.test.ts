import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { handler as areasList } from '../../../functions/areas/list.ts'
import { handler as get } from '../../../functions/programs/get.ts'
import { handler as list } from '../../../functions/programs/list.ts'
import type { Giving } from '../../../functions/programs/program.ts'
import { handler as publish } from '../../../functions/programs/publish.ts'
import { allPrograms, publishProgram } from '../../../functions/programs/store.ts'
import { handler as questionsList } from '../../../functions/questions/list.ts'
import { key } from '../../../functions/store/keys.ts'
import { client } from '../../../functions/store/table.ts'
import { seed } from '../../../infra/seed/seed.ts'
import { call } from '../../call.ts'
import { withFaults } from '../../faults.ts'
import { makeEntity, makeGiving, makeProgram, makeQuestion } from '../../make.ts'
import { openTable, type Table } from '../../table.ts'

let table: Table
beforeAll(async () => {
  table = await openTable()
  vi.spyOn(console, 'info').mockReturnValue()
})
afterEach(() => vi.unstubAllEnvs())
afterAll(() => table.close())
const run = async (
  input: unknown,
): Promise<{ added: string[]; changed: string[]; older: string[]; same: number; refused: { en: { title: string } } }> =>
  JSON.parse(JSON.stringify(await (publish as (event: unknown, context: object) => Promise<unknown>)(input, {})))
const { areas, legacy, entities, programs, questions } = seed
const all = [areas, legacy, entities, programs, questions].flat().length

describe('publishing', () => {
  it('adds everything once, and twice changes nothing', async () => {
    expect((await run(seed)).added).toHaveLength(all)
    expect(await run(seed)).toEqual({ added: [], changed: [], older: [], same: all })
  })
  it('goes by version and never deletes', async () => {
    const [heo] = seed.programs
    const only = (version: number, summary = heo!.summary) => ({
      entities: [],
      areas: [],
      legacy: [],
      programs: [{ ...heo!, version, summary }],
    })
    expect((await run(only(1, { vi: 'khác', en: 'other' }))).older).toEqual([`program ${heo!.slug}`])
    expect((await run(only(3))).changed).toEqual([`program ${heo!.slug}`])
    expect((await run(only(2))).older).toEqual([`program ${heo!.slug}`])
    expect((await call(list)).json.programs).toHaveLength(seed.programs.length)
  })
  it('keeps the newest answer to a question, and every question that was ever there', async () => {
    const only = (version: number, vi: string) => ({
      entities: [],
      areas: [],
      legacy: [],
      programs: [],
      questions: [makeQuestion({ version, order: 1_000, answer: [{ vi, en: 'Near home.' }] })],
    })
    expect((await run(only(1, 'Gần nhà.'))).added).toEqual(['question hoi'])
    expect((await run(only(1, 'Xa nhà.'))).older).toEqual(['question hoi'])
    expect((await run(only(2, 'Trong xóm.'))).changed).toEqual(['question hoi'])
    const kept = (await call(questionsList)).json.questions as { slug: string; answer: { vi: string }[] }[]
    expect(kept.map(({ slug }) => slug)).toEqual([...questions.map(({ slug }) => slug), 'hoi'])
    expect(kept.at(-1)!.answer[0]!.vi).toBe('Trong xóm.')
    await table.erase(key.question('hoi'))
  })
  it('is one outcome, however many run at once', async () => {
    const [heo] = seed.programs
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        run({ entities: [], areas: [], legacy: [], programs: [{ ...heo!, version: 9 }] }),
      ),
    )
    expect(outcomes.flatMap(({ changed }) => changed)).toHaveLength(1)
    expect(outcomes.reduce((sum, { same }) => sum + same, 0)).toBe(9)
  })
  it('keeps what donors were promised, even if two newer versions meet', async () => {
    const of = (version: number, ...purpose: Giving['purpose']) =>
      makeProgram({ slug: 'loi-hua', version, giving: makeGiving({ purpose }) })
    const purpose = (version: number, vi: string) => ({ version, from: `202${version}-01-01`, text: { vi, en: vi } })
    const kept = of(1, purpose(1, 'Tập vở'))
    expect(await publishProgram(kept)).toBe('added')
    const [one, other] = [
      of(2, purpose(1, 'Tập vở'), purpose(2, 'Xe đạp')),
      of(3, purpose(1, 'Tập vở'), purpose(2, 'Máy tính')),
    ]
    const outcomes = await Promise.allSettled([publishProgram(one), publishProgram(other)])
    const stands = (await allPrograms()).find(({ slug }) => slug === 'loi-hua')!
    const told = stands.giving!.purpose[1]!.text.vi
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled')
    // Whichever came first, its purpose was public from then on.
    if (outcomes[0]!.status === 'fulfilled' && outcomes[0].value === 'changed') expect(told).toBe('Xe đạp')
    else expect(told).toBe('Máy tính')
    await expect(publishProgram(of(9, purpose(1, 'Khác')))).rejects.toMatchObject({ code: 'published-stays' })
    await table.erase(key.program('loi-hua'))
  })
  describe('while a fifth of the calls fail', () => {
    const slugs = Array.from({ length: 25 }, (_, place) => `thu-${place}`)
    const names = ['entity quy', ...slugs.map((slug) => `program ${slug}`)].sort()
    const programs = slugs.map((slug) => makeProgram({ slug }))
    const input = { entities: [makeEntity()], areas: [], legacy: [], programs }
    const erase = () => table.erase(...slugs.map((slug) => key.program(slug)), key.entity('quy'))

    it('says exactly what it changed', async () => {
      const faults = withFaults(client, 0.2, 7)
      const { added } = await run(input).finally(faults.mend)
      expect(faults.hit['applied, answer lost']).toBeGreaterThan(0)
      expect(added.sort()).toEqual(names)
      expect(await run(input)).toEqual({ added: [], changed: [], older: [], same: names.length })
      await erase()
    })
    it('claims nothing twice, though two run at once, and a run that gave up is mended by the next', async () => {
      const faults = withFaults(client, 0.2, 11)
      const runs = await Promise.allSettled([run(input), run(input)]).finally(faults.mend)
      const claimed = runs.flatMap((each) => (each.status === 'fulfilled' ? each.value.added : []))
      expect(new Set(claimed).size).toBe(claimed.length)
      const { added, same } = await run(input)
      expect(added.filter((name) => claimed.includes(name))).toEqual([])
      expect(added.length + same).toBe(names.length)
      await erase()
    })
  })
  it('refuses, before anything is written, what names nothing that exists', async () => {
    const program = { ...seed.programs[0]!, slug: 'moi', version: 1 }
    expect((await run({ ...seed, programs: [{ ...program, areas: ['99999'] }] })).refused.en.title).toContain('99999')
    expect((await run({ ...seed, programs: [{ ...program, entity: 'khong-co' }] })).refused.en.title).toContain(
      'khong-co',
    )
    const parts = [
      { slug: 'a', name: program.name, text: program.name, deeds: [program.name], contributes: ['khong-co'] },
    ]
    expect((await run({ ...seed, programs: [{ ...program, parts }] })).refused.en.title).toContain('khong-co')
    expect((await run({ programs: 'x' })).refused.en.title).toContain('Fields to fix')
    expect((await call(get, { params: { slug: 'moi' } })).status).toBe(404)
  })
  it('takes no demonstration data in production unless asked', async () => {
    vi.stubEnv('STAGE', 'prod')
    expect((await run(seed)).refused.en.title).toContain('demonstration data')
    expect(await run({ ...seed, demonstration: true })).not.toHaveProperty('refused')
  })
})

describe('reading', () => {
  it('one program with who answers for it', async () => {
    const said = await call(get, { params: { slug: 'heo-dat-hoc-tap-binh-tan' } })
    expect(said.json).toMatchObject({
      program: { slug: 'heo-dat-hoc-tap-binh-tan' },
      entity: { slug: 'quy-khuyen-hoc-binh-tan' },
      acceptance: { open: true },
    })
    expect(said.text).not.toMatch(/"pk"|"sk"/)
  })
  it.each(['khong-co', '../x', 'A', '%00', ''])('%j is 404', async (slug) =>
    expect((await call(get, { params: { slug } })).json).toMatchObject({ status: 404, code: 'program-unknown' }),
  )
  it.each([
    ['27442', ['heo-dat-hoc-tap-binh-tan']],
    ['777', ['heo-dat-hoc-tap-binh-tan']],
    ['27439', ['heo-dat-hoc-tap-binh-tan', 'heo-dat-hoc-tap-tan-phu']],
    ['26732', []],
  ])('area %s', async (area, piggyBanks) => {
    const { programs } = (await call(list, { query: `area=${area}` })).json as {
      programs: { slug: string; kind: string }[]
    }
    expect(programs.filter(({ kind }) => kind === 'piggy-bank').map(({ slug }) => slug)).toEqual(piggyBanks)
    expect(programs.map(({ slug }) => slug)).toContain('tuan-le-hoc-tap-suot-doi')
  })
  it.each(['area=99999', 'area=x', 'kind=nothing'])('%s is refused at its field', async (query) => {
    const said = await call(list, { query })
    expect([said.status, said.json.fields[0].field]).toEqual([422, query.split('=')[0]])
  })
  it('all areas of both maps', async () => {
    const { areas, legacy } = (await call(areasList)).json
    expect([areas.length, legacy.length]).toEqual([168, 38])
  })
})
