import { type Letterhead, template } from "#src/platform/documents/index.ts";

/** The sheet that trainees and trainer sign by hand, half day by half day. */
export interface AttendanceSheet {
  readonly letterhead: Letterhead;
  readonly title: string;
  readonly when: string;
  readonly where: string;
  readonly operator: string;
  readonly halfDays: readonly string[];
  readonly trainees: readonly {
    readonly name: string;
    readonly structure: string;
    readonly signed: readonly string[];
  }[];
}

export const attendanceSheet = template<AttendanceSheet>("agenda/letters/attendance-sheet.typ");
