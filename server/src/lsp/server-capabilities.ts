/** What the server tells the client it can do. */
import {
  CodeActionKind,
  PositionEncodingKind,
  TextDocumentSyncKind,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { REVEAL_PLACE } from '../protocol';
import type { ClientFeatures } from './client-features';
import { fileCapabilities } from './file-features';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.aims`;
/** To approve something mends nothing: it is no quick fix. */
export const APPROVE = 'aims.approve';
/** To create the card of a file of code, wherever the cursor is. */
export const CREATE_CARD = `${CodeActionKind.Source}.createCard.aims`;

/** Notebooks are followed cell by cell; only Python cells can hold ML calls we know. */
const NOTEBOOKS = [{ notebook: { notebookType: 'jupyter-notebook' }, cells: [{ language: 'python' }] }];

const FOLDERS = [{ scheme: 'file', pattern: { glob: '**/*', matches: 'folder' as const } }];

export const serverCapabilities = (client: ClientFeatures): ServerCapabilities => ({
  positionEncoding: PositionEncodingKind.UTF16,
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  notebookDocumentSync: { notebookSelector: NOTEBOOKS, save: false },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  workspaceSymbolProvider: true,
  ...fileCapabilities(client.registeredLater),
  completionProvider: {
    triggerCharacters: [' ', ':', '-', '[', ',', '{', '.', '/', '#'],
    resolveProvider: true,
  },
  ...(client.codeActionLiterals
    ? {
        codeActionProvider: {
          codeActionKinds: [
            CodeActionKind.QuickFix,
            CodeActionKind.RefactorExtract,
            CodeActionKind.RefactorRewrite,
            FIX_ALL,
            APPROVE,
            CREATE_CARD,
          ],
          ...(client.resolvesActions ? { resolveProvider: true } : {}),
        },
      }
    : {}),
  ...(client.showsDocuments ? { executeCommandProvider: { commands: [REVEAL_PLACE] } } : {}),
  ...(client.pullsDiagnostics
    ? {
        diagnosticProvider: { identifier: 'aims', interFileDependencies: true, workspaceDiagnostics: true },
      }
    : {}),
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    // Watchers see files come and go, but not that a whole folder did.
    fileOperations: { didDelete: { filters: FOLDERS }, didRename: { filters: FOLDERS } },
  },
});
