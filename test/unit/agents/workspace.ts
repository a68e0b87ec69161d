/** A small company for the tools to be asked about. */
import assert from 'node:assert/strict';
import { callTool } from '../../../server/src/agents';
import { openWorkspace } from '../../support/workspace';

export const FILES: Readonly<Record<string, string>> = {
  'aims.yaml': `aims: 1
kind: organization
id: northwind
name: Northwind
target: managed
people:
  - {id: bo, name: Bo Lind, roles: [top-management]}
`,
  'scoring/aims.yaml': `aims: 1
kind: system
id: scoring
name: Credit scoring
owner: Amara Okafor
role: [developer]
purpose: Estimate default risk.
lifecycle: {stage: verification-validation}
use: {intended: [Retail loans]}
models: [{id: scorer, task: tabular-classification}]
datasets: [{id: loans, uses: [training], source: CRM, provenance: docs/data.md}]
controls:
  A.6.2.3:
    status: implemented
    why: Needed.
    evidence: [docs/design.md]
`,
  'scoring/docs/design.md': '# Design\n',
  'scoring/docs/data.md': '# Data\n',
  'scoring/train.py': `from sklearn.linear_model import LogisticRegression

# aims: evidence A.6.2.4 parity of groups
def test_parity():
    LogisticRegression().fit([[0], [1]], [0, 1])
`,
  'chat/aims.yaml': 'aims: 1\nkind: system\nid: chat\nname: Chat\nlifecycle: {stage: inception}\n',
};

/** Asks a tool; the answer as it goes over the wire, in the shape the test expects. */
export async function ask<T>(
  name: string,
  input: unknown = {},
  files: Readonly<Record<string, string>> = FILES,
): Promise<T> {
  const { service, snapshot } = await openWorkspace(files);
  const answer = callTool({ service, snapshot }, name, input);
  assert.ok('result' in answer, 'error' in answer ? answer.error : '');
  return JSON.parse(JSON.stringify(answer.result)) as T;
}

/** Asks what cannot be answered; the words of the error. */
export async function refused(
  name: string,
  input: unknown,
  files: Readonly<Record<string, string>> = FILES,
): Promise<string> {
  const { service, snapshot } = await openWorkspace(files);
  const answer = callTool({ service, snapshot }, name, input);
  assert.ok('error' in answer, JSON.stringify(answer));
  return answer.error;
}
