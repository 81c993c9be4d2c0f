import * as l10n from '@vscode/l10n';
import {
  Arrangement,
  type Choices,
  ClientFilter,
  choicesOf,
  leavesOut,
  NO_FILTER,
} from '../../core/clients/filter.ts';
import {
  arrangementName,
  filterText,
  grantKindName,
  makerName,
  stateKindName,
  useKindName,
} from '../../core/texts/clientFilter.ts';
import { numberText } from '../../core/texts/duration.ts';
import { textLanguage } from '../language.ts';
import type { Services } from '../services.ts';
import { type Choice, separator } from '../ui/askOneOf.ts';
import type { ClientsTree } from './tree.ts';

const KEY = 'genesysOAuth.clientFilter';

/** What the person does about the filter. */
type Wish =
  | { readonly kind: 'filter' }
  | { readonly kind: 'clear' }
  | { readonly kind: 'arrange'; readonly by: Arrangement };

/** One thing that clients are filtered by. */
type Condition =
  | { readonly kind: 'attention' }
  | { readonly kind: 'grants'; readonly value: ClientFilter['grants'][number] }
  | { readonly kind: 'states'; readonly value: ClientFilter['states'][number] }
  | { readonly kind: 'uses'; readonly value: ClientFilter['uses'][number] }
  | { readonly kind: 'makers'; readonly value: string };

/** Which clients the view shows, and in which groups: asked for, and kept with the workspace. */
export class ShownClients {
  private filter: ClientFilter;

  constructor(
    private readonly services: Pick<Services, 'context' | 'dialogs'>,
    private readonly tree: Pick<ClientsTree, 'show' | 'known'>,
  ) {
    this.filter = ClientFilter.safeParse(services.context.workspaceState.get(KEY)).data ?? NO_FILTER;
    tree.show(this.filter);
  }

  /** What the view says that it shows; undefined where it shows all. */
  async text(): Promise<string | undefined> {
    if (!leavesOut(this.filter)) return undefined;
    const names = new Map(choicesOf(await this.known()).makers.map(({ id, name }) => [id, name]));
    return filterText(this.filter, names);
  }

  /** Asks what is to be shown, and in which groups. */
  async ask(): Promise<void> {
    const title = l10n.t('Filter and sort the OAuth clients');
    const wish = await this.services.dialogs.choose({ title, placeholder: '' }, this.wishes());
    switch (wish?.kind) {
      case 'filter':
        return await this.askFor(title);
      case 'clear':
        return await this.clear();
      case 'arrange':
        return await this.show({ ...this.filter, by: wish.by });
    }
  }

  /** Shows all clients, in the groups that there are. */
  async clear(): Promise<void> {
    await this.show({ ...NO_FILTER, by: this.filter.by });
  }

  private wishes(): Choice<Wish | undefined>[] {
    const groups = Arrangement.options.map((by): Choice<Wish> => {
      const now = by === this.filter.by ? { description: l10n.t('now') } : {};
      return { label: arrangementName(by), ...now, value: { kind: 'arrange', by } };
    });
    return [
      { label: l10n.t('Filter…'), value: { kind: 'filter' } },
      ...(leavesOut(this.filter) ? [{ label: l10n.t('Show all'), value: { kind: 'clear' } as const }] : []),
      separator(l10n.t('Groups')),
      ...groups,
    ];
  }

  private async askFor(title: string): Promise<void> {
    const placeholder = l10n.t('Tick what is to be shown. Where nothing is ticked, all is.');
    const rows = rowsOf(choicesOf(await this.known()), this.filter);
    const ticked = await this.services.dialogs.chooseSome({ title, placeholder }, rows);
    if (ticked !== undefined) await this.show(filterOf(this.filter.by, ticked));
  }

  private async known() {
    return (await this.tree.known()).map(({ listed }) => listed);
  }

  private async show(filter: ClientFilter): Promise<void> {
    this.filter = filter;
    this.tree.show(filter);
    await this.services.context.workspaceState.update(KEY, filter);
  }
}

/** What there is to filter by, each with how many clients it is true of; what is filtered by is there in any case. */
function rowsOf(choices: Choices, filter: ClientFilter): Choice<Condition | undefined>[] {
  const row = (label: string, count: number, picked: boolean, value: Condition): Choice<Condition> => ({
    label,
    description: numberText(count, textLanguage()),
    picked,
    value,
  });
  const group = (name: string, rows: Choice<Condition>[]) =>
    rows.length === 0 ? [] : [separator(name), ...rows];
  return [
    row(l10n.t('Need attention'), choices.attention, filter.attention, { kind: 'attention' }),
    ...group(
      l10n.t('Grant Type'),
      choices.grants.map(([value, count]) =>
        row(grantKindName(value), count, filter.grants.includes(value), { kind: 'grants', value }),
      ),
    ),
    ...group(
      l10n.t('State'),
      choices.states.map(([value, count]) =>
        row(stateKindName(value), count, filter.states.includes(value), { kind: 'states', value }),
      ),
    ),
    ...group(
      l10n.t('Last use'),
      choices.uses.map(([value, count]) =>
        row(useKindName(value), count, filter.uses.includes(value), { kind: 'uses', value }),
      ),
    ),
    ...group(
      l10n.t('Who made them'),
      choices.makers.map(({ id, name, count }) =>
        row(makerName({ id, name }), count, filter.makers.includes(id), { kind: 'makers', value: id }),
      ),
    ),
  ];
}

function filterOf(by: Arrangement, ticked: readonly (Condition | undefined)[]): ClientFilter {
  const conditions = ticked.filter((each) => each !== undefined);
  return {
    by,
    attention: conditions.some(({ kind }) => kind === 'attention'),
    grants: conditions.flatMap((each) => (each.kind === 'grants' ? [each.value] : [])),
    states: conditions.flatMap((each) => (each.kind === 'states' ? [each.value] : [])),
    uses: conditions.flatMap((each) => (each.kind === 'uses' ? [each.value] : [])),
    makers: conditions.flatMap((each) => (each.kind === 'makers' ? [each.value] : [])),
  };
}
