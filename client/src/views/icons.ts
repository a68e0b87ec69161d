import { ThemeColor, ThemeIcon } from 'vscode';
import type { TreeNode, TreeNodeKind, Verdict } from '../../../server/src/protocol';

/**
 * A shape of its own for each verdict, so that nobody needs to tell colours apart. Colours are the theme's, and only
 * where something is wrong or right.
 */
const VERDICT_ICONS: Readonly<Record<Verdict, ThemeIcon>> = {
  verified: new ThemeIcon('pass-filled', new ThemeColor('testing.iconPassed')),
  attested: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  partial: new ThemeIcon('color-mode', new ThemeColor('problemsWarningIcon.foreground')),
  missing: new ThemeIcon('circle-large-outline', new ThemeColor('problemsWarningIcon.foreground')),
  overdue: new ThemeIcon('watch', new ThemeColor('problemsErrorIcon.foreground')),
  suspect: new ThemeIcon('warning', new ThemeColor('problemsErrorIcon.foreground')),
  unknown: new ThemeIcon('question', new ThemeColor('descriptionForeground')),
  'not-due': new ThemeIcon('calendar', new ThemeColor('disabledForeground')),
  'not-applicable': new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
};

export const SYSTEM_ICON = new ThemeIcon('chip');

const KIND_ICONS: Readonly<Partial<Record<TreeNodeKind, ThemeIcon>>> = {
  organization: new ThemeIcon('organization'),
  system: SYSTEM_ICON,
  period: new ThemeIcon('calendar'),
};

export const verdictIcon = (verdict: Verdict): ThemeIcon => VERDICT_ICONS[verdict];

/** The icon of a row; phases have none: their name says it all. */
export function iconOf(node: Pick<TreeNode, 'kind' | 'verdict'>): ThemeIcon | undefined {
  return node.verdict ? VERDICT_ICONS[node.verdict] : KIND_ICONS[node.kind];
}
