/** The texts the editor holds. Versions only go forward: what comes late is dropped. */
import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import { canonicalUri, isUnsaved } from '../workspace/uri';

export interface OpenDocument {
  /** As the client spells it, for answers. */
  readonly uri: string;
  /** Canonical, as the engine knows it. */
  readonly key: string;
  readonly languageId: string;
  readonly document: TextDocument;
}

export interface TextDocumentItem {
  readonly uri: string;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
}

export class OpenDocuments {
  readonly #byKey = new Map<string, OpenDocument>();

  get(uri: string): OpenDocument | undefined {
    return this.#byKey.get(canonicalUri(uri));
  }

  all(): Iterable<OpenDocument> {
    return this.#byKey.values();
  }

  /** Version by canonical URI, at this moment. */
  versions(): ReadonlyMap<string, number> {
    return new Map([...this.#byKey].map(([key, { document }]) => [key, document.version]));
  }

  open({ uri, languageId, version, text }: TextDocumentItem): OpenDocument {
    const key = canonicalUri(uri);
    const opened = { uri, key, languageId, document: TextDocument.create(uri, languageId, version, text) };
    this.#byKey.set(key, opened);
    return opened;
  }

  /** @returns the changed document; undefined where it is not open, or newer than the change */
  change(
    uri: string,
    version: number,
    changes: readonly TextDocumentContentChangeEvent[],
  ): OpenDocument | undefined {
    const opened = this.#told(uri);
    if (!opened || version <= opened.document.version) return undefined;
    TextDocument.update(opened.document, [...changes], version);
    return opened;
  }

  close(uri: string): OpenDocument | undefined {
    const opened = this.#told(uri);
    if (opened) this.#byKey.delete(opened.key);
    return opened;
  }

  /** While a draft is saved, its file may be opened before the editor it came from is closed: that one has no say then. */
  #told(uri: string): OpenDocument | undefined {
    const opened = this.get(uri);
    return opened && isUnsaved(opened.uri) === isUnsaved(uri) ? opened : undefined;
  }

  /** A URI as the client spells it. */
  spell(key: string): string {
    return this.#byKey.get(key)?.uri ?? key;
  }
}
