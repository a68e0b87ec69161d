/** A change of how something is written, that changes nothing of what it says. */
import type { Artefact } from '../../model/build';
import type { Fix, WrittenChange } from '../../fixes/edit';
import type { ParsedDocument, YamlDocument } from '../../syntax/types';
import type { Snapshot } from '../../workspace/snapshot';

export interface Refactoring extends Fix<WrittenChange> {
  /** Something gets a place of its own, or is written in another way where it stands. */
  readonly is: 'extract' | 'rewrite';
}

/** Where a refactoring is asked for. */
export interface Asked {
  readonly snapshot: Snapshot;
  readonly uri: string;
  readonly parsed: ParsedDocument;
  readonly yaml: YamlDocument;
  readonly artefact: Artefact;
  readonly offset: number;
}
