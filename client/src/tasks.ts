import {
  l10n,
  ProcessExecution,
  Task,
  TaskGroup,
  tasks,
  workspace,
  type TaskDefinition,
  type Uri,
  type WorkspaceFolder,
} from 'vscode';
import type { Disposable } from './disposable';
import { optionsOf, ownProgram, type OwnProgram } from './own-program';

/** Also in `contributes.taskDefinitions`. */
const TYPE = 'aims';

interface AimsTask extends TaskDefinition {
  readonly command: 'check' | 'status';
  /** From the workspace folder; by default all of it. */
  readonly path?: string;
  /** Further options of the command line. */
  readonly options?: readonly string[];
}

const isAimsTask = (definition: TaskDefinition): definition is AimsTask =>
  definition.type === TYPE && (definition.command === 'check' || definition.command === 'status');

/**
 * Tasks that run the command line as CI does. They have no problem matcher of themselves: the server has put the same
 * findings in the Problems panel already. `$aims` is there for who runs the command line in a task of their own.
 */
export function registerTasks(extensionUri: Uri): Disposable[] {
  const program = ownProgram(extensionUri);
  if (!program) return [];
  return [
    tasks.registerTaskProvider(TYPE, {
      provideTasks: () =>
        (workspace.workspaceFolders ?? [])
          .filter(({ uri }) => uri.scheme === 'file')
          .flatMap((folder) => [
            taskOf({ type: TYPE, command: 'check' }, folder, program),
            taskOf({ type: TYPE, command: 'status' }, folder, program),
          ]),
      resolveTask: ({ definition, scope }) => {
        const folder = typeof scope === 'object' ? scope : workspace.workspaceFolders?.[0];
        return folder && isAimsTask(definition) ? taskOf(definition, folder, program) : undefined;
      },
    }),
  ];
}

function taskOf(definition: AimsTask, folder: WorkspaceFolder, { command, script, env }: OwnProgram): Task {
  const { path = '.', options = [] } = definition;
  const args = [script, definition.command, ...optionsOf(folder), ...options, path];
  const execution = new ProcessExecution(command, args, { cwd: folder.uri.fsPath, env: { ...env } });
  const task = new Task(definition, folder, definition.command, 'AIMS', execution, []);
  task.detail =
    definition.command === 'check'
      ? l10n.t('What is wrong or missing, as CI sees it')
      : l10n.t('Where each organization and AI system stands');
  if (definition.command === 'check') task.group = TaskGroup.Test;
  return task;
}
