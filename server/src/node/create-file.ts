/** Writes a file that is not there yet: never over anything, never through a link. */
import { open, rm } from 'node:fs/promises';
import { asWriteError, checkFolder } from './replace-files';

/**
 * @param root absolute path of a folder; nothing outside is written
 * @param path absolute
 * @throws {WriteError} where something of that name is there, be it a link to nothing, or it cannot be written: then
 *   nothing is left behind
 */
export async function createFile(root: string, path: string, text: string): Promise<void> {
  try {
    await checkFolder(root, path);
    // Fails for whatever stands there, and follows no link.
    const file = await open(path, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asWriteError(path, error, { EEXIST: 'something of that name is there already' });
  }
}
