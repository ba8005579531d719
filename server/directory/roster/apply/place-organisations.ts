import { newId } from '../../../platform/index.ts';
import { closedFact, type OrganisationFact, openedFact } from '../../organisation-facts.ts';
import type { OrganisationKind, Stage } from '../../tables.ts';
import type { ProblemCode } from '../problem-kinds.ts';
import type { RosterOrganisation } from '../roster.ts';
import { allowedParents } from '../rules/organisation-order.ts';

/** An organisation as the directory has it. */
export interface KnownOrganisation {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly parent_id: string | null;
  readonly lineage: readonly string[];
  readonly name: string;
  readonly code: string | null;
  readonly stage: Stage | null;
  readonly entered_in: number | null;
  readonly closed_on: string | null;
}

/** What the directory has when a roster meets it. */
export interface KnownPlaces {
  readonly organisations: readonly KnownOrganisation[];
  /** The source's own keys, from earlier imports. */
  readonly keys: ReadonlyMap<string, string>;
  /** Organisations under which the importer may change things, or everything. */
  readonly reach: readonly string[] | 'all';
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface PlaceProblem {
  readonly row: RosterOrganisation;
  readonly code: ProblemCode;
  readonly shown: string;
}

/** What the log is to hear of an organisation. */
export interface StatedPlace extends OrganisationFact {
  /** The fact's: made here, so that it comes before those of the people who are staged afterwards. */
  readonly id: string;
  readonly organisation: string;
}

/** Where each organisation of a roster stands in the tree, and what of it is new or changed. */
export interface PlacedOrganisations {
  readonly idOfKey: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, KnownOrganisation>;
  readonly fresh: readonly KnownOrganisation[];
  readonly changed: readonly KnownOrganisation[];
  readonly closed: readonly KnownOrganisation[];
  readonly stated: readonly StatedPlace[];
  readonly unchanged: number;
  readonly problems: readonly PlaceProblem[];
  /** By key, else by code, else by a name that only one has. */
  find(text: string): KnownOrganisation | undefined;
}

const ORDER: readonly OrganisationKind[] = [
  'district',
  'subdistrict',
  'community',
  'school',
  'kindergarten',
  'grade',
  'class',
];

/**
 * Finds each organisation of the roster in the directory, from the district down: by the source's key of an
 * earlier import, else by its code, else by its place and name. Nothing moves: an organisation that the
 * directory has elsewhere stays there, for everything below it would move too.
 */
export function placeOrganisations(
  rows: readonly RosterOrganisation[],
  known: KnownPlaces,
): PlacedOrganisations {
  const placing = new Placing(known);
  const sorted = rows.toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  for (const row of sorted) placing.place(row);
  return placing;
}

class Placing implements PlacedOrganisations {
  readonly idOfKey = new Map<string, string>();
  readonly places = new Map<string, KnownOrganisation>();
  readonly fresh: KnownOrganisation[] = [];
  readonly changed: KnownOrganisation[] = [];
  readonly closed: KnownOrganisation[] = [];
  readonly stated: StatedPlace[] = [];
  readonly problems: PlaceProblem[] = [];
  unchanged = 0;
  private readonly known: KnownPlaces;
  private readonly byCode = new Map<string, string>();
  private readonly byPlace = new Map<string, string>();
  private readonly byName = new Map<string, string | null>();
  private readonly refused = new Set<string>();
  private district: KnownOrganisation | undefined;

  constructor(known: KnownPlaces) {
    this.known = known;
    for (const organisation of known.organisations) this.keep(organisation);
  }

  place(row: RosterOrganisation): void {
    const parent = row.kind === 'district' ? null : this.parentOf(row);
    if (parent === undefined) return;
    const found = this.match(row, parent);
    if (!found) {
      if (!row.left) this.add(row, parent);
      return;
    }
    this.idOfKey.set(row.key, found.id);
    this.compare(row, found);
  }

  find(text: string): KnownOrganisation | undefined {
    const id =
      this.idOfKey.get(text) ??
      this.known.keys.get(text) ??
      this.byCode.get(text) ??
      this.byName.get(text);
    return id == null ? undefined : this.places.get(id);
  }

  /** The parent in the tree; null for none needed, undefined after a problem. */
  private parentOf(row: RosterOrganisation): KnownOrganisation | undefined {
    const parent = row.parent === null ? this.district : this.find(row.parent);
    if (parent && allowedParents[row.kind].includes(parent.kind)) return parent;
    // What is known already stays where it is, whatever the roster says of its parent.
    const known = this.places.get(this.known.keys.get(row.key) ?? '');
    const above = this.places.get(known?.parent_id ?? '');
    if (above) return above;
    const isLost = row.parent !== null && this.refused.has(row.parent);
    this.refuse(row, isLost ? 'needs-a-rejected-row' : 'organisation-not-found', row.parent ?? '');
    return undefined;
  }

