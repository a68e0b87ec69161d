import { commands, type Memento } from 'vscode';
import { OPEN_VERDICTS, type TreeFilter } from '../../../server/src/protocol';
import { EVERYTHING, type StatusTree, type TreeShape } from '../views/status-tree';

const REMEMBERED = 'status.shape';

/** Shows the PDCA status view in a shape; remembered for the workspace. */
async function shapeStatus(tree: StatusTree, memory: Memento, shape: TreeShape): Promise<void> {
  tree.show(shape);
  await tellShape(tree);
  await memory.update(REMEMBERED, shape);
}

/** Shows only what a filter lets through. */
export const filterStatus = (tree: StatusTree, memory: Memento, filter: TreeFilter): Promise<void> =>
  shapeStatus(tree, memory, { ...tree.shape, filter });

/** Shows only what asks somebody to do something. */
export const showOpen = (tree: StatusTree, memory: Memento): Promise<void> =>
  filterStatus(tree, memory, { ...tree.shape.filter, verdicts: OPEN_VERDICTS });

/** By phase, clause and control, or by the day things fall due. */
export const groupStatus = (
  tree: StatusTree,
  memory: Memento,
  groupBy: TreeShape['groupBy'],
): Promise<void> => shapeStatus(tree, memory, { ...tree.shape, groupBy });

/** Brings back the shape of the last time. */
export async function restoreFilter(tree: StatusTree, memory: Memento): Promise<void> {
  const { filter, groupBy } = { ...EVERYTHING, ...memory.get<Partial<TreeShape>>(REMEMBERED) };
  tree.show({ filter, groupBy });
  await tellShape(tree);
}

/** For the buttons of the view and its welcome texts. */
async function tellShape({ shape: { filter, groupBy }, isFiltered }: StatusTree): Promise<void> {
  await commands.executeCommand('setContext', 'aims.filtered', isFiltered);
  await commands.executeCommand('setContext', 'aims.show', isOpenOnly(filter) ? 'open' : 'all');
  await commands.executeCommand('setContext', 'aims.groupBy', groupBy);
}

/** All that is open, of everybody: only then an empty tree is good news. */
const isOpenOnly = ({ verdicts = [], level, subjects }: TreeFilter): boolean =>
  level === undefined &&
  subjects === undefined &&
  OPEN_VERDICTS.every((verdict) => verdicts.includes(verdict));
