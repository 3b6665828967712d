package org.aludel.orm.loading;

import java.util.List;
import java.util.Set;
import org.aludel.engine.Connection;
import org.aludel.orm.mapping.Mapper;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.EntityModel;
import org.aludel.schema.QualifiedName;

/** What loading needs of the session that it loads for. */
public interface LoadSource {
  /**
   * The connection of the running transaction that has the rows of a class.
   *
   * @throws org.aludel.error.UsageException when the session cannot work now
   */
  Connection connection(Mapper<?> mapper);

  /** Whether the session is closed, so that its objects are detached. */
  boolean isClosed();

  /** Called before rows of these classes are selected by anything but their ids. */
  void beforeSelect(List<EntityModel<?>> models);

  /** Called before rows of these tables are selected. */
  void beforeReading(Set<QualifiedName> tables);

  /** How many objects one statement loads at most. */
  int batchSize();

  /** Whether one statement can read the rows of both ends of a relationship. */
  boolean reachesBoth(Relationship relationship);
}
