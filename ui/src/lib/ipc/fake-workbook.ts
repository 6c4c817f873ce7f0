// A few chapters in both languages, enough to try every kind of section without the core.
// Not here: the real workbook (`workbook/` and `locales/`).
import type { HelpLine, Kind, Language, LinkKind, Mark } from './types';

export type Both = Record<Language, string>;
export type FakeQuestion = { id: string; title: Both; help?: Both; short?: boolean };
export type FakeSection = {
  id: string;
  kind: Kind;
  title: Both;
  lead?: Both;
  placeholder?: Both;
  marks?: Mark[];
  links?: LinkKind[];
  questions?: FakeQuestion[];
  from?: { section: string; page: string };
};
export type FakePage = {
  id: string;
  title: Both;
  why: Both;
  examples: Record<Language, string[]>;
  gentle?: Both;
  afterwards?: Both;
  sections: FakeSection[];
};
export type FakeChapter = { id: string; title: Both; pages: FakePage[] };

const both = (da: string, en: string): Both => ({ da, en });
const next = both('Skriv her …', 'Write here …');
const gentle = both(
  'Her skriver du om dage, der er svære. Det tager cirka ti minutter. Du behøver ikke gøre det på én gang, og du må gerne have en med.',
  'Here you write about days that are hard. It takes about ten minutes. You need not do it all at once, and you may have someone with you.',
);
const afterwards = both(
  'Det var en svær side. Tag noget godt bagefter.',
  'That was a hard page. Take something good afterwards.',
);

