import { expose, type Remote, wrap } from 'comlink';
import { expressionInterpreter } from 'vega-interpreter';
import { interpretExpressions } from '../report/render-chart.ts';
import { createDesk, type Desk } from './desk.ts';
import { exposeDesk } from './expose-desk.ts';
import { runHere } from './run-here.ts';
import { type Studio, studio } from './studio.ts';
import { createTutor, type Tutor } from './tutor.ts';

/** An object as it is seen through a worker's boundary, once it is opened at the other end. */
function throughChannel<T>(open: (end: MessagePort) => void): Remote<T> {
  const { port1, port2 } = new MessageChannel();
  open(port1);
  return wrap<T>(port2);
}

/** Those whom the page asks, within the page, for browsers without workers. */
export function staffHere(): { desk: Remote<Desk>; studio: Remote<Studio>; tutor: () => Remote<Tutor> } {
  interpretExpressions(expressionInterpreter);
  const tutor = throughChannel<Tutor>((end) => expose(createTutor(), end));
  return {
    desk: throughChannel<Desk>((end) => exposeDesk(createDesk(runHere, 1), end)),
    studio: throughChannel<Studio>((end) => expose(studio, end)),
    tutor: () => tutor,
  };
}
