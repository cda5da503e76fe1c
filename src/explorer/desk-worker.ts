import { expose } from 'comlink';
import { createDesk } from './desk.ts';
import { openPageCrew, pageWorkers } from './open-page-crew.ts';

expose(createDesk(openPageCrew, pageWorkers()));
