/** What texts on cards lead to. They are looked at again at each keystroke, by rules and verdicts: each is read once. */
import { evidenceTarget, type EvidenceTarget } from './evidence-target';
import type { WorkspaceHost } from './host';
import { folderOf, resolvePath, rootOf, type ResolvedPath } from './uri';

type Resolve = (text: string, uri: string) => ResolvedPath;
/** @param anchor of the long form of evidence, where the part stands in a key of its own */
type ReadTarget = (text: string, uri: string, anchor: string | undefined) => EvidenceTarget | undefined;

/** What texts of one file lead to, by the text. A key put together of both would be hashed anew at each question. */
interface OfFile {
  readonly paths: Map<string, ResolvedPath>;
  readonly targets: Map<string, EvidenceTarget | undefined>;
}

interface Known {
  /** The answers hang on these alone. */
  readonly roots: string;
  readonly files: Map<string, OfFile>;
  /** Texts that are remembered. */
  count: number;
}

/** Beyond this many remembered texts we begin anew. */
const MOST_KNOWN = 100_000;

const nothing = (roots: string): Known => ({ roots, files: new Map(), count: 0 });

function ofFile({ files }: Known, uri: string): OfFile {
  let known = files.get(uri);
  if (!known) files.set(uri, (known = { paths: new Map(), targets: new Map() }));
  return known;
}

export class References {
  readonly #host: Pick<WorkspaceHost, 'roots'>;
  #known = nothing('');

  constructor(host: Pick<WorkspaceHost, 'roots'>) {
    this.#host = host;
  }

  /** Where paths lead, while the workspace folders are what they are now. */
  resolver(): Resolve {
    const roots = this.#host.roots();
    const known = this.#of(roots);
    return (text, uri) => {
      const { paths } = ofFile(known, uri);
      let resolved = paths.get(text);
      if (!resolved) {
        paths.set(text, (resolved = resolvePath(text, uri, rootOf(uri, roots) ?? folderOf(uri))));
        known.count++;
      }
      return resolved;
    };
  }

  /** What texts point to inside files, likewise. */
  targetReader(): ReadTarget {
    const resolve = this.resolver();
    const known = this.#known;
    return (text, uri, anchor) => {
      const { targets } = ofFile(known, uri);
      const named = anchor === undefined ? text : `${text}\0${anchor}`;
      if (targets.has(named)) return targets.get(named);
      const target = evidenceTarget(text, anchor, resolve(text, uri));
      targets.set(named, target);
      return target;
    };
  }

  #of(roots: readonly string[]): Known {
    const key = roots.join(' ');
    if (this.#known.roots !== key || this.#known.count > MOST_KNOWN) this.#known = nothing(key);
    return this.#known;
  }
}
