import { l10n, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import type { NewAssessmentResult, SystemSummary, TreeNode } from '../../../server/src/protocol';
import type { Server } from '../server';
import { askPerson } from './ask-person';
import { askAll, inForm, pickOne, pickSome, typeText, unknownYet, type AskIn, type Step } from './multi-step';
import { sayNoAnswer } from './no-answer';
import { selectPlaceholder } from './placeholder';

interface Answers {
  /** Node of the PDCA status tree. */
  readonly system?: string;
  readonly form?: NewAssessmentResult;
  readonly assessor?: string | undefined;
  readonly reviewer?: string | undefined;
  readonly parties?: readonly string[];
  /** Those of them who do not use the system, and are not judged by it. */
  readonly indirect?: readonly string[];
}

/**
 * Asks who assesses a system and who is affected by it, then writes the assessment beside the card, links it there and
 * opens it at the first thing to fill in.
 *
 * @param row of one of the views; without it the user is asked which system
 */
export async function newAssessment(server: Server, row?: TreeNode | SystemSummary): Promise<void> {
  const system = row && ('node' in row ? row.node : row.id);
  const start = system === undefined ? undefined : await withForm(server, {}, system);
  const steps = [...(start ? [] : [askSystem(server)]), ...questions(server)];
  const answers = await askAll(l10n.t('New Impact Assessment'), start ?? {}, steps);
  if (answers?.system !== undefined) await write(server, answers.system, answers);
}

/** @returns undefined where nobody answers: what was chosen before must not be taken for this system */
async function withForm(server: Server, answers: Answers, system: string): Promise<Answers | undefined> {
  const form = await server.newAssessment({ system });
  return form && { ...answers, system, form };
}

interface SystemItem extends QuickPickItem {
  readonly system?: string;
}

/** Those that have none first. */
const askSystem = (server: Server): Step<Answers> => ({
  ask: async (answers, frame) => {
    const systems = (await server.assessable())?.systems;
    if (!systems) return leaveWithoutAnswer();
    if (systems.length === 0) {
      void window.showInformationMessage(
        l10n.t('No AI system is described here yet. Start with “AIMS: New System…”.'),
      );
      return 'cancel';
    }
    const groups = [
      { label: l10n.t('Without an impact assessment'), of: systems.filter(({ isAssessed }) => !isAssessed) },
      { label: l10n.t('Assessed before'), of: systems.filter(({ isAssessed }) => isAssessed) },
    ];
    const items = groups.flatMap(({ label, of }): SystemItem[] =>
      of.length === 0
        ? []
        : [
            { label, kind: QuickPickItemKind.Separator },
            ...of.map(({ value, label: name, description = '' }) => ({
              label: name,
              description,
              system: value,
            })),
          ],
    );
    const picked = await pickOne(frame, {
      items,
      question: l10n.t('Which system is assessed?'),
      active: items.find(({ system }) => system !== undefined && system === answers.system),
    });
    if (picked === 'back' || picked === 'cancel') return picked;
    if (picked.system === undefined) return 'cancel';
    return (await withForm(server, answers, picked.system)) ?? leaveWithoutAnswer();
  },
});

function leaveWithoutAnswer(): 'cancel' {
  sayNoAnswer();
  return 'cancel';
}

type Ask = AskIn<Answers, NewAssessmentResult>;

const questions = (server: Server): readonly Step<Answers>[] => [
  ...[askAssessor, askReviewer, askParties].map((ask) => inForm(server, ask)),
  inForm(server, askKinds, ({ parties }) => parties && parties.length > 0),
];

const askAssessor: Ask = async (server, answers, form, frame) => {
  const said = await askPerson(frame, {
    people: form.people,
    organization: form.organization,
    words: form.words.assessor,
    before: answers.assessor,
    check: async (text) => (await server.checkAnswer({ key: 'person', text, uri: form.uri }))?.problem,
  });
  if (said === 'back' || said === 'cancel') return said;
  return { ...answers, assessor: said.person };
};

/** Somebody else. */
const askReviewer: Ask = async (server, answers, form, frame) => {
  const { assessor } = answers;
  const said = await askPerson(frame, {
    people: form.reviewers.filter(({ value }) => value !== assessor),
    organization: form.organization,
    words: form.words.reviewer,
    before: answers.reviewer,
    check: async (text) =>
      (
        await server.checkAnswer({
          key: 'person',
          text,
          uri: form.uri,
          ...(assessor === undefined ? {} : { assessor }),
        })
      )?.problem,
  });
  if (said === 'back' || said === 'cancel') return said;
  return { ...answers, reviewer: said.person };
};

const askParties: Ask = async (_server, answers, form, frame) => {
  const typed = await typeText(frame, {
    value: (answers.parties ?? []).join(', '),
    prompt: [form.words.parties, l10n.t('Groups of people, with commas between.'), unknownYet()].join(' '),
    placeholder: l10n.t('Applicants, Loan officers'),
  });
  if (typed === 'back' || typed === 'cancel') return typed;
  const names = typed.text.split(/[,;]/).map((name) => name.trim());
  return { ...answers, parties: [...new Set(names)].filter((name) => name !== '') };
};

const askKinds: Ask = async (_server, answers, form, frame) => {
  const parties = answers.parties ?? [];
  const direct = form.kinds.find(({ value }) => value === 'direct')?.detail ?? '';
  const picked = await pickSome(frame, {
    items: parties.map((label) => ({ label, picked: answers.indirect?.includes(label) !== true })),
    question: l10n.t('Who of them {0}? The others only feel its effects', direct),
  });
  if (picked === 'back' || picked === 'cancel') return picked;
  const chosen = new Set(picked.map(({ label }) => label));
  return { ...answers, indirect: parties.filter((name) => !chosen.has(name)) };
};

async function write(
  server: Server,
  system: string,
  { assessor, reviewer, parties = [], indirect = [] }: Answers,
): Promise<void> {
  const drafted = await server.draftAssessment({
    system,
    ...(assessor === undefined ? {} : { assessor }),
    ...(reviewer === undefined ? {} : { reviewer }),
    parties: parties.map((name) => ({ name, kind: indirect.includes(name) ? 'indirect' : 'direct' })),
  });
  if (!drafted) sayNoAnswer();
  else if ('refused' in drafted) void window.showWarningMessage(drafted.refused);
  else if (await workspace.applyEdit(drafted.edit)) {
    selectPlaceholder(await window.showTextDocument(Uri.parse(drafted.uri, true)));
    sayWhatIsNew(drafted);
  } else void window.showWarningMessage(l10n.t('No assessment was written: the files could not be changed.'));
}

/** Other drafts are in no file yet. This one is: a card can only link to a file that is there, and one undo takes both back. */
function sayWhatIsNew({ uri, card }: { readonly uri: string; readonly card?: string }): void {
  const nameOf = (file: string): string => workspace.asRelativePath(Uri.parse(file, true));
  void window.showInformationMessage(
    card === undefined
      ? l10n.t('{0} is new: check the draft, fill in each TODO, then save it.', nameOf(uri))
      : l10n.t(
          '{0} is new, and {1} links to it: check the draft, fill in each TODO, then save both.',
          nameOf(uri),
          nameOf(card),
        ),
  );
}
