/**
 * Who works at the company, a travel agency with insurance of its own and a Japanese branch. The key of a person is
 * where their address begins; what refers to somebody does so by key.
 */
export const people = {
  'amara.okafor': {
    name: 'Amara Okafor',
    title: 'Contact Centre Director',
    division: 'Home',
    department: 'Contact Centre',
    roles: ['Team Lead', 'Reporting Reader'],
    employedFor: 3_100,
  },
  'daniel.weiss': {
    name: 'Daniel Weiss',
    title: 'Head of Integrations',
    division: 'Home',
    department: 'IT',
    roles: ['Developer', 'OAuth Integrator', 'IT Administrator'],
    employedFor: 2_200,
    manager: 'amara.okafor',
  },
  'priya.raman': {
    name: 'Priya Raman',
    title: 'Reporting Analyst',
    division: 'Home',
    department: 'Reporting',
    roles: ['Reporting Reader'],
    employedFor: 1_300,
    manager: 'amara.okafor',
  },
  'tom.becker': {
    name: 'Tom Becker',
    title: 'Integration Developer',
    division: 'Home',
    department: 'IT',
    roles: ['Developer', 'OAuth Integrator'],
    employedFor: 1_900,
    manager: 'daniel.weiss',
    hasLeft: true,
  },
  'sofia.marques': {
    name: 'Sofia Marques',
    title: 'Sales Team Lead',
    division: 'Sales',
    department: 'Travel Sales',
    roles: ['Supervisor', 'Team Lead', 'Outbound Admin'],
    employedFor: 1_650,
    manager: 'amara.okafor',
  },
  'liam.doyle': {
    name: 'Liam Doyle',
    title: 'Travel Sales Agent',
    division: 'Sales',
    department: 'Travel Sales',
    roles: ['Agent'],
    employedFor: 420,
    manager: 'sofia.marques',
    skills: { Cruises: 4, 'City trips': 5 },
    languages: { English: 5 },
  },
  'chloe.laurent': {
    name: 'Chloé Laurent',
    title: 'Travel Sales Agent',
    division: 'Sales',
    department: 'Travel Sales',
    roles: ['Agent'],
    employedFor: 760,
    manager: 'sofia.marques',
    skills: { Cruises: 2, 'Group travel': 5 },
    languages: { English: 4, French: 5 },
  },
  'noah.svensson': {
    name: 'Noah Svensson',
    title: 'Support Team Lead',
    division: 'Support',
    department: 'Customer Support',
    roles: ['Supervisor', 'Team Lead'],
    employedFor: 1_420,
    manager: 'amara.okafor',
  },
  'grace.kim': {
    name: 'Grace Kim',
    title: 'Support Agent',
    division: 'Support',
    department: 'Customer Support',
    roles: ['Agent'],
    employedFor: 310,
    manager: 'noah.svensson',
    skills: { Rebooking: 5, Refunds: 3 },
    languages: { English: 5 },
  },
  'yusuf.demir': {
    name: 'Yusuf Demir',
    title: 'Support Agent',
    division: 'Support',
    department: 'Customer Support',
    roles: ['Agent'],
    employedFor: 980,
    manager: 'noah.svensson',
    hasLeft: true,
    skills: { Rebooking: 4 },
    languages: { English: 4, German: 3 },
  },
  'elena.petrova': {
    name: 'Elena Petrova',
    title: 'Quality Analyst',
    division: 'Support',
    department: 'Quality',
    roles: ['Quality Analyst'],
    employedFor: 880,
    manager: 'noah.svensson',
  },
  'marta.nowak': {
    name: 'Marta Nowak',
    title: 'Claims Handler',
    division: 'Insurance Claims',
    department: 'Insurance Claims',
    roles: ['Agent'],
    employedFor: 530,
    manager: 'amara.okafor',
    skills: { 'Travel insurance': 5, 'Medical claims': 4 },
    languages: { English: 5, Polish: 5 },
  },
  'kenichi.sato': {
    name: '佐藤 健一',
    title: '予約センター長',
    division: '日本',
    department: '予約センター',
    roles: ['Supervisor', 'Team Lead'],
    employedFor: 2_450,
    manager: 'amara.okafor',
  },
  'naoki.takahashi': {
    name: '高橋 直樹',
    title: 'システム担当',
    division: '日本',
    department: 'システム',
    roles: ['Developer', 'OAuth Integrator'],
    employedFor: 1_150,
    manager: 'kenichi.sato',
  },
  'misaki.suzuki': {
    name: '鈴木 美咲',
    title: '予約オペレーター',
    division: '日本',
    department: '予約センター',
    roles: ['Agent'],
    employedFor: 240,
    manager: 'kenichi.sato',
    skills: { 国内旅行: 5, 海外旅行: 3 },
    languages: { 日本語: 5, English: 3 },
  },
  'yumi.tanaka': {
    name: '田中 由美',
    title: '保険オペレーター',
    division: '日本',
    department: '旅行保険',
    roles: ['Agent'],
    employedFor: 1_050,
    manager: 'kenichi.sato',
    hasLeft: true,
    skills: { 旅行保険: 5 },
    languages: { 日本語: 5 },
  },
} as const satisfies Readonly<Record<string, CompanyPerson>>;

export type PersonKey = keyof typeof people;

/** What is told of somebody. Who has left is inactive: the directory keeps them, and nobody can sign in as them. */
export type CompanyPerson = {
  readonly name: string;
  readonly title: string;
  readonly division: string;
  readonly department: string;
  /** In their division, beside Employee. */
  readonly roles: readonly string[];
  /** Days. */
  readonly employedFor: number;
  readonly manager?: string;
  readonly hasLeft?: boolean;
  readonly skills?: Readonly<Record<string, number>>;
  readonly languages?: Readonly<Record<string, number>>;
};

/** Somebody whom the directory has deleted: only what they made still names them. */
export const deletedPerson = { key: 'oliver.grant', name: 'Oliver Grant' } as const;

export const groups: readonly { readonly name: string; readonly members: readonly PersonKey[] }[] = [
  {
    name: 'Team Leads',
    members: ['amara.okafor', 'sofia.marques', 'noah.svensson', 'kenichi.sato'],
  },
  { name: 'Travel Agents', members: ['liam.doyle', 'chloe.laurent', 'grace.kim', 'misaki.suzuki'] },
  { name: 'Integrations', members: ['daniel.weiss', 'naoki.takahashi'] },
  { name: '予約センター', members: ['kenichi.sato', 'misaki.suzuki'] },
];
