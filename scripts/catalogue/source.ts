import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import type { Path, Shape } from './shape';

/** A data file that cannot be used, with one line per defect: file, line, key and what is wrong. */
export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

/** One YAML data file, read but not yet checked. */
export interface Source {
  /** As given, for messages. */
  readonly file: string;
  /** Plain values, to collect ids from before anything is checked. */
  readonly raw: unknown;
  /**
   * Checks the whole file against a shape.
   * @throws CatalogueError with every defect.
   */
  read<T>(shape: Shape<T>): T;
}

/**
 * Parses a data file.
 * @throws CatalogueError when it is not one well-formed YAML document without duplicate keys.
 */
export function parseSource(file: string, yaml: string): Source {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => `${file}:${lines.linePos(offset).line}`;
  const broken = document.errors.map((error) => `${place(error.pos[0])}: ${error.message}`);
  if (broken.length > 0) throw new CatalogueError(broken.join('\n'));
  const raw: unknown = document.toJS();
  return {
    file,
    raw,
    read<T>(shape: Shape<T>): T {
      const defects: string[] = [];
      shape.check(raw, [], (path, message) => {
        defects.push(`${place(offsetOf(document, path))}: ${keyText(path)}: ${message}`);
      });
      if (defects.length > 0) throw new CatalogueError(defects.join('\n'));
      return raw as T; // what passed the check of Shape<T> is a T
    },
  };
}

/** `controls[3].asks` */
function keyText(path: Path): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
  return steps.join('').replace(/^\./, '') || 'top level';
}

/** Where the value stands, or its nearest ancestor that does. */
function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
