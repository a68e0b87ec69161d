/** Puts the language server together. What it can do is one list; each entry is a file of its own. */
import { tr } from '../l10n/tr';
import {
  InitializeRequest,
  InitializedNotification,
  RegistrationRequest,
  ShutdownRequest,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
} from 'vscode-languageserver';
import { FolderSettings } from '../settings/by-folder';
import { readSettings } from '../settings/settings';
import { clientFeatures, isTrusted } from './client-features';
import { answerDocumentDiagnostics } from './diagnostics/pull';
import { pushDiagnostics } from './diagnostics/push';
import { answerWorkspaceDiagnostics } from './diagnostics/workspace';
import { answerApprovals } from './handlers/approvals';
import { answerCodeLenses } from './handlers/code-lenses';
import { answerCodeActions } from './handlers/code-actions';
import { answerCompletion } from './handlers/completion';
import { answerDocumentLinks } from './handlers/document-links';
import { answerDraftCard } from './handlers/draft-card';
import { answerDraftOrganization } from './handlers/draft-organization';
import { answerCheckAnswer } from './handlers/check-answer';
import { answerDashboard } from './handlers/dashboard';
import { answerEvidence } from './handlers/evidence';
import { answerFormatting } from './handlers/formatting';
import { answerHover } from './handlers/hover';
import { answerResolvedActions } from './handlers/resolve-action';
import { answerRevealPlace } from './handlers/reveal-place';
import { answerNewAssessment } from './handlers/new-assessment';
import { answerNewSystem } from './handlers/new-system';
import { answerNavigation } from './handlers/navigation';
import { answerInlayHints } from './handlers/inlay-hints';
import { answerRanges } from './handlers/ranges';
import { answerRename } from './handlers/rename';
import { answerSemanticTokens } from './handlers/semantic-tokens';
import { answerSymbols } from './handlers/symbols';
import { answerTools } from './handlers/tools';
import { answerTree } from './handlers/tree';
import { errorText } from './log';
import { fileRegistrations } from './file-features';
import { speakAsAsked } from './language';
import { withProgress } from './progress';
import { serverCapabilities } from './server-capabilities';
import { createSession, type Platform, type Session } from './session';
import { followConfiguration, pullSettings, registerConfiguration } from './sync/configuration';
import { followFolders, initialFolders } from './sync/folders';
import { followGit } from './sync/git';
import { followTheDay } from './sync/midnight';
import { followNotebooks } from './sync/notebooks';
import { followOtherYaml } from './sync/other-yaml';
import { followTextDocuments } from './sync/text-documents';
import { lookAgainOnSave } from './sync/unwatched';
import { followWatchedFiles } from './sync/watched-files';
import { registerWatchers } from './sync/watchers';
import { later } from './timers';

export interface ServerOptions extends Platform {
  onInitialize?(params: InitializeParams): void;
}

/** How long the first answers wait for the settings. In milliseconds. */
const SETTINGS_WAIT = 1_000;

/** In order: what changes the workspace, then what asks about it. */
const PARTS: readonly ((session: Session) => void)[] = [
  followTextDocuments,
  followNotebooks,
  followFolders,
  followGit,
  followConfiguration,
  followOtherYaml,
  followWatchedFiles,
  lookAgainOnSave,
  answerDocumentDiagnostics,
  answerWorkspaceDiagnostics,
  answerHover,
  answerCompletion,
  answerNavigation,
  answerSymbols,
  answerRanges,
  answerRename,
  answerFormatting,
  answerSemanticTokens,
  answerDocumentLinks,
  answerInlayHints,
  answerCodeLenses,
  answerCodeActions,
  answerResolvedActions,
  answerRevealPlace,
  answerApprovals,
  answerDraftCard,
  answerDraftOrganization,
  answerNewSystem,
  answerNewAssessment,
  answerCheckAnswer,
  answerEvidence,
  answerTree,
  answerDashboard,
  answerTools,
];

/** Installs every handler; the caller starts to listen. */
export function createServer(connection: ProtocolConnection, options: ServerOptions): Session {
  const session = createSession(connection, options);
  connection.onRequest(InitializeRequest.type, (params): InitializeResult => {
    speakAsAsked(params, options.textsIn);
    options.onInitialize?.(params);
    session.client = clientFeatures(params);
    session.host.change(initialFolders(params), []);
    if (isTrusted(params.initializationOptions)) session.host.trust();
    // Nothing is announced: before this request is answered, a client may be sent none.
    session.service.settings = new FolderSettings(readSettings(params.initializationOptions));
    // A client that never answers must not hold everything up.
    later(() => session.settle(), session.client.configuration ? SETTINGS_WAIT : 0);
    return { capabilities: serverCapabilities(session.client), serverInfo: { name: 'aims' } };
  });
  connection.onNotification(InitializedNotification.type, () => {
    begin(session).catch((error: unknown) => session.log.error(`Starting failed: ${errorText(error)}`));
  });
  connection.onRequest(ShutdownRequest.type, () => undefined);
  for (const install of PARTS) install(session);
  return session;
}

/** What needs a client that is ready to answer, and the first look at the workspace. */
async function begin(session: Session): Promise<void> {
  registerFileFeatures(session).catch((error: unknown) =>
    session.log.warn(`Registering: ${errorText(error)}`),
  );
  await Promise.all([registerConfiguration(session), pullSettings(session)]).catch((error: unknown) =>
    session.log.warn(`Settings: ${errorText(error)}`),
  );
  session.settle();
  const started = performance.now();
  await withProgress(session, tr('AIMS: reading the workspace'), session.service.index.scan());
  session.log.info(`Read the workspace in ${Math.round(performance.now() - started)} ms.`);
  session.isReady = true;
  session.changes.announce();
  followTheDay(session);
  if (!session.client.pullsDiagnostics) pushDiagnostics(session);
  await registerWatchers(session);
}

async function registerFileFeatures({ connection, client }: Session): Promise<void> {
  const registrations = fileRegistrations(client.registeredLater);
  if (registrations.length > 0) await connection.sendRequest(RegistrationRequest.type, { registrations });
}
