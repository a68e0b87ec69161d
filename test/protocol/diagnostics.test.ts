import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  Diagnostic,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { PLAIN, startServer, type RunningServer } from '../support/server';
import { CARD, messages, pull } from './card';

describe('diagnostics', () => {
  let folder: string;
  let server: RunningServer;
  const file = (path: string): string => pathToFileURL(join(folder, path)).href;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aims-workspace-'));
  });
  afterEach(async () => {
    assert.equal(await server.stop(), 0);
    rmSync(folder, { recursive: true });
  });

  it('finds three things on the shortest card', async () => {
    server = await startServer({ folders: [folder] });
    await server.open(file('aims.yaml'), CARD);
    const report = await pull(server, file('aims.yaml'));
    console.log(messages(report));
  });
});
