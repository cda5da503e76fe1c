import { ExploreView } from './explore-view.tsx';
import { LessonsView } from './lessons-view.tsx';
import { useMishap } from './use-mishap.ts';
import { usePageState } from './use-page-state.ts';
import { useStaff } from './use-staff.ts';

/** The whole page. */
export function App() {
  const { office, trouble } = useStaff();
  const { state, problem, change, link } = usePageState(office);
  const mishap = useMishap();
  const told = trouble ?? mishap ?? problem;
  const place = state?.place;
  const leaveLessons = () => change(({ place: _, ...rest }) => rest);
  return (
    <>
      <header>
        <h1>isoeffect explorer</h1>
        <p>Gy × fractions in, a trial decision out. Everything is computed in this page.</p>
        {state && (
          <nav aria-label="Views">
            <button type="button" aria-current={place ? undefined : 'page'} onClick={leaveLessons}>
              Explore
            </button>
            <button
              type="button"
              aria-current={place ? 'page' : undefined}
              onClick={() => change((before) => ({ ...before, place: { step: 0 } }))}
            >
              Lessons
            </button>
          </nav>
        )}
      </header>
      <main>
        <div role="alert">{told !== undefined && <p class="trouble">{told}</p>}</div>
        {told === undefined && !state && <p role="status">Opening …</p>}
        {office && state && !place && (
          <ExploreView office={office} state={state} change={change} link={link} />
        )}
        {office && state && place && (
          <LessonsView
            office={office}
            place={place}
            onGo={(next) => change((before) => ({ ...before, place: next }))}
            onTry={(scenario, changes) =>
              change(async () => ({
                scenario: {
                  name: scenario,
                  file: `${scenario}.yaml`,
                  text: await office.staff.desk.setAll(
                    office.shipped.scenarios[scenario],
                    Object.entries(changes),
                  ),
                },
              }))
            }
          />
        )}
      </main>
    </>
  );
}
