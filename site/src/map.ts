import type { Area } from '../../functions/areas/area.ts'

/** A frame of the map, in degrees, drawn 320 units wide. */
export interface Frame {
  west: number
  east: number
  south: number
  north: number
  /** People on one square unit of a dot. */
  crowd: number
}
export const wholeCity: Frame = { west: 106.33, east: 107.61, south: 10.29, north: 11.51, crowd: 2_600 }
export const innerCity: Frame = { west: 106.575, east: 106.815, south: 10.69, north: 10.885, crowd: 340 }

export const width = 320
const unitsPerDegree = ({ west, east }: Frame): number => width / (east - west)
/** A degree of latitude is a little longer than one of longitude here. */
const stretch = 1 / Math.cos((10.85 * Math.PI) / 180)
export const heightOf = (frame: Frame): number =>
  Math.round((frame.north - frame.south) * unitsPerDegree(frame) * stretch)

export const isInside = ({ lat, lon }: Pick<Area, 'lat' | 'lon'>, { west, east, south, north }: Frame): boolean =>
  lon > west && lon < east && lat > south && lat < north

export function pointOf({ lat, lon }: Pick<Area, 'lat' | 'lon'>, frame: Frame): { x: number; y: number } {
  const scale = unitsPerDegree(frame)
  return { x: Math.round((lon - frame.west) * scale), y: Math.round((frame.north - lat) * scale * stretch) }
}

/** The surface of a dot is as large as its people are many. */
export const radiusOf = ({ population }: Pick<Area, 'population'>, { crowd }: Frame): number =>
  Math.round(Math.max(1.8, Math.sqrt(population / crowd / Math.PI)) * 2) / 2

export const middleOf = (areas: readonly Pick<Area, 'lat' | 'lon'>[]): { lat: number; lon: number } => ({
  lat: areas.reduce((sum, { lat }) => sum + lat, 0) / areas.length,
  lon: areas.reduce((sum, { lon }) => sum + lon, 0) / areas.length,
})

interface Label {
  text: string
  x: number
  y: number
}
/** Moves labels down until none lies on another. */
export function apart<Of extends Label>(labels: readonly Of[], high = 11, wide = 6): Of[] {
  const placed: Of[] = []
  const meets = (one: Label, other: Label) =>
    Math.abs(one.y - other.y) < high && Math.abs(one.x - other.x) < ((one.text.length + other.text.length) * wide) / 2
  for (const label of [...labels].sort((one, other) => one.y - other.y)) {
    const free = { ...label }
    while (placed.some((other) => meets(free, other))) free.y += 1
    placed.push(free)
  }
  return placed
}
