/** Decides which calls are signals, and what they tell. */
import type { Range } from '../../syntax/types';
import { rootOf } from '../pattern';
import { distribution, type Signals } from '../signals';
import type { CallLine, Convention } from '../signalTable';
import type { DataRead, Signal } from '../types';
import type { Call } from './calls';
import { holds } from './conditions';
import { Conventions, Imports } from './conventions';
import { detailsOf, firstGiven, textOf, type Details } from './details';
import { taskHandedOn, taskOf, withoutBrackets } from './task';
import { NONE, type NodeId, type SyntaxTree } from './tree';
import type { LibraryValue, Named } from './values';

/** What the reading of a file tells on the way. */
export interface Report {
  /** @returns what the call's result stands for, where the call says so */
  call(call: Call, tree: SyntaxTree): Named | undefined;
  /** @param module dotted name as an import statement writes it */
  import(module: string): void;
}

/** Where nodes of one tree are in the document. */
export interface Lines {
  rangeOf(start: number, end: number): Range;
}

interface Match {
  readonly meaning: CallLine | Convention;
  readonly library: string;
}

const HOSTED = 'ai-api-call';

/** Methods by which a table of pandas, polars and their like goes to a file, and where they name it. */
const WRITING = /^(?:to|write|sink)_(?:csv|parquet|json|ndjson|feather|orc|excel|pickle|hdf|stata|xml|ipc)$/;
const WRITTEN_TO = ['path_or_buf', 'path', 'file', 'excel_writer', 'workbook', 'path_or_buffer', 0];

export class SignalCollector {
  private readonly signals: Signals;
  private readonly conventions: Conventions;
  private readonly imports = new Imports();
  private readonly lines = new WeakMap<LibraryValue, readonly CallLine[]>();

  constructor(signals: Signals) {
    this.signals = signals;
    this.conventions = new Conventions(signals);
  }

  /** For the first reading: only what is imported and what is called by its library's name counts. */
  readonly learning: Report = {
    call: (call) => {
      const match = this.lineOf(call);
      if (match?.meaning.kind === HOSTED) return namedBy(match, this.detailsOf(match, call));
      return match ? undefined : this.handedOn(call);
    },
    import: (module) => {
      this.imports.add(this.signals.canonical(module));
    },
  };

  /** For the second reading of one tree. */
  from(lines: Lines): Report & {
    readonly found: Signal[];
    readonly reads: DataRead[];
    /** Files that tables are written to. */
    readonly written: string[];
  } {
    const found: Signal[] = [];
    const reads: DataRead[] = [];
    const written: string[] = [];
    return {
      found,
      reads,
      written,
      import: () => undefined,
      call: (call, tree) => {
        const match = this.matchOf(call, tree);
        if (!match) {
          const read = this.readOf(call);
          if (read) reads.push({ ...read, range: nameRange(tree, call.callee, lines) });
          const file = writtenBy(call);
          if (file !== undefined) written.push(file);
          return this.handedOn(call);
        }
        if (match.meaning.kind === 'none') return undefined;
        const details = this.detailsOf(match, call);
        const callee = this.calleeOf(call, tree);
        const task = taskOf(match.meaning, call, callee, this.imports);
        found.push({
          kind: match.meaning.kind,
          library: match.library,
          callee,
          ...details,
          ...(task === undefined ? {} : { task }),
          range: nameRange(tree, call.callee, lines),
        });
        return namedBy(match, details);
      },
    };
  }

  private detailsOf({ meaning }: Match, call: Call): Details {
    const path = call.value?.is === 'library' ? this.signals.canonical(call.value.path) : '';
    return detailsOf(meaning, call, path);
  }

  /** What an object made of others is used for. */
  private handedOn(call: Call): Named | undefined {
    if (call.value?.is !== 'library') return undefined;
    const task = taskHandedOn(call, this.signals.canonical(call.value.path), this.imports);
    return task === undefined ? undefined : { task };
  }

  private readOf({ value, args }: Call): Omit<DataRead, 'range'> | undefined {
    const reader = value?.is === 'library' ? this.signals.readerOf(value.path) : undefined;
    const path = reader && textOf(firstGiven(args, reader.target)?.value);
    return value?.is !== 'library' || path === undefined
      ? undefined
      : { library: distribution(value.root), path };
  }

  private matchOf(call: Call, tree: SyntaxTree): Match | undefined {
    if (call.value && call.value.is !== 'library') return undefined;
    return this.lineOf(call) ?? (this.isListed(call) ? undefined : this.conventionOf(call, tree));
  }

  private isListed({ value }: Call): boolean {
    return value?.is === 'library' && this.linesOf(value).length > 0;
  }

  private lineOf(call: Call): Match | undefined {
    if (call.value?.is !== 'library') return undefined;
    const { value } = call;
    const meaning = this.linesOf(value).find((each) => holds(each, call, this.signals));
    return (
      meaning && {
        meaning,
        library: meaning.library ?? distribution(rootOf(this.signals.canonical(value.path))),
      }
    );
  }

  private linesOf(value: LibraryValue): readonly CallLine[] {
    let lines = this.lines.get(value);
    if (!lines) this.lines.set(value, (lines = this.signals.linesFor(value.path)));
    return lines;
  }

  private conventionOf(call: Call, tree: SyntaxTree): Match | undefined {
    for (const meaning of this.conventions.fitting(call, tree)) {
      const beside = meaning.beside && this.imports.firstOf(meaning.beside);
      if ((meaning.beside && beside === undefined) || !holds(meaning, call, this.signals)) continue;
      const named = beside === undefined ? '' : this.signals.libraryNamed(beside);
      return { meaning, library: meaning.library ?? named };
    }
    return undefined;
  }

  private calleeOf(call: Call, tree: SyntaxTree): string {
    if (call.value?.is === 'library') return withoutBrackets(this.signals.canonical(call.value.path));
    if (call.method === undefined) return tree.source(call.callee);
    return call.receiverName === undefined ? call.method : `${call.receiverName}.${call.method}`;
  }
}

/** The file a call writes a table to, where it is one that does. */
function writtenBy({ method, args }: Call): string | undefined {
  return method !== undefined && WRITING.test(method)
    ? textOf(firstGiven(args, WRITTEN_TO)?.value)
    : undefined;
}

/** Only a hosted model is asked through the object that named it; what is loaded is named by its own call. */
function namedBy({ meaning }: Match, { target, provider }: Details): Named | undefined {
  if (meaning.kind !== HOSTED) return undefined;
  return {
    ...(target === undefined ? {} : { target }),
    ...(provider === undefined ? {} : { provider }),
  };
}

/** `AutoModel.from_pretrained` in full; behind a call only the method's name, since what comes before may be long. */
function nameRange(tree: SyntaxTree, callee: NodeId, lines: Lines): Range {
  const full = lines.rangeOf(tree.from(callee), tree.to(callee));
  const property = tree.child(callee, 'PropertyName');
  const plain = /^[\w.$]+$/u.test(tree.source(callee)) || tree.name(callee) === 'VariableName';
  if (plain) return full;
  if (property !== NONE) return lines.rangeOf(tree.from(property), tree.to(property));
  return full.start.line === full.end.line ? full : { start: full.start, end: full.start };
}
