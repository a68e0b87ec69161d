/** What texts on cards lead to. They are looked at again at each keystroke, by rules and verdicts: each is read once. */
import { evidenceTarget, type EvidenceTarget } from './evidence-target';
import type { WorkspaceHost } from './host';
import { folderOf, resolvePath, rootOf, type ResolvedPath } from './uri';

type Resolve = (text: string, uri: string) => ResolvedPath;
/** @param anchor of the long form of evidence, where the part stands in a key of its own */
type ReadTarget = (text: string, uri: string, anchor: string | undefined) => EvidenceTarget | undefined;

interface Known {
  /** The answers hang on these alone. */
  readonly roots: string;
  readonly paths: Map<string, ResolvedPath>;
  readonly targets: Map<string, EvidenceTarget | undefined>;
}

/** Beyond this many remembered texts we begin anew. */
const MOST_KNOWN = 100_000;

const nothing = (roots: string): Known => ({ roots, paths: new Map(), targets: new Map() });

export class References {
  readonly #host: Pick<WorkspaceHost, 'roots'>;
  #known = nothing('');

  constructor(host: Pick<WorkspaceHost, 'roots'>) {
    this.#host = host;
  }

  /** Where paths lead, while the workspace folders are what they are now. */
  resolver(): Resolve {
    const roots = this.#host.roots();
    const { paths } = this.#of(roots);
    return (text, uri) => {
      const named = `${uri} ${text}`;
      let resolved = paths.get(named);
      if (!resolved)
        paths.set(named, (resolved = resolvePath(text, uri, rootOf(uri, roots) ?? folderOf(uri))));
      return resolved;
    };
  }

  /** What texts point to inside files, likewise. */
  targetReader(): ReadTarget {
    const resolve = this.resolver();
    const { targets } = this.#known;
    return (text, uri, anchor) => {
      const named = anchor === undefined ? `${uri} ${text}` : `${uri} ${text}\0${anchor}`;
      if (targets.has(named)) return targets.get(named);
      const target = evidenceTarget(text, anchor, resolve(text, uri));
      targets.set(named, target);
      return target;
    };
  }

  #of(roots: readonly string[]): Known {
    const key = roots.join(' ');
    if (this.#known.roots !== key || this.#known.paths.size > MOST_KNOWN) this.#known = nothing(key);
    return this.#known;
  }
}
