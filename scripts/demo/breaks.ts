/**
 * Ways in which the example goes wrong as real repositories do, each with exactly what is to be found then. Read by
 * `npm run demo:break` and by the test of the same name.
 */

export interface Edit {
  /** Path below the example. */
  readonly file: string;
  /** Stands in the file once. */
  readonly from: string;
  readonly to: string;
}

export interface Break {
  /** What somebody did. */
  readonly what: string;
  readonly edits: readonly Edit[];
  /** `path:line severity rule`, in the order of the files. */
  readonly finds: readonly string[];
}

const CARD = 'credit-scoring/aims.yaml';
const ASSESSMENT = 'credit-scoring/impact-assessment.yaml';
const ORGANIZATION = 'aims.yaml';

export const breaks: readonly Break[] = [
  {
    what: 'The model was trained anew, and only the report knows the new figure',
    edits: [{ file: 'credit-scoring/reports/eval.json', from: '0.874', to: '0.812' }],
    finds: ['credit-scoring/aims.yaml:45 warning metric-differs'],
  },
  {
    what: 'The AI policy was rewritten after Dana had approved it',
    edits: [
      {
        file: 'docs/ai-policy.md',
        from: 'No applicant is declined by a machine alone',
        to: 'A machine may decline on its own',
      },
    ],
    finds: ['aims.yaml:43 warning approval-suspect'],
  },
  {
    what: 'A dataset was added to the card, and nobody looked at the impacts again',
    edits: [
      {
        file: CARD,
        from: '  - id: holdout-2026q1\n    uses: [testing]',
        to: '  - id: social-media\n    uses: [training]\n    source: bought profiles\n    personalData: true\n    license: bought\n    provenance: data/PROVENANCE.md\n    quality: reports/data-quality.md\n    preparation: src/prepare.py\n  - id: holdout-2026q1\n    uses: [testing]',
      },
    ],
    finds: ['credit-scoring/impact-assessment.yaml:12 warning approval-suspect'],
  },
  {
    what: 'The fairness test was renamed',
    edits: [
      {
        file: 'credit-scoring/tests/test_fairness.py',
        from: 'def test_parity(',
        to: 'def test_gap_between_groups(',
      },
    ],
    finds: [
      'credit-scoring/aims.yaml:243 warning evidence-part-missing',
      'credit-scoring/impact-assessment.yaml:66 warning evidence-part-missing',
    ],
  },
  {
    what: 'A chapter of the validation report got another title',
    edits: [{ file: 'credit-scoring/reports/validation.md', from: '## Results', to: '## Findings' }],
    finds: [
      'credit-scoring/aims.yaml:218 warning approval-suspect',
      'credit-scoring/aims.yaml:245 warning evidence-part-missing',
    ],
  },
  {
    what: 'Suppliers were declared out of scope, though the bureau still delivers',
    edits: [
      {
        file: ORGANIZATION,
        from: '  A.10.3:\n    status: implemented\n    why: Scores depend on bureau data we do not control',
        to: '  A.10.3:\n    status: not-applicable\n    why: We build everything ourselves',
      },
    ],
    finds: ['aims.yaml:124 warning approval-suspect', 'aims.yaml:392 warning supplier-control-excluded'],
  },
  {
    what: 'Nobody measured drift in October',
    edits: [{ file: CARD, from: '      - { date: 2026-10-31, value: 0.08 }\n', to: '' }],
    finds: ['credit-scoring/aims.yaml:321 warning monitoring-overdue'],
  },
  {
    what: 'The auditor audited what she owns',
    edits: [
      {
        file: ORGANIZATION,
        from: "    auditor: eli\n    covers: ['4-10', A.6]",
        to: "    auditor: amara\n    covers: ['4-10', A.6]",
      },
    ],
    finds: ['aims.yaml:434 warning auditor-owns'],
  },
  {
    what: 'Who decided to live with what is left of a harm was taken out of the assessment',
    edits: [
      {
        file: ASSESSMENT,
        from: '    residual: { severity: minor, likelihood: unlikely, decision: accepted, by: dana }\n',
        to: '',
      },
    ],
    finds: [
      'credit-scoring/impact-assessment.yaml:12 warning approval-suspect',
      'credit-scoring/impact-assessment.yaml:51 warning harm-without-residual',
    ],
  },
  {
    what: 'The gate document of the deployment was taken out of the card',
    edits: [{ file: CARD, from: '      approvedBy: dana\n      gate: docs/release-2.3.md\n', to: '' }],
    finds: ['credit-scoring/aims.yaml:13 warning approval-suspect'],
  },
  {
    what: 'The certificate was decided a year earlier, and no surveillance audit is written down',
    edits: [
      {
        file: ORGANIZATION,
        from: 'initialDecisionOn: 2026-03-01\n  expires: 2029-02-28',
        to: 'initialDecisionOn: 2025-03-01\n  expires: 2028-02-29',
      },
    ],
    finds: ['aims.yaml:483 warning surveillance-late'],
  },
];
