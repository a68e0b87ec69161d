/** `setup.cfg` of setuptools, in the format of Python's `configparser`. */
import { cleanText } from '../clean';
import { placeOf } from '../said';
import type { Said, SourceFile } from '../types';
import { requirementLines } from './pip';
import type { ProjectFacts } from './types';

interface Option {
  readonly section: string;
  readonly key: string;
  /** Lines that are indented belong to it too. */
  readonly lines: readonly string[];
  /** Counted from 0. */
  readonly line: number;
}

function readOptions(text: string): readonly Option[] {
  const options: (Option & { readonly lines: string[] })[] = [];
  let section = '';
  for (const [line, written] of text.split(/\r?\n/).entries()) {
    const header = /^\[([^\]]+)\]/.exec(written)?.[1];
    const [, key, value = ''] = /^([^\s#;=:[][^=:]*?)\s*[=:]\s*(.*)$/.exec(written) ?? [];
    if (header !== undefined) section = header.trim();
    else if (key !== undefined) options.push({ section, key, lines: [value], line });
    // A line of comment or none keeps its place, so that those behind it are counted right.
    else options.at(-1)?.lines.push(/^\s/.test(written) ? written : '');
  }
  return options;
}

export function setupCfg({ path, text }: SourceFile): ProjectFacts {
  const options = readOptions(text);
  const said = (key: string): Said | undefined => {
    const found = options.find((each) => each.section === 'metadata' && each.key === key);
    const value = cleanText(found?.lines[0]);
    // `file: VERSION` and `attr: package.__version__` say where it stands.
    if (!found || value === undefined || /^(?:file|attr):/.test(value)) return undefined;
    return { value, at: placeOf(path, found.line) };
  };
  return {
    name: said('name'),
    version: said('version'),
    description: said('description'),
    license: said('license'),
    requirements: options
      .filter(({ section, key }) =>
        section === 'options' ? key === 'install_requires' : section === 'options.extras_require',
      )
      .flatMap(({ lines, line }) => requirementLines(lines.join('\n'), path, line)),
  };
}
