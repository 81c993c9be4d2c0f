import type { Page } from 'playwright-core';
import type { DoctorPageState } from '../../src/core/doctorPage/messages.ts';
import { clientPageViews } from './clientPageStates.ts';
import { doctorStates } from './doctorStates.ts';
import { openClientPage, openDoctorPage, showWizard } from './harness.ts';
import { views } from './views.ts';
import type { Wire } from './wire.ts';

/** Brings a view up, and resolves to the page that shows it. */
export type Show = (language: string) => Promise<{ page: Page; picture: Wire['picture'] }>;

const wizard = entriesOf(views, (options) => async (language) => await showWizard({ ...options, language }));
const client = entriesOf(
  clientPageViews,
  (told) => async (language) => await openClientPage(told, { language }),
);
const doctor = entriesOf(
  doctorStates,
  (state: DoctorPageState) => async (language) =>
    await openDoctorPage({ type: 'state', state }, { language }),
);

/** Every view of every page, by its name; the order is that of a walk. */
export const everyView: ReadonlyMap<string, Show> = new Map([...wizard, ...client, ...doctor]);

function entriesOf<T>(of: Readonly<Record<string, T>>, showing: (what: T) => Show): [string, Show][] {
  return Object.entries(of).map(([name, what]) => [name, showing(what)]);
}
