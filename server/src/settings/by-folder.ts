/** Settings of the window, and of the workspace folders that were asked about by themselves. */
import type { Settings } from './settings';

export class FolderSettings {
  readonly window: Settings;
  /** By folder, the innermost first. */
  readonly #folders: readonly (readonly [folder: string, settings: Settings])[];

  /** @param folders by canonical URI, without a slash at the end */
  constructor(window: Settings, folders: Iterable<readonly [folder: string, settings: Settings]> = []) {
    this.window = window;
    this.#folders = [...folders].sort(([a], [b]) => b.length - a.length);
  }

  /** Those of the workspace folder a file or folder lies in, else of the window. */
  of(uri: string): Settings {
    const found = this.#folders.find(([folder]) => uri === folder || uri.startsWith(`${folder}/`));
    return found?.[1] ?? this.window;
  }

  equals(other: FolderSettings): boolean {
    return JSON.stringify([this.window, this.#folders]) === JSON.stringify([other.window, other.#folders]);
  }
}
