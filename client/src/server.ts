import {
  CancellationTokenSource,
  EventEmitter,
  workspace,
  type CancellationToken,
  type LogOutputChannel,
  type WorkspaceEdit,
} from 'vscode';
import type { Disposable } from './disposable';
import { State, type BaseLanguageClient } from 'vscode-languageclient';
import { serveFiles } from './serve-files';
import {
  APPROVABLES_REQUEST,
  SYSTEM_FOLDERS_REQUEST,
  READ_AGAIN_REQUEST,
  NEW_SYSTEM_REQUEST,
  NEW_ASSESSMENT_REQUEST,
  EVIDENCE_REQUEST,
  DRAFT_ASSESSMENT_REQUEST,
  CHECK_ANSWER_REQUEST,
  ASSESSABLE_REQUEST,
  ATTEST_REQUEST,
  CONTROL_PLACE_REQUEST,
  DASHBOARD_REQUEST,
  DRAFT_CARD_REQUEST,
  STATUS_REQUEST,
  SYSTEMS_REQUEST,
  TOOL_REQUEST,
  TREE_CHANGED,
  TREE_PATH_REQUEST,
  TREE_REQUEST,
  TREND_REQUEST,
  TRUSTED,
  type ApprovablesParams,
  type SystemFoldersResult,
  type NewSystemResult,
  type NewSystemParams,
  type NewAssessmentResult,
  type NewAssessmentParams,
  type EvidenceResult,
  type EvidenceParams,
  type DraftAssessmentResult,
  type DraftAssessmentParams,
  type CheckAnswerResult,
  type CheckAnswerParams,
  type AssessableResult,
  type ApprovablesResult,
  type AttestParams,
  type AttestResult,
  type ControlPlaceParams,
  type DashboardResult,
  type Location,
  type DraftCardParams,
  type DraftCardResult,
  type StatusResult,
  type SystemsResult,
  type ToolParams,
  type ToolResult,
  type TreeParams,
  type TreePathParams,
  type TreePathResult,
  type TreeResult,
  type TrendParams,
  type TrendResult,
} from '../../server/src/protocol';

export type ServerState = 'starting' | 'running' | 'stopped';

const STATES: Readonly<Record<State, ServerState>> = {
  [State.Starting]: 'starting',
  [State.Running]: 'running',
  [State.Stopped]: 'stopped',
  [State.StartFailed]: 'stopped',
};

// Left out, it would be sent as a second parameter.
const NEVER = new CancellationTokenSource().token;

/** An approval to be recorded, or why it cannot be. */
export type Attested =
  | (Omit<Exclude<AttestResult, { readonly refused: string }>, 'edit'> & { readonly edit: WorkspaceEdit })
  | { readonly refused: string };

/** A drafted assessment, or why there is none. */
export type DraftedAssessment =
  | (Omit<Exclude<DraftAssessmentResult, { readonly refused: string }>, 'edit'> & {
      readonly edit: WorkspaceEdit;
    })
  | { readonly refused: string };

