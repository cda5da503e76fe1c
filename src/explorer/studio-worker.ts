import { expose } from 'comlink';
import { expressionInterpreter } from 'vega-interpreter';
import { interpretExpressions } from '../report/render-chart.ts';
import { studio } from './studio.ts';

interpretExpressions(expressionInterpreter);
expose(studio);
