/** Reads the verdicts of past months, one by one, and says how far it is. */
import { CancellationTokenSource, workspace } from 'vscode';
import { monthEndsBefore } from '../../../server/src/page/months';
import type { Trend } from '../../../server/src/page/view';
import type { TrendPoint } from '../../../server/src/protocol';
import type { Disposable } from '../disposable';
import type { Server } from '../server';

const IDLE: Trend = { state: 'idle', done: 0, of: 0, points: [] };

export class TrendReader implements Disposable {
  readonly #server: Server;
  readonly #tell: (trend: Trend) => void;
  readonly #subscription: Disposable;
  #reading: CancellationTokenSource | undefined;
  #latest = IDLE;

  /** @param tell is called with every step */
  constructor(server: Server, tell: (trend: Trend) => void) {
    this.#server = server;
    this.#tell = tell;
    this.#subscription = workspace.onDidGrantWorkspaceTrust(() => tell(this.latest));
  }

  get latest(): Trend {
    return workspace.isTrusted ? this.#latest : { ...IDLE, state: 'untrusted' };
  }

  /** @param date the day the dashboard is judged at */
  async read(date: string): Promise<void> {
    if (this.#reading || !workspace.isTrusted) return;
    const reading = (this.#reading = new CancellationTokenSource());
    const days = monthEndsBefore(date);
    const points: TrendPoint[] = [];
    const enter = (state: Trend['state'], done: number): void => {
      this.#latest = { state, done, of: days.length, points: [...points] };
      this.#tell(this.#latest);
    };
    try {
      for (const [index, day] of days.entries()) {
        enter('reading', index);
        const result = await this.#server.trend({ day }, reading.token);
        // A server that went away may be back by the next time.
        if (!result || reading.token.isCancellationRequested) return enter('stopped', index);
        if ('none' in result && result.none === 'unavailable') return enter('unavailable', index);
        if ('point' in result) points.push(result.point);
      }
      enter('done', days.length);
    } finally {
      reading.dispose();
      this.#reading = undefined;
    }
  }

  stop(): void {
    this.#reading?.cancel();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.stop();
  }
}
