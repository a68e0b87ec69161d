import { commands, type LogOutputChannel, type Memento } from 'vscode';
import { REVEAL_PLACE, SAVE_RECORD } from '../../../server/src/protocol';
import type { Disposable } from '../disposable';
import type { Server } from '../server';
import type { StatusTree } from '../views/status-tree';
import type { WorkspaceStatus } from '../workspace-status';
import { copyRequirementId } from './copy-requirement-id';
import { createCard } from './create-card';
import { filterStatus } from './filter-status';
import { recordApproval, saveRecord } from './record-approval';
import { revealPlace } from './reveal-place';
import { showStatus } from './show-status';

/** What commands act on. */
export interface Parts {
  readonly server: Server;
  readonly status: WorkspaceStatus;
  readonly tree: StatusTree;
  readonly log: LogOutputChannel;
  readonly memory: Memento;
}

/** Registers every command that package.json names, and those that only the server does. */
export function registerCommands({ server, status, tree, log, memory }: Parts): Disposable[] {
  const { registerCommand } = commands;
  return [
    registerCommand('aims.createCard', createCard),
    registerCommand('aims.showStatus', () => showStatus(status)),
    registerCommand('aims.refreshStatus', () => status.refresh()),
    registerCommand('aims.showOpen', () => filterStatus(tree, memory, 'open')),
    registerCommand('aims.showAll', () => filterStatus(tree, memory, 'all')),
    registerCommand('aims.restartServer', () => server.restart()),
    registerCommand('aims.showLog', () => log.show()),
    registerCommand('aims.recordApproval', () => recordApproval(server)),
    registerCommand(REVEAL_PLACE, revealPlace),
    registerCommand(SAVE_RECORD, saveRecord),
    registerCommand('aims.copyRequirementId', copyRequirementId),
  ];
}
