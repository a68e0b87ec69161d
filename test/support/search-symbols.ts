/** Workspace symbols of all files at once. */
import { SymbolSearch, type WorkspaceSymbolFound } from '../../server/src/features/symbols/workspace';
import type { Snapshot } from '../../server/src/workspace/snapshot';

export function searchSymbols(snapshot: Snapshot, query: string): readonly WorkspaceSymbolFound[] {
  const search = new SymbolSearch(snapshot, query);
  for (const file of snapshot.files.values()) search.look(file);
  return search.found();
}
