import { commands, type LogOutputChannel, type Memento, type TreeView, Uri } from 'vscode';
import {
  DRAFT_CARD,
  REVEAL_PLACE,
  SAVE_RECORD,
  type SystemSummary,
  type TreeNode,
} from '../../../server/src/protocol';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import type { StatusTree } from '../views/status-tree';
import type { WorkspaceStatus } from '../workspace-status';
import { chooseFilter } from './choose-filter';
import { copyRequirementId } from './copy-requirement-id';
import { createCard } from './create-card';
import { filterStatus, groupStatus, showOpen } from './filter-status';
import { newAssessment } from './new-assessment';
import { newOrganization } from './new-organization';
import { newSystem } from './new-system';
import { recordApproval, saveRecord } from './record-approval';
import { revealInStatus } from './reveal-in-status';
import { revealPlace } from './reveal-place';
import { showStatus } from './show-status';

/** What commands act on. */
export interface Parts {
  readonly server: Server;
  readonly status: WorkspaceStatus;
  readonly tree: StatusTree;
  readonly view: TreeView<TreeNode>;
  readonly log: LogOutputChannel;
  readonly memory: Memento;
}

/** Registers every command that package.json names, and those that only the server does. */
export function registerCommands({ server, status, tree, view, log, memory }: Parts): Disposable[] {
  const { registerCommand } = commands;
  return [
    registerCommand('aims.createCard', (resource?: Uri) => createCard(server, resource)),
    registerCommand('aims.newSystem', (resource?: unknown) =>
      newSystem(server, resource instanceof Uri ? resource : undefined),
    ),
    registerCommand('aims.newAssessment', (row?: TreeNode | SystemSummary) => newAssessment(server, row)),
    registerCommand('aims.newOrganization', (resource?: unknown) =>
      newOrganization(server, resource instanceof Uri ? resource : undefined),
    ),
    registerCommand('aims.showStatus', () => showStatus(status)),
    registerCommand('aims.refreshStatus', () => status.refresh()),
    registerCommand('aims.showOpen', () => showOpen(tree, memory)),
    registerCommand('aims.showAll', () => filterStatus(tree, memory, {})),
    registerCommand('aims.filterStatus', () => chooseFilter(server, tree, memory)),
    registerCommand('aims.groupByDay', () => groupStatus(tree, memory, 'day')),
    registerCommand('aims.groupByPhase', () => groupStatus(tree, memory, 'phase')),
    registerCommand('aims.revealInStatus', () => revealInStatus(server, tree, view, memory)),
    registerCommand('aims.restartServer', () => server.restart()),
    registerCommand('aims.showLog', () => log.show()),
    registerCommand('aims.recordApproval', () => recordApproval(server)),
    registerCommand(DRAFT_CARD, (folder: string) => createCard(server, Uri.parse(folder, true))),
    registerCommand(REVEAL_PLACE, revealPlace),
    registerCommand(SAVE_RECORD, saveRecord),
    registerCommand('aims.copyRequirementId', copyRequirementId),
  ];
}
