import { l10n, TreeItem, type CancellationToken, type TreeDataProvider } from 'vscode';
import type { Disposable } from '../disposable';
import type { SystemSummary } from '../../../server/src/protocol';
import { goTo } from '../place';
import type { Server } from '../server';
import { SYSTEM_ICON } from './icons';
import { QuietRefresh } from './quiet-refresh';

/** The rows of the AI systems view: every system with its stage and what is open; a click opens its card. */
export class SystemsTree implements TreeDataProvider<SystemSummary>, Disposable {
  readonly #server: Server;
  readonly #refresh = new QuietRefresh();

  readonly onDidChangeTreeData = this.#refresh.event;

  constructor(server: Server) {
    this.#server = server;
  }

  refresh(): void {
    this.#refresh.request();
  }

  async getChildren(system?: SystemSummary, token?: CancellationToken): Promise<SystemSummary[]> {
    if (system) return [];
    const result = await this.#refresh.answer(this.#server.systems(token));
    return [...(result?.systems ?? [])];
  }

  getTreeItem(system: SystemSummary): TreeItem {
    const item = new TreeItem(system.name);
    const stage = system.stage?.title ?? l10n.t('no stage yet');
    item.id = system.node;
    item.description = [stage, system.tier, system.summary].filter(Boolean).join(' · ');
    item.tooltip = details(system).join('\n');
    item.iconPath = SYSTEM_ICON;
    item.contextValue = 'aims.system';
    item.accessibilityInformation = {
      label: [system.name, stage, system.tier, system.summary].filter(Boolean).join(', '),
    };
    item.command = goTo(system.location, l10n.t('Open Card'));
    return item;
  }

  dispose(): void {
    this.#refresh.dispose();
  }
}

/** Plain text: it quotes the card. */
function details({
  id,
  owner,
  roles,
  tier,
  organization,
  inventoryOnly,
  assessments,
  codeFiles,
}: SystemSummary): string[] {
  return [
    l10n.t('Id: {0}', id),
    owner && l10n.t('Owner: {0}', owner),
    roles.length > 0 && l10n.t('Role: {0}', roles.join(', ')),
    organization && l10n.t('Organization: {0}', organization),
    tier && l10n.t('EU AI Act: {0}', tier),
    l10n.t('Impact assessments: {0}', assessments.length),
    inventoryOnly
      ? l10n.t('Listed in the inventory, without a card of its own')
      : l10n.t('ML code files: {0}', codeFiles),
  ].filter((line): line is string => typeof line === 'string' && line !== '');
}
