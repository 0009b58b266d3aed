import { startVisit, type Visit } from './workbench';

/** One visit for all tests of a file: begun before the first, ended after the last. */
export function sharedVisit(): Visit {
  let visit: Visit | null = null;
  const begun = (): Visit => {
    if (!visit) throw new Error('the visit begins with the first test');
    return visit;
  };
  beforeAll(async () => {
    visit = await startVisit();
  });
  afterAll(() => visit?.end());
  return {
    get address() {
      return begun().address;
    },
    get browser() {
      return begun().browser;
    },
    get outside() {
      return begun().outside;
    },
    get errors() {
      return begun().errors;
    },
    end: () => begun().end(),
  };
}

/** The last test of a file: no page asked for anything off this machine, and none failed. */
export function testQuiet(visit: Visit): void {
  test('nothing was asked of any other machine, nothing failed', () => {
    expect(visit.outside).toEqual([]);
    expect(visit.errors).toEqual([]);
  });
}
