import type { Changes } from '../lessons/definition.ts';
import { ExploreView } from './explore-view.tsx';
import { LessonsView } from './lessons-view.tsx';
import { Masthead } from './masthead.tsx';
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
  const open = async (name: string, changes: Changes): Promise<void> => {
    await change(async () => {
      const { staff, shipped } = office!;
      const text = await staff.desk.setAll(shipped.scenarios[name], Object.entries(changes));
      return { scenario: { name, file: `${name}.yaml`, text } };
    });
    scrollTo(0, 0);
  };
  return (
    <>
      <Masthead
        isTeaching={state && place !== undefined}
        onExplore={() => change(({ place: _, ...rest }) => rest)}
        onTeach={() => change((before) => ({ ...before, place: { step: 0 } }))}
      />
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
            onTry={open}
          />
        )}
      </main>
    </>
  );
}
