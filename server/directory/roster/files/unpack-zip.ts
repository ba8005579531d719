import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import {
  MAX_COMPRESSION_RATIO,
  MAX_UNPACKED_BYTES,
  MAX_UNPACKED_ENTRY_BYTES,
  MAX_ZIP_ENTRIES,
  RATIO_MATTERS_FROM_BYTES,
} from '../limits.ts';
import { mebibytes, RosterFault } from './roster-fault.ts';

export interface UnpackLimits {
  readonly totalBytes: number;
  readonly entryBytes: number;
}

export const csvLimits: UnpackLimits = {
  totalBytes: MAX_UNPACKED_BYTES,
  entryBytes: MAX_UNPACKED_ENTRY_BYTES,
};

const ARCHIVE = /\.(zip|7z|rar|gz|tgz|tar|bz2|xz)$/i;
const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');

/** Opens the zip and checks every name and declared size before anything is unpacked. */
export async function listZip(path: string, file: string, limits: UnpackLimits): Promise<Entry[]> {
  const zip = await opened(path, file);
  const entries: Entry[] = [];
  try {
    if (zip.entryCount > MAX_ZIP_ENTRIES) throw tooLarge(file, `${zip.entryCount} ×`, limits);
    let declared = 0;
    for await (const entry of zip.eachEntry()) {
      declared += entry.uncompressedSize;
      requireModest(entry, file, limits);
      if (declared > limits.totalBytes) throw tooLarge(file, mebibytes(declared), limits);
      if (ARCHIVE.test(entry.fileName)) throw new RosterFault('zip-in-zip', file, entry.fileName);
      if (entry.isEncrypted()) throw new RosterFault('zip-encrypted', file);
      if (!entry.fileName.endsWith('/')) entries.push(entry);
    }
    return entries;
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    zip.close();
  }
}

/** Unpacks the wanted entries into a folder, each under its bare name, counting what really comes out. */
export async function unpackToFolder(
  path: string,
  file: string,
  entries: readonly { readonly entry: Entry; readonly as: string }[],
  folder: string,
): Promise<void> {
  const zip = await opened(path, file);
  const counted = { bytes: 0 };
  try {
    for (const { entry, as } of entries) {
      const source = await zip.openReadStreamPromise(entry);
      await pipeline(
        source,
        counter(entry, file, csvLimits, counted),
        createWriteStream(join(folder, as), { flags: 'wx', mode: 0o600 }),
      );
    }
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    zip.close();
  }
}

/** Unpacks the wanted entries into memory; for workbooks, whose limit is lower. */
export async function unpackToMemory(
  path: string,
  file: string,
  entries: readonly Entry[],
  limits: UnpackLimits,
): Promise<Record<string, Uint8Array>> {
  const zip = await opened(path, file);
  const counted = { bytes: 0 };
  const unpacked: Record<string, Uint8Array> = {};
  try {
    for (const entry of entries) {
      const source = await zip.openReadStreamPromise(entry);
      unpacked[entry.fileName] = await collected(source, counter(entry, file, limits, counted));
    }
    return unpacked;
  } catch (error) {
    throw faultOf(error, file);
  } finally {
    zip.close();
  }
}

async function opened(path: string, file: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false });
  } catch (error) {
    throw faultOf(error, file);
  }
}

async function collected(source: Readable, through: Transform): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  await pipeline(source, through, async (stream) => {
    for await (const chunk of stream) chunks.push(chunk as Buffer);
  });
  return Buffer.concat(chunks);
}

/** A directory can lie about sizes, so the bytes that come out are counted as they come. */
function counter(
  entry: Entry,
  file: string,
  limits: UnpackLimits,
  counted: { bytes: number },
): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (bytes === 0 && chunk.subarray(0, 4).equals(LOCAL_HEADER)) {
        return done(new RosterFault('zip-in-zip', file, entry.fileName));
      }
      bytes += chunk.length;
      counted.bytes += chunk.length;
      if (isTooMuch(bytes, entry.compressedSize, limits) || counted.bytes > limits.totalBytes) {
        return done(tooLarge(file, mebibytes(counted.bytes), limits));
      }
      done(null, chunk);
    },
  });
}

function requireModest(entry: Entry, file: string, limits: UnpackLimits): void {
  if (isTooMuch(entry.uncompressedSize, entry.compressedSize, limits)) {
    throw tooLarge(file, mebibytes(entry.uncompressedSize), limits);
  }
}

function isTooMuch(bytes: number, compressed: number, limits: UnpackLimits): boolean {
  if (bytes > limits.entryBytes) return true;
  return bytes > RATIO_MATTERS_FROM_BYTES && bytes > compressed * MAX_COMPRESSION_RATIO;
}

function tooLarge(file: string, shown: string, limits: UnpackLimits = csvLimits): RosterFault {
  return new RosterFault('zip-unpacks-too-large', file, shown, mebibytes(limits.totalBytes));
}

/** The unzip library's errors are sentences; the two kinds that we tell apart are named in them. */
function faultOf(error: unknown, file: string): RosterFault {
  if (error instanceof RosterFault) return error;
  const sentence = error instanceof Error ? error.message : String(error);
  if (/too many bytes/i.test(sentence)) return tooLarge(file, '');
  const unsafe =
    /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(sentence);
  if (unsafe) return new RosterFault('zip-name-unsafe', file, unsafe[1] ?? '');
  return new RosterFault('zip-broken', file, '', sentence);
}
