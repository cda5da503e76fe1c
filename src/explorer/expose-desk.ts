import { expose, type Remote, releaseProxy } from 'comlink';
import type { Desk } from './desk.ts';

type Listener = Parameters<Desk['explore']>[1];

/** Lets a listener of another thread go, with the channel that leads to it. */
const letGo = (listener: Listener): void => (listener as Remote<Listener>)[releaseProxy]();

/** Opens a desk to who asks through a channel; who listened to an exploration is let go once it is over. */
export function exposeDesk(desk: Desk, channel?: MessagePort): void {
  const explore: Desk['explore'] = (scenario, onEvent) =>
    desk.explore(scenario, onEvent).finally(() => letGo(onEvent));
  expose({ ...desk, explore }, channel);
}
