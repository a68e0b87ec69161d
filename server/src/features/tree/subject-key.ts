/** Ids of tree nodes: the way from the top, so that a node is found again after its file has changed. */
import type { Subject } from '../../workspace/snapshot';
import { encodeSegment } from '../../workspace/uri';

const SEPARATOR = '|';

/** Stable as long as the file and the id in it stay; two cards with one id still differ. */
export const subjectKey = (subject: Subject): string =>
  [subject.kind, subject.uri, String(subject.artefact.document), encodeSegment(subject.id)].join('!');

/** The id of a node from the steps that lead to it. */
export const nodeId = (...steps: readonly string[]): string => steps.join(SEPARATOR);

/** Subject, phase, requirement: as many as there are. */
export const stepsOf = (id: string): readonly string[] => id.split(SEPARATOR);
