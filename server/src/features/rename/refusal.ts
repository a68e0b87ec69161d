/** Why something cannot be renamed. */
export class RenameRefused extends Error {
  override readonly name = 'RenameRefused';
}

/** @throws RenameRefused @param reason a sentence for the user */
export function refuse(reason: string): never {
  throw new RenameRefused(reason);
}
