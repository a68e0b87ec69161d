/** Which test a target names, as reports know tests. */
import { fileTypeOf } from './file-type';
import type { TestId } from './result-types';
import type { Part } from './types';

/** How test runners recognise their files: `test_x.py`, `x.test.ts`, anything in a folder of tests. */
const TEST_FILE =
  /(?:^|\/)(?:tests?|__tests__|spec|e2e)\/|(?:^|\/)(?:tests?[_.-][^/]*|[^/]*[_.-](?:tests?|spec)|tests?)\.[^./]+$/i;

/** Is this a test a report may speak of: written as one, or something in a file of tests? */
export function isTestCode(uri: string, part: Part | undefined): boolean {
  return (part?.kind === 'test' || TEST_FILE.test(uri)) && testNames(uri, part) !== undefined;
}

/** @returns undefined where the part is a line or a value, or the file of a kind no runner runs */
export function testNames(
  fileName: string,
  part: Part | undefined,
): Pick<TestId, 'names' | 'parameter'> | undefined {
  const type = fileTypeOf(fileName);
  if (type !== 'python' && type !== 'javascript') return undefined;
  switch (part?.kind) {
    case undefined:
      return { names: [] };
    case 'test':
      return part.parameter === undefined
        ? { names: part.names }
        : { names: part.names, parameter: part.parameter };
    case 'name':
      return { names: type === 'python' ? part.name.split('.') : [part.name] };
    case 'lines':
    case 'pointer':
      return undefined;
  }
}