/** The language server as the views and commands see it: its state, and the few questions they ask. */
export class Server implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #log: LogOutputChannel;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  #state: ServerState = 'starting';

  /** Its state has changed, or what it knows. */
  readonly onDidChange = this.#changed.event;

  constructor(client: BaseLanguageClient, log: LogOutputChannel) {
    this.#client = client;
    this.#log = log;
    this.#subscriptions = [
      client.onDidChangeState(({ newState }) => this.#enter(STATES[newState])),
      client.onNotification(TREE_CHANGED, () => this.#changed.fire()),
      workspace.onDidGrantWorkspaceTrust(() => this.#sayTrusted()),
      ...serveFiles(client),
    ];
  }

  get state(): ServerState {
    return this.#state;
  }

  /** Starts it; a failure is logged and shows in `state`. */
  async start(): Promise<void> {
    try {
      await this.#client.start();
    } catch (error) {
      this.#log.error('The language server did not start.', error);
      this.#enter('stopped');
    }
  }

  /** Stops it if it runs, then starts it, also after it was given up. */
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Stops it. One that does not answer is left to end with this process; the client has said so in the log. */
  async stop(): Promise<void> {
    if (this.#client.isRunning()) await this.#client.stop().catch(() => undefined);
  }

  /** Undefined while the server is not there to answer. */
  tree(params: TreeParams, token?: CancellationToken): Promise<TreeResult | undefined> {
    return this.#ask<TreeResult>(TREE_REQUEST, params, token);
  }

  /** The way to what stands at a place. Undefined while the server is not there to answer. */
  treePath(params: TreePathParams): Promise<TreePathResult | undefined> {
    return this.#ask<TreePathResult>(TREE_PATH_REQUEST, params);
  }

  /** Undefined while the server is not there to answer. */
  systems(token?: CancellationToken): Promise<SystemsResult | undefined> {
    return this.#ask<SystemsResult>(SYSTEMS_REQUEST, {}, token);
  }

  /** Undefined while the server is not there to answer. */
  status(): Promise<StatusResult | undefined> {
    return this.#ask<StatusResult>(STATUS_REQUEST, {});
  }

  /** Undefined while the server is not there to answer, or has not read the workspace yet. */
  async dashboard(): Promise<DashboardResult | undefined> {
    return (await this.#ask<DashboardResult | null>(DASHBOARD_REQUEST, {})) ?? undefined;
  }

  /** Where a control stands, or would, at a subject of the dashboard; nothing where it is gone. */
  controlPlace(params: ControlPlaceParams): Promise<Location | null | undefined> {
    return this.#ask<Location | null>(CONTROL_PLACE_REQUEST, params);
  }

  /** The verdicts of a day that has passed. Undefined while the server is not there to answer, or where it was cancelled. */
  trend(params: TrendParams, token: CancellationToken): Promise<TrendResult | undefined> {
    return this.#ask<TrendResult>(TREND_REQUEST, params, token);
  }

  /** What of a file can be approved. Undefined while the server is not there to answer. */
  approvables(params: ApprovablesParams): Promise<ApprovablesResult | undefined> {
    return this.#ask<ApprovablesResult>(APPROVABLES_REQUEST, params);
  }

  /** The edit that records an approval. Undefined while the server is not there to answer. */
  async attest(params: AttestParams): Promise<Attested | undefined> {
    const result = await this.#ask<AttestResult>(ATTEST_REQUEST, params);
    if (!result || 'refused' in result) return result;
    return { ...result, edit: await this.#client.protocol2CodeConverter.asWorkspaceEdit(result.edit) };
  }

  /** One call of a tool for language models. Undefined while the server is not there to answer. */
  tool(params: ToolParams, token: CancellationToken): Promise<ToolResult | undefined> {
    return this.#ask<ToolResult>(TOOL_REQUEST, params, token);
  }

  /** The card of a folder, drafted from what is in it. Undefined while the server is not there to answer. */
  async draftCard(params: DraftCardParams): Promise<DraftCardResult | undefined> {
    // The command may be what started the extension.
    await this.#started();
    return this.#ask<DraftCardResult>(DRAFT_CARD_REQUEST, params);
  }

  /** Folders a new system may live in. Undefined while the server is not there to answer. */
  async systemFolders(): Promise<SystemFoldersResult | undefined> {
    await this.#started();
    return this.#ask<SystemFoldersResult>(SYSTEM_FOLDERS_REQUEST, {});
  }

  /** What a new system is asked about. Undefined while the server is not there to answer. */
  async newSystem(params: NewSystemParams): Promise<NewSystemResult | undefined> {
    await this.#started();
    return (await this.#ask<NewSystemResult | null>(NEW_SYSTEM_REQUEST, params)) ?? undefined;
  }

  /** What is wrong with an answer. Undefined while the server is not there to answer. */
  checkAnswer(params: CheckAnswerParams): Promise<CheckAnswerResult | undefined> {
    return this.#ask<CheckAnswerResult>(CHECK_ANSWER_REQUEST, params);
  }

  /** Systems an assessment can be started for. Undefined while the server is not there to answer. */
  async assessable(): Promise<AssessableResult | undefined> {
    await this.#started();
    return this.#ask<AssessableResult>(ASSESSABLE_REQUEST, {});
  }

  /** What a new assessment is asked about. Undefined where the system is gone, or while the server is not there to answer. */
  async newAssessment(params: NewAssessmentParams): Promise<NewAssessmentResult | undefined> {
    return (await this.#ask<NewAssessmentResult | null>(NEW_ASSESSMENT_REQUEST, params)) ?? undefined;
  }

  /** The edit that writes an assessment. Undefined while the server is not there to answer. */
  async draftAssessment(params: DraftAssessmentParams): Promise<DraftedAssessment | undefined> {
    const result = await this.#ask<DraftAssessmentResult>(DRAFT_ASSESSMENT_REQUEST, params);
    if (!result || 'refused' in result) return result;
    return { ...result, edit: await this.#client.protocol2CodeConverter.asWorkspaceEdit(result.edit) };
  }

  /** The evidence of a subject, piece by piece. Undefined while the server is not there to answer. */
  evidence(params: EvidenceParams, token?: CancellationToken): Promise<EvidenceResult | undefined> {
    return this.#ask<EvidenceResult>(EVIDENCE_REQUEST, params, token);
  }

  /** Has the server read all files anew; done when it has. */
  async readAgain(token?: CancellationToken): Promise<void> {
    await this.#ask<null>(READ_AGAIN_REQUEST, {}, token);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  /** Until it runs, or does not. */
  async #started(): Promise<void> {
    while (this.#state === 'starting')
      await new Promise<void>((resolve) => {
        const listening = this.onDidChange(() => {
          listening.dispose();
          resolve();
        });
      });
  }

  /** A request to a client that does not run would start it behind our back. */
  async #ask<T>(method: string, params: object, token = NEVER): Promise<T | undefined> {
    if (!this.#client.isRunning()) return undefined;
    try {
      return await this.#client.sendRequest<T>(method, params, token);
    } catch (error) {
      if (!token.isCancellationRequested) this.#log.warn(`${method} was not answered.`, error);
      return undefined;
    }
  }

  /** One that starts later is told then. */
  #sayTrusted(): void {
    if (this.#client.isRunning())
      this.#client
        .sendNotification(TRUSTED)
        .catch((error: unknown) => this.#log.warn('The server was not told of the trust.', error));
  }

  #enter(state: ServerState): void {
    this.#state = state;
    this.#changed.fire();
  }
}
