/** Notebooks the editor holds, cell by cell. Their texts lie with the other open documents. */
import type { NotebookCell, NotebookCellArrayChange } from 'vscode-languageserver';
import { canonicalUri } from '../../workspace/uri';

export interface OpenNotebook {
  /** As the client spells it. */
  readonly uri: string;
  /** Canonical. */
  readonly key: string;
  version: number;
  cells: NotebookCell[];
}

export class OpenNotebooks {
  readonly #byKey = new Map<string, OpenNotebook>();
  /** Notebook by the canonical URI of a cell. */
  readonly #byCell = new Map<string, OpenNotebook>();

  get(uri: string): OpenNotebook | undefined {
    return this.#byKey.get(canonicalUri(uri));
  }

  all(): Iterable<OpenNotebook> {
    return this.#byKey.values();
  }

  open(uri: string, version: number, cells: readonly NotebookCell[]): OpenNotebook {
    const notebook = { uri, key: canonicalUri(uri), version, cells: [...cells] };
    this.#byKey.set(notebook.key, notebook);
    this.#remember(notebook);
    return notebook;
  }

  close(uri: string): OpenNotebook | undefined {
    const notebook = this.get(uri);
    if (!notebook) return undefined;
    this.#byKey.delete(notebook.key);
    for (const cell of notebook.cells) this.#byCell.delete(canonicalUri(cell.document));
    return notebook;
  }

  splice(notebook: OpenNotebook, { start, deleteCount, cells = [] }: NotebookCellArrayChange): void {
    const gone = notebook.cells.splice(start, deleteCount, ...cells);
    for (const cell of gone) this.#byCell.delete(canonicalUri(cell.document));
    this.#remember(notebook);
  }

  /** The notebook a cell belongs to, and which of its cells it is. */
  ofCell(uri: string): { readonly notebook: OpenNotebook; readonly index: number } | undefined {
    const key = canonicalUri(uri);
    const notebook = this.#byCell.get(key);
    const index = notebook?.cells.findIndex((cell) => canonicalUri(cell.document) === key) ?? -1;
    return notebook && index >= 0 ? { notebook, index } : undefined;
  }

  /** URI of a cell, as the client spells it. */
  cellUri(notebookKey: string, index: number): string | undefined {
    return this.#byKey.get(notebookKey)?.cells[index]?.document;
  }

  #remember(notebook: OpenNotebook): void {
    for (const cell of notebook.cells) this.#byCell.set(canonicalUri(cell.document), notebook);
  }
}
