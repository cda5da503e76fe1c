import { expose, type Remote, wrap } from 'comlink';
import { expressionInterpreter } from 'vega-interpreter';
import { interpretExpressions } from '../report/render-chart.ts';
import { createDesk, type Desk } from './desk.ts';
import { runHere } from './run-here.ts';
import { type Studio, studio } from './studio.ts';
import { createTutor, type Tutor } from './tutor.ts';

/** An object as it is seen through a worker's boundary. */
function throughChannel<T>(object: T): Remote<T> {
  const { port1, port2 } = new MessageChannel();
  expose(object, port1);
  return wrap<T>(port2);
}

/** Those whom the page asks, within the page, for browsers without workers. */
export function staffHere(): { desk: Remote<Desk>; studio: Remote<Studio>; tutor: () => Remote<Tutor> } {
  interpretExpressions(expressionInterpreter);
  const tutor = throughChannel(createTutor());
  return {
    desk: throughChannel(createDesk(runHere, 1)),
    studio: throughChannel(studio),
    tutor: () => tutor,
  };
}
