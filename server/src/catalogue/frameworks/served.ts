/** Parts of other frameworks that evidence serves as well: `iso-9001-2015:9.1`. */
import { editionWithControl } from '../iso27001';
import { findItem } from './find';
import { otherIds } from './frameworks';

/** What `serves` names: a framework and a part of it, such as `iso-9001-2015:9.1`. */
export interface ServedClause {
  readonly framework: string;
  readonly clause: string;
}

/** @returns undefined where the text does not have the form `framework:clause` */
export function parseServed(text: string): ServedClause | undefined {
  const match = /^([a-z][a-z0-9.-]*)\s*:\s*(\S.*)$/i.exec(text.trim());
  return match?.[1] === undefined || match[2] === undefined
    ? undefined
    : { framework: match[1], clause: match[2].trim() };
}

/** Articles 1 to 113, 4a and the annexes I to XIII, with any points behind. */
const AI_ACT_PART = /^(?:(?:art(?:icle)?\.?\s*)?(\d{1,3})a?(?:\(.*)?|annex\s+[ivx]+\b.*)$/i;
const LAST_ARTICLE = 113;

/** Does the framework have this part? Undefined where we do not know all of its parts. */
export function hasClause({ framework, clause }: ServedClause): boolean | undefined {
  if (findItem(framework, clause)) return true;
  switch (framework) {
    case 'nist-ai-rmf':
      return false;
    case 'eu-ai-act': {
      const match = AI_ACT_PART.exec(clause);
      return match !== null && Number(match[1] ?? 1) >= 1 && Number(match[1] ?? 1) <= LAST_ARTICLE;
    }
    case 'iso-27001-2022':
      return hasShared(framework, clause) || isControlOf27001(clause);
    case 'iso-9001-2015':
      return hasShared(framework, clause);
    default:
      return undefined;
  }
}

/** Letters and notes of a clause, as in 9.3.2 c), are part of it. */
const hasShared = (framework: string, clause: string): boolean => {
  const number = /^(?:clause\s+)?(\d+(?:\.\d+)*)(?:\s*[a-z]\)?.*)?$/i.exec(clause)?.[1];
  return (
    number !== undefined &&
    (otherIds.get(framework)?.has(number) === true || findItem(framework, number) !== undefined)
  );
};

function isControlOf27001(clause: string): boolean {
  const numbers = /^A\.(\d+)\.(\d+)$/i.exec(clause);
  return numbers !== null && editionWithControl([Number(numbers[1]), Number(numbers[2])]) === '2022';
}
