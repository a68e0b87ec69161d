/** What the dashboard's page and the extension say to each other. */
import type { Dashboard } from '../../../server/src/protocol';
import type { Trend } from '../../../server/src/page/view';

export type ToPage =
  | { readonly kind: 'dashboard'; readonly dashboard: Dashboard }
  | { readonly kind: 'trend'; readonly trend: Trend }
  /** Without a server what is shown is as it was. */
  | { readonly kind: 'server'; readonly isStopped: boolean };

export type FromPage =
  /** It listens, and shows nothing yet. */
  | { readonly kind: 'ready' }
  /** @see Target of the page, as a word */
  | { readonly kind: 'go'; readonly target: string }
  | { readonly kind: 'restart' }
  | { readonly kind: 'read-trend' }
  | { readonly kind: 'stop-trend' };

/** A page shows what users wrote, so nothing about its messages is taken on trust. */
export function readMessage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('kind' in message)) return undefined;
  switch (message.kind) {
    case 'ready':
    case 'restart':
    case 'read-trend':
    case 'stop-trend':
      return { kind: message.kind };
    case 'go':
      return 'target' in message && typeof message.target === 'string'
        ? { kind: 'go', target: message.target }
        : undefined;
    default:
      return undefined;
  }
}
