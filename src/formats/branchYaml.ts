import { stringify } from 'yaml';
import type { Branch } from '../domain/schema/branch.ts';

/** A branch as a file of a scenario folder, branches/ID.yaml; `remarks` stand above it as comments. */
export function writeBranchYaml(branch: Branch, remarks: readonly string[] = []): string {
  const above = remarks.flatMap((remark) => remark.split(/\r\n|\n|\r/)).map((line) => `# ${line}\n`);
  // Written out in full: an alias would tie parts together that happen to be equal.
  return `${above.join('')}${stringify(branch, { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 120 })}`;
}
