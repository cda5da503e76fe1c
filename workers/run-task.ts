import { runTask, type Task } from '../src/study/run-tasks.ts';

/** Does one task of a study in this thread. */
export default (task: Task): unknown => runTask(task);
