declare module 'virtual:scenario/kursk-2025/structure' {
  export const built: { readonly scenario: import('../src/domain/scenario.ts').Scenario; readonly hash: string };
}
declare module 'virtual:scenario/kursk-2025/ledger' {
  export const built: import('../src/domain/prose.ts').SplitScenario['ledger'];
}
declare module 'virtual:scenario/kursk-2025/prose/*' {
  export const built: import('../src/domain/prose.ts').Prose;
}
declare module 'virtual:scenario/kursk-2025/afterwards' {
  export const built: NonNullable<import('../src/domain/scenario.ts').ScenarioFile['afterwards']>;
}
