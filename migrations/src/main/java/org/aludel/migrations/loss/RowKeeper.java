package org.aludel.migrations.loss;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.aludel.engine.Connection;

/** Finds what a downgrade would lose, keeps it aside and gives it back, on one kind of database. */
public interface RowKeeper {
  /**
   * The part of a name, such as {@code user_account.email}; empty while the database has none.
   *
   * @param defaultSchema where unqualified names live
   */
  Optional<LossyPart> find(Connection connection, String name, String defaultSchema);

  /** Whether nothing was ever kept in this database. */
  boolean nothingKept(Connection connection);

  /** Copies what a part holds; gives the name of the copy. */
  String keep(Connection connection, String revision, LossyPart part);

  /**
   * Brings back what was kept of a revision as far as it goes.
   *
   * @param told what came back or could not, a line for people each
   */
  void restore(
      Connection connection, String revision, List<LossyPart> parts, Consumer<String> told);
}
