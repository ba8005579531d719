import type { RosterBuilder } from '../roster-builder.ts';
import type { RosterRow } from '../roster-row.ts';

/**
 * Which of the classes that OneRoster and School Data Sync list is a student's class. They list lessons too; a
 * student has one administrative class. What is marked as such counts; in a file without marks, every class
 * does, and a student in two of them has to be sorted out at the source.
 */
export class ClassChoice {
  private readonly builder: RosterBuilder;
  /** Key of each class → key of its school, for lessons that are not kept as classes. */
  private readonly lessons = new Map<string, string>();
  /** Who has left only because the enrolment seen so far is over; a later row may be open. */
  private readonly leftByEnrolment = new Set<string>();

  constructor(builder: RosterBuilder) {
    this.builder = builder;
  }

  keepLesson(key: string, school: string): void {
    this.lessons.set(key, school);
  }

  isLesson(key: string): boolean {
    return this.lessons.has(key);
  }

  schoolOfLesson(key: string): string | undefined {
    return this.lessons.get(key);
  }

  /** Puts the student into the class; refuses a second one that is open at the same time. */
  enrol(
    row: RosterRow<'class' | 'user'>,
    studentKey: string,
    classKey: string,
    days: {
      readonly began_on: string | null;
      readonly ended_on: string | null;
      readonly today: string;
    },
  ): void {
    const student = this.builder.students.get(studentKey);
    if (!student) return;
    const isOver = days.ended_on !== null && days.ended_on < days.today;
    if (student.class !== null && student.class !== classKey) {
      const knownIsOver = student.ended_on !== null && student.ended_on < days.today;
      if (isOver && !knownIsOver) return;
      if (!isOver && !knownIsOver) {
        row.reject('classes-several', 'class', `${student.class}、${classKey}`);
        return;
      }
    }
    student.class = classKey;
    student.began_on = days.began_on;
    student.ended_on = days.ended_on;
    if (isOver && !student.left) {
      student.left = true;
      this.leftByEnrolment.add(studentKey);
    } else if (!isOver && this.leftByEnrolment.delete(studentKey)) student.left = false;
  }
}
