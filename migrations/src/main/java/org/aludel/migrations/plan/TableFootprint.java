package org.aludel.migrations.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aludel.migrations.operation.SchemaWords;
import org.aludel.schema.Column;
import org.aludel.schema.Constraint;
import org.aludel.schema.ExcludeConstraint;
import org.aludel.schema.ForeignKey;
import org.aludel.schema.Index;
import org.aludel.schema.IndexElement;
import org.aludel.schema.PrimaryKey;
import org.aludel.schema.QualifiedName;
import org.aludel.schema.Sequence;
import org.aludel.schema.Table;
import org.aludel.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** The footprints of making parts of tables; taking them away is the inverse. */
final class TableFootprint {
  /** Source: PostgreSQL 18, NAMEDATALEN - 1. */
  private static final int LONGEST_NAME = 63;

  private final KnownNames known;

  TableFootprint(KnownNames known) {
    this.known = known;
  }

  Footprint table(Table table, List<Sequence> owned) {
    QualifiedName name = table.name();
    Footprint footprint =
        new Footprint()
            .creates(Resource.of(Resource.Kind.TABLE, name))
            .takes(Resource.of(Resource.Kind.RELATION_NAME, name))
            .takes(Resource.of(Resource.Kind.TYPE_NAME, name))
            .uses(Resource.EXTENSIONS);
    uses(footprint, name);
    table.parents().forEach(each -> footprint.uses(Resource.of(Resource.Kind.TABLE, each)));
    for (Column column : table.columns()) {
      needs(footprint, name, column);
      if (column.inherited()) {
        table
            .parents()
            .forEach(
                each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, each, column.name())));
      }
    }
    for (Sequence sequence : owned) {
      sequence(footprint, sequence);
    }
    for (Constraint constraint : table.constraints()) {
      names(footprint, name, constraint);
      if (constraint instanceof ForeignKey key && !ForeignKeyCycles.ownKey(table, key)) {
        target(footprint, key);
      }
    }
    return footprint;
  }

  Footprint column(QualifiedName table, Column column, @Nullable Sequence owned) {
    Footprint footprint = new Footprint();
    footprint.creates(Resource.of(Resource.Kind.COLUMN, table, column.name()));
    footprint.takes(Resource.of(Resource.Kind.COLUMN_NAME, table, column.name()));
    footprint.touches(Resource.of(Resource.Kind.TABLE, table)).uses(Resource.EXTENSIONS);
    needs(footprint, table, column);
    if (owned != null) {
      sequence(footprint, owned);
    }
    return footprint;
  }

  Footprint constraint(QualifiedName table, Constraint constraint) {
    Footprint footprint = new Footprint();
    footprint.touches(Resource.of(Resource.Kind.TABLE, table)).uses(Resource.EXTENSIONS);
    uses(footprint, table);
    names(footprint, table, constraint);
    words(footprint, table, SchemaWords.mentioned(constraint));
    if (constraint instanceof PrimaryKey key) {
      footprint.creates(key(table, key.columns()));
    } else if (constraint instanceof UniqueConstraint unique) {
      footprint.creates(key(table, unique.columns()));
    } else if (constraint instanceof ForeignKey key) {
      target(footprint, key);
    }
    return footprint;
  }

  Footprint index(QualifiedName table, Index index) {
    Footprint footprint = new Footprint();
    footprint.touches(Resource.of(Resource.Kind.TABLE, table)).uses(Resource.EXTENSIONS);
    uses(footprint, table);
    footprint.takes(
        Resource.of(
            Resource.Kind.RELATION_NAME, new QualifiedName(table.schema(), index.name().text())));
    words(footprint, table, SchemaWords.mentioned(index));
    if (index.unique() && index.predicate() == null) {
      List<String> columns = index.elements().stream().map(IndexElement::column).toList();
      if (columns.stream().allMatch(each -> each != null)) {
        footprint.creates(key(table, columns));
      }
    }
    return footprint;
  }

  void sequence(Footprint footprint, Sequence sequence) {
    footprint.creates(Resource.of(Resource.Kind.SEQUENCE, sequence.name()));
    footprint.takes(Resource.of(Resource.Kind.RELATION_NAME, sequence.name()));
    uses(footprint, sequence.name());
  }

  /** Types and sequences of a column's definition, and columns that its expression reads. */
  void needs(Footprint footprint, QualifiedName table, Column column) {
    known.typesOf(column).forEach(each -> footprint.uses(type(each)));
    known
        .sequencesIn(column.serverDefault())
        .forEach(each -> footprint.uses(Resource.of(Resource.Kind.SEQUENCE, each)));
    SchemaWords.mentioned(column)
        .forEach(each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, table, each)));
    if (column.identity() != null) {
      footprint.takes(identityName(table, column.name()));
    }
  }

  /**
   * The name that the database gives to the sequence of an identity, where nothing is in the way.
   */
  static Resource identityName(QualifiedName table, String column) {
    String name = table.name() + "_" + column + "_seq";
    return Resource.of(
        Resource.Kind.RELATION_NAME,
        new QualifiedName(
            table.schema(), name.substring(0, Math.min(name.length(), LONGEST_NAME))));
  }

  static Resource type(QualifiedName name) {
    return Resource.of(Resource.Kind.TYPE, name);
  }

  /** Unordered: a foreign key may name the columns of a key in any order. */
  static Resource key(QualifiedName table, List<String> columns) {
    return Resource.of(Resource.Kind.KEY, table, String.join("\n", new TreeSet<>(columns)));
  }

  static void uses(Footprint footprint, QualifiedName object) {
    String schema = object.schema();
    if (schema != null) {
      footprint.uses(Resource.of(Resource.Kind.SCHEMA, QualifiedName.of(schema)));
    }
  }

  private void words(Footprint footprint, QualifiedName table, Set<String> words) {
    words.forEach(each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, table, each)));
    known.typesIn(words).forEach(each -> footprint.uses(type(each)));
  }

  private static void target(Footprint footprint, ForeignKey key) {
    footprint.uses(Resource.of(Resource.Kind.TABLE, key.target()));
    footprint.uses(key(key.target(), key.targetColumns()));
    key.targetColumns()
        .forEach(each -> footprint.uses(Resource.of(Resource.Kind.COLUMN, key.target(), each)));
  }

  private static void names(Footprint footprint, QualifiedName table, Constraint constraint) {
    String name = constraint.name().text();
    footprint.takes(Resource.of(Resource.Kind.CONSTRAINT_NAME, table, name));
    if (constraint instanceof PrimaryKey
        || constraint instanceof UniqueConstraint
        || constraint instanceof ExcludeConstraint) {
      footprint.takes(
          Resource.of(Resource.Kind.RELATION_NAME, new QualifiedName(table.schema(), name)));
    }
  }
}