  private match(
    row: RosterOrganisation,
    parent: KnownOrganisation | null,
  ): KnownOrganisation | undefined {
    if (row.kind === 'district') return this.district;
    const isSchool = row.kind === 'school' || row.kind === 'kindergarten';
    const id =
      this.known.keys.get(row.key) ??
      (row.code === null ? undefined : this.byCode.get(row.code)) ??
      this.byPlace.get(placeOf(row, parent?.id ?? '')) ??
      (isSchool ? this.byName.get(row.name) : undefined);
    const found = id == null ? undefined : this.places.get(id);
    return found?.kind === row.kind ? found : undefined;
  }

  private add(row: RosterOrganisation, parent: KnownOrganisation | null): void {
    const id = newId();
    const lineage = [...(parent?.lineage ?? []), id];
    if (!this.reaches(lineage)) {
      this.refuse(row, 'out-of-reach', row.name);
      return;
    }
    const { kind, name, stage, entered_in } = row;
    const code = this.freeCode(row, id);
    const rest = { parent_id: parent?.id ?? null, lineage, closed_on: null };
    const made = { id, kind, name, code, stage, entered_in, ...rest };
    this.fresh.push(made);
    this.stated.push({ id, organisation: id, ...openedFact(made) });
    this.idOfKey.set(row.key, id);
    this.keep(made);
  }

  private compare(row: RosterOrganisation, found: KnownOrganisation): void {
    if (row.left) {
      if (found.closed_on !== null) this.unchanged += 1;
      else if (!this.reaches(found.lineage)) this.refuse(row, 'out-of-reach', row.name);
      else {
        this.closed.push({ ...found, closed_on: this.known.today });
        this.stateClosed(found);
      }
      return;
    }
    const now: KnownOrganisation = {
      ...found,
      name: row.name,
      code: this.freeCode(row, found.id) ?? found.code,
      stage: row.stage ?? found.stage,
      entered_in: row.entered_in ?? found.entered_in,
      closed_on: null,
    };
    if (isSame(now, found)) this.unchanged += 1;
    else if (!this.reaches(found.lineage)) this.refuse(row, 'out-of-reach', row.name);
    else {
      this.changed.push(now);
      this.keep(now);
      this.stateChanged(found, now);
    }
  }

  /** A name or code is nothing that anybody counts by. */
  private stateChanged(found: KnownOrganisation, now: KnownOrganisation): void {
    const isOther = found.stage !== now.stage || found.entered_in !== now.entered_in;
    if (found.closed_on === null && !isOther) return;
    if (found.closed_on === null) this.stateClosed(found);
    const id = newId();
    this.stated.push({ id, organisation: now.id, ...openedFact(now, id) });
  }

  private stateClosed(found: KnownOrganisation): void {
    const id = newId();
    this.stated.push({ id, organisation: found.id, ...closedFact(found, id) });
  }

  /** The row's code, unless another organisation has it. */
  private freeCode(row: RosterOrganisation, id: string): string | null {
    if (row.code === null) return null;
    const owner = this.byCode.get(row.code);
    if (owner === undefined || owner === id) return row.code;
    this.problems.push({ row, code: 'code-taken', shown: row.code });
    return null;
  }

  private reaches(lineage: readonly string[]): boolean {
    const { reach } = this.known;
    return reach === 'all' || reach.some((id) => lineage.includes(id));
  }

  private refuse(row: RosterOrganisation, code: ProblemCode, shown: string): void {
    this.refused.add(row.key);
    this.problems.push({ row, code, shown });
  }

  private keep(organisation: KnownOrganisation): void {
    const { id, kind, name, code, parent_id } = organisation;
    this.places.set(id, organisation);
    if (kind === 'district') this.district ??= organisation;
    if (code !== null) this.byCode.set(code, id);
    this.byPlace.set(placeOf(organisation, parent_id ?? ''), id);
    if (kind === 'grade' || kind === 'class') return;
    const named = this.byName.get(name);
    this.byName.set(name, named === undefined || named === id ? id : null);
  }
}

/** A grade is known by its year of entry, everything else by its name, under its parent. */
function placeOf(
  row: Pick<KnownOrganisation, 'kind' | 'name' | 'stage' | 'entered_in'>,
  parent: string,
): string {
  const isCohort = row.kind === 'grade' && row.entered_in !== null;
  return `${parent} ${row.kind} ${isCohort ? `${row.stage} ${row.entered_in}` : row.name}`;
}

function isSame(one: KnownOrganisation, other: KnownOrganisation): boolean {
  return (
    one.name === other.name &&
    one.code === other.code &&
    one.stage === other.stage &&
    one.entered_in === other.entered_in &&
    one.closed_on === other.closed_on
  );
}
