import jsQR from 'jsqr'
import sharp from 'sharp'

const side = 480

/** What stands in the QR code of a picture (SVG or PNG), read by jsQR, which knows nothing of our encoder; undefined if it sees none. */
export async function readPicture(picture: string | Buffer): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(picture), { density: 600 })
    .resize(side, side, { fit: 'contain', background: 'white' })
    .flatten({ background: 'white' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const found = jsQR.default(new Uint8ClampedArray(data), info.width, info.height, { inversionAttempts: 'dontInvert' })
  return found === null ? undefined : new TextDecoder().decode(new Uint8Array(found.binaryData))
}
