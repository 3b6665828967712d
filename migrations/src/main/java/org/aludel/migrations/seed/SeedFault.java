package org.aludel.migrations.seed;

import org.aludel.error.AludelException;
import org.aludel.error.MigrationCode;
import org.aludel.error.Problem;
import org.aludel.error.RevisionException;

/** What is wrong with a file of rows. */
final class SeedFault {
  private SeedFault() {}

  static RevisionException in(String place, String found, String expected) {
    return new RevisionException(problem(place).found(found).expected(expected));
  }

  static RevisionException refused(String place, AludelException cause) {
    String found = cause.problem().found();
    return new RevisionException(
        problem(place)
            .found(found == null ? cause.problem().what() : found)
            .expected("rows that the database at its revision takes"),
        cause);
  }

  private static Problem problem(String place) {
    return Problem.of(MigrationCode.SEED_FAILED, "cannot put in the rows of " + place)
        .fix("correct the file; all files are one transaction, which was rolled back");
  }
}
