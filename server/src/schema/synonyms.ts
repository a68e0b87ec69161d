/**
 * Keys people write who know model cards, risk registers and other formats, for those of this one. In a block the first
 * counts that it has.
 */
const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  title: ['name', 'what', 'text'],
  label: ['name', 'what'],
  displayname: ['name'],
  description: ['purpose', 'what', 'text', 'statement'],
  summary: ['purpose', 'what', 'text'],
  goal: ['purpose', 'text'],
  about: ['purpose', 'what'],
  author: ['owner'],
  authors: ['contributors', 'owner'],
  maintainer: ['owner'],
  contact: ['owner', 'email'],
  responsible: ['owner'],
  accountable: ['owner'],
  assignee: ['owner'],
  mail: ['email'],
  data: ['datasets', 'dataset'],
  trainingdata: ['datasets'],
  algorithm: ['task'],
  type: ['kind', 'task'],
  category: ['kind', 'dimension'],
  baseline: ['basedOn'],
  basemodel: ['basedOn'],
  pretrained: ['basedOn'],
  weights: ['artifact'],
  file: ['artifact', 'path', 'document', 'source'],
  checksum: ['digest'],
  hash: ['digest'],
  sha256: ['digest'],
  origin: ['source', 'provenance'],
  lineage: ['provenance'],
  bias: ['knownBias'],
  limits: ['limitations'],
  caveats: ['limitations'],
  usage: ['use', 'uses'],
  intendeduse: ['intended', 'use'],
  intendeduses: ['intended', 'use'],
  misuse: ['outOfScope', 'unintended'],
  humanoversight: ['oversight'],
  vendor: ['suppliers', 'supplier'],
  vendors: ['suppliers'],
  provider: ['suppliers', 'supplier'],
  threshold: ['must', 'alert'],
  metric: ['metrics', 'name'],
  score: ['value'],
  hazard: ['what'],
  probability: ['likelihood'],
  impact: ['severity', 'impacts'],
  consequence: ['severity', 'what'],
  mitigation: ['treatment', 'measures'],
  mitigations: ['treatment', 'measures'],
  stakeholders: ['parties', 'interestedParties'],
  reason: ['why'],
  justification: ['why'],
  rationale: ['why'],
  proof: ['evidence'],
  deadline: ['due'],
  duedate: ['due'],
  frequency: ['every', 'reviewEvery'],
  interval: ['every', 'reviewEvery'],
  reviewinterval: ['reviewEvery'],
  lastreview: ['reviewed'],
  reviewedon: ['reviewed'],
  reviewedby: ['by', 'reviewer'],
  approver: ['approvedBy'],
  approvaldate: ['approvedOn'],
  approved: ['approvedOn'],
  assessedby: ['assessor'],
  assessedon: ['performed', 'assessed'],
  licence: ['license'],
  link: ['path', 'url', 'document'],
  href: ['url'],
};

/** `intended_use`, `Intended-Use` and `intendedUse` are the same word. */
const plain = (key: string): string => key.replace(/[-_ ]/g, '').toLowerCase();

/**
 * The key of a block that another word means: the same word in another spelling, or one that people use for it.
 * @param known the keys that are possible there
 */
export function keyMeantBy(word: string, known: readonly string[]): string | undefined {
  const text = plain(word);
  const same = known.find((key) => plain(key) === text);
  if (same !== undefined) return same;
  return Object.hasOwn(SYNONYMS, text) ? SYNONYMS[text]?.find((key) => known.includes(key)) : undefined;
}

/** All keys that some word stands for; a test holds them true. */
export const meantKeys = (): readonly string[] => [...new Set(Object.values(SYNONYMS).flat())];
