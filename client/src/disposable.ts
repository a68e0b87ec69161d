/** What VS Code's `subscriptions` take: its own Disposable class, and anything of ours that ends like one. */
export interface Disposable {
  dispose(): unknown;
}
