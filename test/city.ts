import { join } from 'node:path'
import { type City, startCity } from '../infra/local/city.ts'
import { loadSeed } from '../infra/local/seed.ts'
import { builtSite } from '../infra/local/site.ts'
import { synthesized } from '../infra/local/synth.ts'
import { uploadSite } from '../infra/local/upload.ts'

export type { City }

/**
 * The whole city of the assembly on free ports, empty but for its first content, with its site. Schedules run only when
 * time is moved or they are fired. It says what went on if `LOUD` is set.
 */
export async function openCity(): Promise<City> {
  const { folder } = await synthesized()
  const city = await startCity({ assembly: folder, ...(process.env.LOUD ? { print: console.log } : {}) })
  try {
    await loadSeed(city.invokeOrigin, city.nameOf('programs/publish'))
    const site = await builtSite(city.apiOrigin)
    await uploadSite(join(site.folder, 'dist'), city.s3Origin, city.bucket)
    city.invalidate()
    return city
  } catch (error) {
    await city.close()
    throw error
  }
}