export const WORKBOOK: FakeChapter[] = [
  {
    id: 'well',
    title: both('Når jeg har det godt', 'When I am well'),
    pages: [
      {
        id: 'well.page',
        title: both('Når jeg har det godt', 'When I am well'),
        why: both(
          'Her skriver du, hvem du er på en god dag. Det er dét, du holder fast i, og det, andre skal kende dig på.',
          'Here you write who you are on a good day. It is what you hold on to, and what others should know you by.',
        ),
        examples: {
          da: [
            'Jeg synger, når jeg laver mad.',
            'Jeg svarer på beskeder samme dag.',
            'Jeg kan mærke, når jeg er sulten.',
          ],
          en: ['I sing when I cook.', 'I answer messages the same day.', 'I notice when I am hungry.'],
        },
        sections: [
          { id: 'well.like', kind: 'list', title: both('Sådan er jeg', 'What I am like'), placeholder: next },
          {
            id: 'well.others',
            kind: 'list',
            title: both('Det lægger andre mærke til', 'What others notice'),
            placeholder: next,
          },
          {
            id: 'well.keeps',
            kind: 'list',
            title: both('Det holder mig oppe', 'What keeps me well'),
            lead: both('Du kan tilføje et redskab eller en person.', 'You can add a tool or a person.'),
            placeholder: next,
            links: ['tool', 'person'],
          },
        ],
      },
    ],
  },
  {
    id: 'toolbox',
    title: both('Min værktøjskasse', 'My toolbox'),
    pages: [
      {
        id: 'toolbox.page',
        title: both('Min værktøjskasse', 'My toolbox'),
        why: both(
          'Alt det, der hjælper dig, samlet ét sted. Du kan bruge det på de andre sider.',
          'Everything that helps you in one place. You can use it on the other pages.',
        ),
        examples: {
          da: ['En tur rundt om søen.', 'Ringe til min søster.', 'Te og en kendt film.'],
          en: ['A walk around the lake.', 'Ringing my sister.', 'Tea and a film I know.'],
        },
        sections: [
          {
            id: 'toolbox.tools',
            kind: 'list',
            title: both('Det hjælper mig', 'What helps me'),
            placeholder: next,
            marks: ['hard-day', 'personal-medicine'],
            links: ['person'],
          },
        ],
      },
    ],
  },
  {
    id: 'signs',
    title: both('Tidlige tegn', 'Early signs'),
    pages: [
      {
        id: 'signs.page',
        title: both('Tidlige tegn', 'Early signs'),
        why: both(
          'Små forandringer fortæller dig, at du skal passe ekstra på dig selv.',
          'Small changes tell you to take extra care of yourself.',
        ),
        examples: {
          da: ['Jeg sover med tøj på.', 'Jeg lader telefonen ligge.', 'Lyde bliver for høje.'],
          en: ['I sleep in my clothes.', 'I leave the phone alone.', 'Sounds get too loud.'],
        },
        sections: [
          {
            id: 'signs.inner',
            kind: 'list',
            title: both('Det mærker jeg selv', 'What I notice'),
            placeholder: next,
            links: ['tool', 'person'],
          },
          {
            id: 'signs.me',
            kind: 'list',
            title: both('Det gør jeg', 'What I do'),
            placeholder: next,
            links: ['tool', 'person'],
          },
          {
            id: 'signs.ruler',
            kind: 'scale',
            title: both('Hvor tidligt opdager jeg det?', 'How early do I notice?'),
            lead: both('0 er sent, 10 er med det samme.', '0 is late, 10 is at once.'),
          },
        ],
      },
    ],
  },
  {
    id: 'crisis',
    title: both('Min kriseplan', 'My crisis plan'),
    pages: [
      {
        id: 'crisis.front',
        title: both('Forsiden', 'The front page'),
        why: both(
          'Det første, en nattevagt læser. Kort og klart.',
          'The first thing a night nurse reads. Short and clear.',
        ),
        examples: {
          da: ['Kald mig Kim.', 'Jeg har en kat.', 'Jeg hører dårligt på højre øre.'],
          en: ['Call me Kim.', 'I have a cat.', 'I hear badly in my right ear.'],
        },
        sections: [
          {
            id: 'crisis.facts',
            kind: 'questions',
            title: both('Om mig', 'About me'),
            questions: [
              { id: 'called', title: both('Hvad vil du kaldes?', 'What do you want to be called?'), short: true },
              {
                id: 'home-now',
                title: both('Er der børn eller dyr hjemme nu?', 'Are there children or animals at home now?'),
                help: both('Skriv, hvem der kan passe dem.', 'Write who can look after them.'),
              },
            ],
          },
          {
            id: 'crisis.validity',
            kind: 'questions',
            title: both('Om denne plan', 'About this plan'),
            questions: [
              {
                id: 'review',
                title: both('Hvornår vil du se på planen igen?', 'When will you look again?'),
                short: true,
              },
            ],
          },
        ],
      },
      {
        id: 'crisis.me',
        title: both('Mig, når jeg har det godt', 'Me when I am well'),
        why: both(
          'Så ved andre, hvem de skal hjælpe dig tilbage til.',
          'So that others know who they are helping you back to.',
        ),
        examples: {
          da: ['Jeg er stille, men nærværende.', 'Jeg griner højt.', 'Jeg spørger til andre.'],
          en: ['I am quiet but present.', 'I laugh out loud.', 'I ask after others.'],
        },
        sections: [
          {
            id: 'crisis.well',
            kind: 'derived',
            title: both('Fra »Når jeg har det godt«', 'From “When I am well”'),
            from: { section: 'well.like', page: 'well.page' },
          },
          {
            id: 'crisis.more',
            kind: 'list',
            title: both('Det vil jeg tilføje', 'What I want to add'),
            placeholder: next,
          },
        ],
      },
      {
        id: 'crisis.supporters',
        title: both('Mine mennesker', 'My people'),
        why: both('Hvem skal være med, og hvem skal ikke?', 'Who should be there, and who should not?'),
        examples: {
          da: ['Min søster, for hun bliver rolig.', 'Naboen kan passe katten.', 'Ikke min chef.'],
          en: ['My sister, because she stays calm.', 'The neighbour can mind the cat.', 'Not my boss.'],
        },
        gentle,
        afterwards,
        sections: [
          { id: 'crisis.people', kind: 'people', title: both('Mennesker', 'People') },
          {
            id: 'crisis.disagree',
            kind: 'text',
            title: both('Hvis de er uenige', 'If they disagree'),
            placeholder: next,
          },
        ],
      },
      {
        id: 'crisis.medicine',
        title: both('Medicin', 'Medicine'),
        why: both(
          'Skriv, hvad der plejer at hjælpe dig, og hvad der ikke gør.',
          'Write what usually helps you, and what does not.',
        ),
        examples: {
          da: ['Det, jeg plejer at få om aftenen.', 'Helst noget, jeg kan tænke af.', 'Spørg mig først.'],
          en: ['What I usually take in the evening.', 'Preferably something I can think on.', 'Ask me first.'],
        },
        sections: [{ id: 'crisis.medicine', kind: 'choice', title: both('Medicin', 'Medicine'), placeholder: next }],
      },
    ],
  },
  {
    id: 'after',
    title: both('Efter krisen', 'After the crisis'),
    pages: [
      {
        id: 'after.changes',
        title: both('Det vil jeg lave om', 'What I want to change'),
        why: both(
          'Her kan det, du har lært, blive til noget i planen.',
          'Here what you have learned can become part of the plan.',
        ),
        examples: { da: [], en: [] },
        sections: [
          {
            id: 'after.changes',
            kind: 'list',
            title: both('Mine forslag til planen', 'My suggestions for the plan'),
            placeholder: next,
          },
          {
            id: 'after.reflection',
            kind: 'questions',
            title: both('Det ser jeg nu', 'What I see now'),
            questions: [{ id: 'learn', title: both('Hvad ved du nu?', 'What do you know now?') }],
          },
          {
            id: 'after.notes',
            kind: 'list',
            title: both('Noter fra svære stunder', 'Notes from hard moments'),
            placeholder: next,
          },
        ],
      },
    ],
  },
  {
    id: 'shares',
    title: both('Delt med andre', 'Shared with others'),
    pages: [
      {
        id: 'shares.page',
        title: both('Delt med andre', 'Shared with others'),
        why: both('Her gør du et papir klar til en bestemt.', 'Here you make a paper ready for someone.'),
        examples: { da: [], en: [] },
        sections: [],
      },
    ],
  },
];

const source = both('Organisationens egen side', "The organisation's own page");

export function helpLines(language: Language): HelpLine[] {
  const line = (id: string, name: string, number: string, whom: Both, hours: Both, unsure: boolean): HelpLine => ({
    id,
    name,
    number,
    whom: whom[language],
    hours: hours[language],
    openNow: id === 'alarm' ? true : null,
    opens: '',
    own: false,
    edited: false,
    region: '',
    source: source[language],
    checked: language === 'da' ? '20. november 2026' : '20 November 2026',
    unsure,
  });
  return [
    line(
      'livslinien',
      'Livslinien',
      '70 201 201',
      both('Alle, der har det svært', 'Anyone who is struggling'),
      both('11–05 hver dag', '11–05 every day'),
      true,
    ),
    line(
      'psykiatrifonden',
      'Psykiatrifonden',
      '39 25 25 25',
      both('Alle', 'Anyone'),
      both('man–tor 10–22, fre–søn 10–18', 'Mon–Thu 10–22, Fri–Sun 10–18'),
      true,
    ),
    line(
      'alarm',
      both('Alarmcentralen', 'Emergency services')[language],
      '112',
      both('Når liv er i fare', 'When life is in danger'),
      both('Hele døgnet', 'All day and night'),
      false,
    ),
  ];
}
