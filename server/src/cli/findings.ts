/** The findings of the files asked about, in an order that depends on nothing but the files. */
import { fileURLToPath } from 'node:url';
import type { Finding } from '../rules/rule';
import type { Engine } from './engine';

export interface FileFinding extends Finding {
  /** Absolute path of the file. */
  readonly path: string;
}

export interface Collected {
  /** By file, and in it by position. */
  readonly findings: readonly FileFinding[];
  /** What kept the check from being whole, one line each. */
  readonly failures: readonly string[];
}

const segments = (path: string): readonly string[] => path.split(/[\\/]/);

/** Folder by folder, by code units: the same in every locale. */
function comparePaths(a: string, b: string): number {
  const [left, right] = [segments(a), segments(b)];
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    if (segment !== other) return segment < other ? -1 : 1;
  }
  return left.length - right.length;
}

/** Findings in files that were not asked about are left out, whatever they say of those that were. */
export function collectFindings(engines: readonly Engine[]): Collected {
  const findings: FileFinding[] = [];
  const failures: string[] = [];
  for (const engine of engines) {
    const { service, snapshot, covers } = engine;
    const files = service.files(snapshot).filter(covers);
    for (const uri of files)
      for (const finding of service.findings(snapshot, uri))
        findings.push({ ...finding, path: fileURLToPath(uri) });
    failures.push(...new Set(engine.failures.map((failure) => `A part of the check failed: ${failure}`)));
  }
  // Sorting is stable: within a file the engine's own order stays.
  return { findings: findings.sort((a, b) => comparePaths(a.path, b.path)), failures };
}
