/** Whole files to start from, offered where a file is still empty. */
import { baseName } from '../../workspace/uri';
import { fill } from './snippet';
import type { Completion, CompletionContext } from './types';

interface Skeleton {
  readonly label: string;
  readonly detail: string;
  readonly text: string;
  /** File names it fits best. */
  readonly names: RegExp;
}

const SKELETONS: readonly Skeleton[] = [
  {
    label: 'AI system card',
    detail: 'kind: system, beside the ML code of one AI system',
    names: /aims\.ya?ml$/i,
    text: `aims: 1
kind: system
id: \${1:my-system}
name: \${2:My system}
owner: \${3}
role: [\${4|developer,provider,producer,customer,deployer,partner,user|}]
purpose: \${5}
lifecycle: {stage: \${6|inception,design-development,verification-validation,deployment,operation-monitoring,continuous-validation,re-evaluation,retirement|}}
use: {intended: [\${7}]}
models: [{id: \${8:model}, task: \${9}}]
datasets: [{id: \${10:data}, uses: [\${11:training}], source: \${12}}]
`,
  },
  {
    label: 'AI management system of an organization',
    detail: 'kind: organization, at the root of the repository',
    names: /aims\.ya?ml$/i,
    text: `aims: 1
kind: organization
id: \${1:my-organization}
name: \${2:My organization}
target: \${3|inventory,managed,audit|}
scope:
  statement: \${4}
  roles: [\${5|developer,provider,producer,customer,deployer,partner,user|}]
people:
  - {id: \${6:jo}, name: \${7:Jo Doe}, roles: [top-management, aims-responsible]}
`,
  },
  {
    label: 'AI system impact assessment',
    detail: 'kind: impact-assessment, beside the card',
    names: /(?:impact-assessment|\.impact)\.ya?ml$/i,
    text: `aims: 1
kind: impact-assessment
id: \${1:IA-1}
system: \${2:my-system}
status: draft
performed: \${3}
assessor: \${4}
parties:
  - {id: \${5:users}, kind: direct}
impacts:
  - {id: I1, party: \${5:users}, dimension: \${6|fairness,accountability,transparency,privacy,reliability,safety,explainability,environment,accessibility|}, nature: harm, what: \${7}}
`,
  },
];

export function skeletonCompletions(context: CompletionContext): readonly Completion[] {
  const name = baseName(context.cursor.uri);
  return SKELETONS.map(({ label, detail, text, names }) => ({
    label,
    kind: 'skeleton',
    detail,
    ...fill(text, 0, context.snippets),
    rank: names.test(name) ? 0 : 1,
  }));
}
