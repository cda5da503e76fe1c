import { takeUp } from '../src/node/pulse.ts';
import type { TaskMessage } from '../src/node/task-message.ts';
import { runTask } from '../src/study/run-tasks.ts';

/** Does one task of a study in this thread. */
export default ({ task, pulse }: TaskMessage): unknown => runTask(task, takeUp(pulse));
