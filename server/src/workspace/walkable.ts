/** What the walk through folders has to know of them: answered by a disk, by a commit, or by the editor. */

/** What stands in a folder. */
export interface Listed {
  readonly name: string;
  /** Links are neither file nor folder. */
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** An entry of something that is no disk. @param is `file`, `folder` or `link`; anything else is none of them */
export const listedAs = (name: string, is: string): Listed => ({
  name,
  isFile: () => is === 'file',
  isDirectory: () => is === 'folder',
  isSymbolicLink: () => is === 'link',
});

/** How places are written: as paths of the system, or as URIs. */
export interface Places {
  readonly join: (folder: string, ...names: string[]) => string;
  /** The folder it stands in; of the topmost, itself. */
  readonly folderOf: (place: string) => string;
  /** Its last name. */
  readonly nameOf: (place: string) => string;
  /** Is it the folder or below it? */
  readonly isBelow: (place: string, folder: string) => boolean;
  /** The way from a folder to a place below it, with `/`. */
  readonly wayTo: (folder: string, place: string) => string;
}

/** All places are absolute. */
export interface Walkable {
  readonly places: Places;
  /** A folder that cannot be read holds nothing. */
  list(folder: string): Promise<readonly Listed[]>;
  /** Of a regular file that is no link, as git reads its ignore files; undefined where there is none. */
  text(file: string): Promise<string | undefined>;
  /** What is there itself, links not followed; undefined where nothing is. */
  what(place: string): Promise<'folder' | 'other' | undefined>;
}
