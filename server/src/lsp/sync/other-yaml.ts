/** Another server for YAML can come and go while this one runs: what it reports is then left to it, or not. */
import { REPORTS_YAML, type ReportsYamlParams } from '../../protocol';
import { refreshDiagnostics } from '../diagnostics/refresh';
import type { Session } from '../session';

export function followOtherYaml(session: Session): void {
  // Any client may send anything: nothing but `true` counts.
  session.connection.onNotification(REPORTS_YAML, (params: Partial<ReportsYamlParams> | null) => {
    session.client = { ...session.client, reportsYaml: params?.reports === true };
    session.changes.announce();
    refreshDiagnostics(session);
  });
}
