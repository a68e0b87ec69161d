import {
  EventEmitter,
  workspace,
  type CancellationToken,
  type LogOutputChannel,
  type WorkspaceEdit,
} from 'vscode';
import { Connection, type Client, type ServerState } from './connection';
import type { Disposable } from './disposable';
import { followReportsYaml } from './other-yaml';
import { serveFiles } from './serve-files';
import {
  APPROVABLES_REQUEST,
  SYSTEM_FOLDERS_REQUEST,
  READ_AGAIN_REQUEST,
  NEW_SYSTEM_REQUEST,
  REPORTS_YAML,
  NEW_ASSESSMENT_REQUEST,
  EVIDENCE_REQUEST,
  DRAFT_ASSESSMENT_REQUEST,
  CHECK_ANSWER_REQUEST,
  ASSESSABLE_REQUEST,
  ATTEST_REQUEST,
  CONTROL_PLACE_REQUEST,
  DASHBOARD_REQUEST,
  DRAFT_CARD_REQUEST,
  DRAFT_ORGANIZATION_REQUEST,
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
  readonly #connection: Connection;
  readonly #changed = new EventEmitter<void>();
  readonly #subscriptions: Disposable[];
  /** As of the last change. */
  #subjects: Promise<TreeResult | undefined> | undefined;

  /** Its state has changed, or what it knows. */
  readonly onDidChange = this.#changed.event;

  /** @param createClient of a server that is not started yet */
  constructor(createClient: () => Client, log: LogOutputChannel) {
    this.#connection = new Connection({
      createClient,
      log,
      install: (client) => [
        client.onNotification(TREE_CHANGED, () => this.#announce()),
        ...serveFiles(client),
      ],
    });
    this.#subscriptions = [
      this.#connection,
      this.#connection.onDidChangeState(() => this.#announce()),
      workspace.onDidGrantWorkspaceTrust(() => this.#connection.tell(TRUSTED)),
      ...followReportsYaml((reports) => this.#connection.tell(REPORTS_YAML, { reports })),
    ];
  }

  get state(): ServerState {
    return this.#connection.state;
  }

  /** Starts it; a failure is logged and shows in `state`. */
  start(): Promise<void> {
    return this.#connection.start();
  }

  /** Stops it if it runs, then starts it, also after it was given up. */
  restart(): Promise<void> {
    return this.#connection.restart();
  }

  /** Stops it, if it answers. */
  stop(): Promise<void> {
    return this.#connection.stop();
  }

  /** Undefined while the server is not there to answer. */
  tree(params: TreeParams, token?: CancellationToken): Promise<TreeResult | undefined> {
    return isWhole(params) ? this.subjects() : this.#connection.ask<TreeResult>(TREE_REQUEST, params, token);
  }

  /**
   * Every organization and AI system, as at the top of the tree. Several views want them after each change, and there can
   * be thousands: they are asked for once. Undefined while the server is not there to answer.
   */
  subjects(): Promise<TreeResult | undefined> {
    const asked = (this.#subjects ??= this.#connection.ask<TreeResult>(TREE_REQUEST, {}));
    // No answer is not kept: the next who asks may get one.
    void asked.then((answer) => {
      if (!answer && this.#subjects === asked) this.#subjects = undefined;
    });
    return asked;
  }

  /** The way to what stands at a place. Undefined while the server is not there to answer. */
  treePath(params: TreePathParams): Promise<TreePathResult | undefined> {
    return this.#connection.ask<TreePathResult>(TREE_PATH_REQUEST, params);
  }

  /** Undefined while the server is not there to answer. */
  systems(token?: CancellationToken): Promise<SystemsResult | undefined> {
    return this.#connection.ask<SystemsResult>(SYSTEMS_REQUEST, {}, token);
  }

  /** Undefined while the server is not there to answer. */
  status(): Promise<StatusResult | undefined> {
    return this.#connection.ask<StatusResult>(STATUS_REQUEST, {});
  }

  /** Undefined while the server is not there to answer, or has not read the workspace yet. */
  async dashboard(): Promise<DashboardResult | undefined> {
    return this.#found<DashboardResult>(DASHBOARD_REQUEST, {});
  }

  /** Where a control stands, or would, at a subject of the dashboard; nothing where it is gone. */
  controlPlace(params: ControlPlaceParams): Promise<Location | null | undefined> {
    return this.#connection.ask<Location | null>(CONTROL_PLACE_REQUEST, params);
  }

  /** The verdicts of a day that has passed. Undefined while the server is not there to answer, or where it was cancelled. */
  trend(params: TrendParams, token: CancellationToken): Promise<TrendResult | undefined> {
    return this.#connection.ask<TrendResult>(TREND_REQUEST, params, token);
  }

  /** What of a file can be approved. Undefined while the server is not there to answer. */
  approvables(params: ApprovablesParams): Promise<ApprovablesResult | undefined> {
    return this.#connection.ask<ApprovablesResult>(APPROVABLES_REQUEST, params);
  }

  /** The edit that records an approval. Undefined while the server is not there to answer. */
  async attest(params: AttestParams): Promise<Attested | undefined> {
    const result = await this.#connection.ask<AttestResult>(ATTEST_REQUEST, params);
    if (!result || 'refused' in result) return result;
    return { ...result, edit: await this.#connection.toEdit(result.edit) };
  }

  /** One call of a tool for language models. Undefined while the server is not there to answer. */
  tool(params: ToolParams, token: CancellationToken): Promise<ToolResult | undefined> {
    return this.#connection.ask<ToolResult>(TOOL_REQUEST, params, token);
  }

  /** The card of a folder, drafted from what is in it. Undefined while the server is not there to answer, or where it failed. */
  async draftCard(params: DraftCardParams): Promise<DraftCardResult | undefined> {
    // The command may be what started the extension.
    await this.#started();
    return this.#found<DraftCardResult>(DRAFT_CARD_REQUEST, params);
  }

  /** The organization of a folder, drafted from the cards below. Undefined while the server is not there to answer, or where it failed. */
  async draftOrganization(params: Pick<DraftCardParams, 'folder'>): Promise<DraftCardResult | undefined> {
    await this.#started();
    return this.#found<DraftCardResult>(DRAFT_ORGANIZATION_REQUEST, params);
  }

  /** Folders a new system may live in. Undefined while the server is not there to answer, or where it failed. */
  async systemFolders(): Promise<SystemFoldersResult | undefined> {
    await this.#started();
    return this.#found<SystemFoldersResult>(SYSTEM_FOLDERS_REQUEST, {});
  }

  /** What a new system is asked about. Undefined while the server is not there to answer. */
  async newSystem(params: NewSystemParams): Promise<NewSystemResult | undefined> {
    await this.#started();
    return this.#found<NewSystemResult>(NEW_SYSTEM_REQUEST, params);
  }

  /** What is wrong with an answer. Undefined while the server is not there to answer. */
  checkAnswer(params: CheckAnswerParams): Promise<CheckAnswerResult | undefined> {
    return this.#connection.ask<CheckAnswerResult>(CHECK_ANSWER_REQUEST, params);
  }

  /** Systems an assessment can be started for. Undefined while the server is not there to answer, or where it failed. */
  async assessable(): Promise<AssessableResult | undefined> {
    await this.#started();
    return this.#found<AssessableResult>(ASSESSABLE_REQUEST, {});
  }

  /** What a new assessment is asked about. Undefined where the system is gone, or while the server is not there to answer. */
  async newAssessment(params: NewAssessmentParams): Promise<NewAssessmentResult | undefined> {
    return this.#found<NewAssessmentResult>(NEW_ASSESSMENT_REQUEST, params);
  }

  /** The edit that writes an assessment. Undefined while the server is not there to answer. */
  async draftAssessment(params: DraftAssessmentParams): Promise<DraftedAssessment | undefined> {
    const result = await this.#connection.ask<DraftAssessmentResult>(DRAFT_ASSESSMENT_REQUEST, params);
    if (!result || 'refused' in result) return result;
    return { ...result, edit: await this.#connection.toEdit(result.edit) };
  }

  /** The evidence of a subject, piece by piece. Undefined while the server is not there to answer. */
  evidence(params: EvidenceParams, token?: CancellationToken): Promise<EvidenceResult | undefined> {
    return this.#connection.ask<EvidenceResult>(EVIDENCE_REQUEST, params, token);
  }

  /** Has the server read all files anew; done when it has. */
  async readAgain(token?: CancellationToken): Promise<void> {
    await this.#connection.ask<null>(READ_AGAIN_REQUEST, {}, token);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #announce(): void {
    this.#subjects = undefined;
    this.#changed.fire();
  }

  /** Undefined also where the server answers that there is nothing, or that it failed. */
  async #found<T>(method: string, params: object): Promise<T | undefined> {
    return (await this.#connection.ask<T | null>(method, params)) ?? undefined;
  }

  /** Until it runs, or does not. */
  async #started(): Promise<void> {
    while (this.state === 'starting')
      await new Promise<void>((resolve) => {
        const listening = this.onDidChange(() => {
          listening.dispose();
          resolve();
        });
      });
  }
}

/** Does it ask for all that is at the top? */
const isWhole = ({ node, groupBy = 'phase', filter = {} }: TreeParams): boolean =>
  node === undefined && groupBy === 'phase' && Object.values(filter).every((value) => value === undefined);
