/** Reads what YAML and JSON files of other tools say, each value with its line. JSON is YAML. */
import { parse } from '../syntax';
import type { Route, SyntaxNode } from '../syntax/types';
import { cleanText } from './clean';
import { placeOf } from './said';
import type { Said, SourceFile } from './types';

export interface YamlSource {
  /** The text at a place; undefined where there is none, or none that says anything. */
  said(...route: Route): Said | undefined;
  /** The texts of a list, or the one text that stands in its place. */
  each(...route: Route): readonly Said[];
  /** Keys of the map at a place. */
  keys(...route: Route): readonly string[];
  /** How many items the list at a place has. */
  count(...route: Route): number;
  /** `path:line` of a place, as comments name it. */
  at(...route: Route): string;
}

/** @param firstLine lines of the file before the text, counted from 0 */
export function readYaml({ path, text }: SourceFile, firstLine = 0): YamlSource {
  const parsed = parse(text);
  const [document] = parsed.documents;
  // What an entry with a syntax error says, nobody knows.
  const whole = new Set(document?.blocks.filter(({ complete }) => complete).map(({ key }) => key.text));
  const isWhole = (key: string | number | undefined): boolean => typeof key === 'string' && whole.has(key);
  const node = (route: Route): SyntaxNode | undefined =>
    isWhole(route[0]) ? document?.node(route) : undefined;
  const at = (...route: Route): string => {
    const span = document?.span(route, 'value');
    return placeOf(path, span && firstLine + parsed.positionAt(span.start).line);
  };
  const said = (...route: Route): Said | undefined => {
    const found = node(route);
    const value = found?.kind === 'scalar' && found.type !== 'null' ? cleanText(found.text) : undefined;
    return value === undefined ? undefined : { value, at: at(...route) };
  };
  const count = (...route: Route): number => {
    const found = node(route);
    return found?.kind === 'list' ? found.items.length : 0;
  };
  return {
    at,
    said,
    count,
    each: (...route) => {
      const one = said(...route);
      if (one) return [one];
      return Array.from({ length: count(...route) }, (_, index) => said(...route, index) ?? []).flat();
    },
    keys: (...route) => {
      const found = route.length === 0 ? undefined : node(route);
      return found?.kind === 'map' ? found.entries.map(({ key }) => key.text) : [];
    },
  };
}
