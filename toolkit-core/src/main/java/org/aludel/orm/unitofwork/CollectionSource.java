package org.aludel.orm.unitofwork;

import java.util.List;
import org.aludel.orm.mapping.Relationship;
import org.aludel.orm.state.InstanceState;
import org.aludel.orm.state.LazyCollection;

/**
 * What a flush needs of loading: the rows that hang on what is deleted or replaced. Runs SQL
 * without a flush.
 */
public interface CollectionSource {
  /**
   * Makes {@link InstanceState#contents} of a one-to-many known for objects that have a row,
   * without touching the field when the application put another collection there.
   */
  void loadCollection(Relationship relationship, List<InstanceState<?>> owners);

  /** Reads the columns of objects that are references so far. */
  void loadRows(List<InstanceState<?>> states);

  /** Reads the keys by which objects refer to others, where they lack them. */
  void loadReferences(List<InstanceState<?>> states);

  /** As {@link #loadCollection} for values, by the number of their contents. */
  void loadValues(int number, List<InstanceState<?>> owners);

  /** A loaded collection of values for a field. */
  LazyCollection wrapValues(InstanceState<?> owner, int number, List<?> values);

  /** A loaded collection for a field, in place of the one that the application made. */
  LazyCollection wrap(InstanceState<?> owner, Relationship relationship, List<?> elements);
}
