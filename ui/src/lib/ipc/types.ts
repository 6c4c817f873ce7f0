// What goes between screen and core: the generated types, with the fields that are always sent no longer optional.
// Not here: the commands themselves (`host.ts`). `bindings.ts` is written from the shell's commands.
import type * as bound from './bindings';

export type * from './bindings';

export type Id = string;
export type HelpLineFields = Required<bound.HelpLineFields>;
export type HelpLineEdit = Omit<bound.HelpLineEdit, 'fields'> & { fields: HelpLineFields };
export type Lock = bound.NewLock;
export type PersonFields = Required<bound.PersonFields>;
export type PersonView = { id: Id } & PersonFields;
export type PageView = Omit<bound.PageView, 'people'> & { people: PersonView[] };
export type HelpView = Omit<bound.HelpView, 'people'> & { people: PersonView[] };
export type Preferences = Required<bound.Preferences>;
export type Start = Omit<bound.Start, 'preferences'> & { preferences: Preferences };

/** What is written about a visit and its agreements is always sent whole. */
export type VisitFields = Required<bound.VisitFields>;
export type AgreementFields = Required<bound.AgreementFields>;
export type OwnWords = Required<bound.OwnWords>;
export type AgreementView = Omit<bound.AgreementView, keyof bound.AgreementFields> & AgreementFields;
export type ComingView = Omit<bound.ComingView, keyof bound.AgreementFields> & AgreementFields;
export type VisitRecord = Omit<bound.VisitRecord, 'fields' | 'agreements'> & {
  fields: VisitFields;
  agreements: AgreementView[];
};

/** What is chosen for a hand-over, and what is kept of a co-writer, is always sent whole. */
export type HandoverWanted = Required<bound.HandoverWanted>;
export type CowriterFields = Required<bound.CowriterFields>;
