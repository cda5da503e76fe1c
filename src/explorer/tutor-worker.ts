import { expose } from 'comlink';
import { createTutor } from './tutor.ts';

expose(createTutor());
