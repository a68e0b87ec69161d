/** Requirements as pip writes them: in `requirements.txt`, in lists of other files, behind `pip install`. */
import { cleanText } from '../clean';
import { placeOf } from '../said';
import type { SourceFile } from '../types';
import type { Requirement } from './types';

/** Longer lines are no requirements, and files with more are no lists somebody wrote. */
const MOST = { line: 1_000, lines: 5_000 } as const;

/** `scikit-learn[extra]==1.5.0 ; python_version > "3.9"`; undefined for options, addresses and paths. */
export function requirement(line: string, at: string): Requirement | undefined {
  if (line.length > MOST.line) return undefined;
  const [, name, rest = ''] =
    /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*([^;@#]*)(?:;.*|@.*)?$/s.exec(line.trim()) ??
    [];
  const range = cleanText(rest.replace(/\s*\\$|\s*--hash.*$/gs, '').replace(/[()]/g, ''));
  const isRange = range === undefined || /^(?:[<>=!~]=?|===?|\^)/.test(range);
  return name === undefined || !isRange ? undefined : { name, version: pinned(range), at };
}

/** `==1.5.0` -> `1.5.0`; ranges stay as they are. */
export const pinned = (range: string | undefined): string | undefined => {
  const short = range?.replace(/\s+/g, '');
  return short === '*' ? undefined : (/^={1,3}([^,*]+)$/.exec(short ?? '')?.[1] ?? short);
};

/** @param text one requirement a line, with comments */
export const requirementLines = (text: string, path: string, firstLine = 0): readonly Requirement[] =>
  text
    .split('\n', MOST.lines)
    .flatMap(
      (line, index) => requirement(line.replace(/(?:^|\s)#.*$/s, ''), placeOf(path, firstLine + index)) ?? [],
    );

export const pipRequirements = ({ path, text }: SourceFile): readonly Requirement[] =>
  requirementLines(text, path);
