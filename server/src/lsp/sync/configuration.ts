/** The settings under `aims`, taken over without a restart. */
import {
  ConfigurationRequest,
  DidChangeConfigurationNotification,
  RegistrationRequest,
} from 'vscode-languageserver/node';
import { readSettings } from '../../settings/settings';
import { refreshDiagnostics } from '../diagnostics/refresh';
import { errorText } from '../log';
import type { Session } from '../session';

const SECTION = 'aims';

const sectionOf = (settings: unknown): unknown =>
  typeof settings === 'object' && settings !== null && SECTION in settings ? settings[SECTION] : undefined;

function applySettings(session: Session, raw: unknown): void {
  const settings = readSettings(raw);
  if (JSON.stringify(settings) === JSON.stringify(session.service.settings)) return;
  session.service.settings = settings;
  session.changes.announce();
  refreshDiagnostics(session);
}

/** Asks the client, where it can be asked. */
export async function pullSettings(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  const settings: readonly unknown[] = await session.connection.sendRequest(ConfigurationRequest.type, {
    items: [{ section: SECTION }],
  });
  applySettings(session, settings[0]);
}

export function followConfiguration(session: Session): void {
  const { connection, log } = session;
  connection.onNotification(DidChangeConfigurationNotification.type, ({ settings }) => {
    if (session.client.configuration)
      pullSettings(session).catch((error: unknown) =>
        log.error(`Reading settings failed: ${errorText(error)}`),
      );
    else applySettings(session, sectionOf(settings));
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
