/** The settings under `aims`, taken over without a restart. */
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  RegistrationRequest,
} from 'vscode-languageserver';
import { FolderSettings } from '../../settings/by-folder';
import { readSettings } from '../../settings/settings';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { errorText } from '../log';
import type { Session } from '../session';

const SECTION = 'aims';

const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null && SECTION in settings ? settings[SECTION] : undefined;

function applySettings(session: Session, settings: FolderSettings): void {
  if (settings.equals(session.service.settings)) return;
  session.service.settings = settings;
  session.changes.announce();
  refreshDiagnostics(session);
}

/** Asks the client, where it can be asked: for the window, and for each workspace folder. */
export async function pullSettings(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  const roots = session.host.roots();
  const answers: readonly unknown[] = await session.connection.sendRequest(ConfigurationRequest.type, {
    items: [{ section: SECTION }, ...roots.map((scopeUri) => ({ scopeUri, section: SECTION }))],
  });
  const [window, ...folders] = answers;
  // A client that knows no folders may answer for the window alone.
  const known = folders.flatMap((raw, at) =>
    raw === null || raw === undefined ? [] : [[roots[at] ?? '', readSettings(raw)] as const],
  );
  applySettings(session, new FolderSettings(readSettings(window ?? session.client.options), known));
}

export function followConfiguration(session: Session): void {
  const { connection, log } = session;
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
    if (session.client.configuration)
      pullSettings(session).catch((error: unknown) =>
        log.error(`Reading settings failed: ${errorText(error)}`),
      );
    else
      applySettings(session, new FolderSettings(readSettings(sectionOf(settings) ?? session.client.options)));
  });
}

export async function registerConfiguration({ connection, client }: Session): Promise<void> {
  if (!client.registersConfiguration) return;
  await connection.sendRequest(RegistrationRequest.type, {
    registrations: [
      {
        id: 'aims-configuration',
        method: DidChangeConfigurationNotification.method,
        registerOptions: { section: SECTION },
      },
    ],
  });
}
