import { createDesk } from './desk.ts';
import { exposeDesk } from './expose-desk.ts';
import { openPageCrew, pageWorkers } from './open-page-crew.ts';

exposeDesk(createDesk(openPageCrew, pageWorkers()));
