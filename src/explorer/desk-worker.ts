import { expose } from 'comlink';
import { createDesk } from './desk.ts';
import { openPageCrew } from './open-page-crew.ts';

const { crew, workers } = openPageCrew();
expose(createDesk(crew, workers));
