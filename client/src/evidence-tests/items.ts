import type { CancellationToken, TestController, TestItem, TestItemCollection } from 'vscode';
import type { EvidenceCheck, EvidenceRow, Location } from '../../../server/src/protocol';
import { toPlace } from '../place';
import type { Server } from '../server';

/** Subjects that name evidence, their controls and clauses, and each piece. What is below a subject is asked for when it is needed. */
export class EvidenceItems {
  readonly #controller: TestController;
  readonly #server: Server;
  /** Ids of the subjects that were looked into: they are kept up to date. */
  readonly #resolved = new Set<string>();

  constructor(controller: TestController, server: Server) {
    this.#controller = controller;
    this.#server = server;
  }

  /** The subjects as they are now, and what is below those that were looked into. */
  async refresh(): Promise<void> {
    const nodes = (await this.#server.subjects())?.nodes.filter(({ hasEvidence }) => hasEvidence);
    if (!nodes) return;
    const { items } = this.#controller;
    keepOnly(items, new Set(nodes.map(({ id }) => id)));
    for (const [at, { id, label, description, location }] of nodes.entries()) {
      const item = this.#put(items, at, { id, label, description, ...(location ? { location } : {}) });
      if (!this.#resolved.has(id)) item.canResolveChildren = true;
    }
    for (const id of [...this.#resolved]) {
      const item = items.get(id);
      if (item) await this.resolve(item);
      else this.#resolved.delete(id);
    }
  }

  /** Shows none until they are asked for again; what was looked into then is there at once. */
  clear(): void {
    this.#controller.items.replace([]);
  }

  /**
   * What is below a subject, now.
   * @returns its rows; none where the item is no subject, or the server is not there
   */
  async resolve(subject: TestItem, token?: CancellationToken): Promise<readonly EvidenceRow[]> {
    if (subject.parent) return [];
    const rows = (await this.#server.evidence({ subject: subject.id }, token))?.rows;
    if (!rows) return [];
    this.#resolved.add(subject.id);
    subject.canResolveChildren = false;
    keepOnly(subject.children, new Set(rows.map(({ id }) => id)));
    for (const [at, row] of rows.entries()) {
      const { children } = this.#put(subject.children, at, row);
      keepOnly(children, new Set(row.checks.map(({ id }) => id)));
      for (const [nth, check] of row.checks.entries()) this.#put(children, nth, check);
    }
    return rows;
  }

  /** An item that is there stays the same, with its last result. @param at which of its siblings it is */
  #put(
    items: TestItemCollection,
    at: number,
    { id, label, description, location }: Pick<EvidenceCheck, 'id' | 'label' | 'description' | 'location'>,
  ): TestItem {
    const known = items.get(id);
    const isSame = known?.uri?.toString() === uriOf(location)?.toString();
    const item = known && isSame ? known : this.#controller.createTestItem(id, label, uriOf(location));
    item.label = label;
    item.description = description;
    item.range = location && toPlace(location).range;
    item.sortText = String(at).padStart(6, '0');
    if (item !== known) items.add(item);
    return item;
  }
}

const uriOf = (location: Location | undefined) => location && toPlace(location).uri;

function keepOnly(items: TestItemCollection, ids: ReadonlySet<string>): void {
  for (const [id] of [...items]) if (!ids.has(id)) items.delete(id);
}
